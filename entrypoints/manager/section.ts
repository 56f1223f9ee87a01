import { askedAccount } from '../../lib/app/own-page.ts';

/** The sections of the page in their order. */
export const sections = ['accounts', 'health', 'copies', 'move', 'security', 'sites', 'check', 'help'] as const;

/** A section, by the name that it has in the page's address; the removed accounts and one that is opened are part of the first, files for other apps of *Move in and out*. */
export type Section = (typeof sections)[number] | 'removed' | 'account' | 'leave';

/** The section that the page opens with. */
export const firstSection: Section = 'accounts';

/** The section that an address names after its `#`; the first for any other. */
export const sectionOf = (hash: string): Section =>
  askedAccount(hash) === null
    ? (([...sections, 'removed', 'leave'] as const).find((section) => `#${section}` === hash) ?? firstSection)
    : 'account';
