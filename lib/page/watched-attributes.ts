/** Attributes whose change may bring a box for a code into sight, or open it. */
export const boxAttributes = ['class', 'style', 'hidden', 'type', 'disabled', 'readonly'] as const;

/** Attributes whose change may bring a picture of a code into sight, or make it another. */
export const codeAttributes = ['class', 'style', 'hidden', 'open', 'src', 'width', 'height', 'href'] as const;

/** Those of both. */
export const watchedAttributes = [...new Set([...boxAttributes, ...codeAttributes])];
