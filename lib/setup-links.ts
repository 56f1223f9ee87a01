/** Schemes of links that carry a key: the common one and Apple's, of the same form. */
const key = '(?:apple-)?otpauth';
/** Scheme of a link that carries many, as apps on phones export them. */
const phone = 'otpauth-migration';

const begins = (schemes: string): RegExp => new RegExp(`^\\s*(?:${schemes}):`, 'i');
const [keyLink, phoneLink] = [begins(key), begins(phone)];
const [typedLink, pageLink] = [begins(`${key}|steam`), begins(`${key}|${phone}`)];
const inPage = new RegExp(`(?:${key}|${phone})://[^\\s"'<>]+`, 'i');
const inLine = new RegExp(`(?:${key}|${phone})://.*|steam://\\S+`, 'i');

/** What a document's links that carry a key are chosen by. */
export const keyLinks = ['otpauth', 'apple-otpauth'].map((scheme) => `a[href^="${scheme}:" i]`).join();

/** Whether a text is a setup link of a scheme that is for nothing else: Steam's starts games too. */
export const isKeyLink = (text: string): boolean => keyLink.test(text);

/** Whether a text is a setup link, usable or not. */
export const isKeyUri = (text: string): boolean => typedLink.test(text);

/** Whether a text is an export code of a phone app, whole or not. */
export const isMigration = (text: string): boolean => phoneLink.test(text);

/** Whether a text stands for accounts: a setup link or an export code, usable or not. */
export const isAccountCode = (text: string): boolean => isKeyUri(text) || isMigration(text);

/** The setup link or export code that a text of a page is, or has in it. */
export const linkInPage = (text: string): string | null =>
  pageLink.test(text) ? text.trim() : (inPage.exec(text)?.[0] ?? null);

/** The setup link or export code in a line that somebody pasted or typed, which may have spaces. */
export const linkInLine = (line: string): string | null => inLine.exec(line)?.[0] ?? null;
