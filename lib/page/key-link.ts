/** The links that carry a setup key. */
export const keyLink = 'a[href^="otpauth:" i]';
