/** The sections of the page in their order. */
export const sections = ['accounts', 'copies', 'move', 'security', 'sites', 'check', 'help'] as const;

/** A section, by the name that it has in the page's address; the removed accounts are part of the first one. */
export type Section = (typeof sections)[number] | 'removed';

/** The section that the page opens with. */
export const firstSection: Section = 'accounts';

/** The section that an address names after its `#`; the first for any other. */
export const sectionOf = (hash: string): Section =>
  ([...sections, 'removed'] as const).find((section) => `#${section}` === hash) ?? firstSection;
