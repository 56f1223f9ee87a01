/** What the codes of an account are made of, as its owner types it; an empty secret leaves the one that is there. */
export const usualCodes = {
  ...{ secretText: '', kind: 'totp', algorithm: 'SHA1' },
  ...{ digits: 6, periodSeconds: 30, counter: 0 },
} as const;

/**
 * A value for each field that any request of our own pages has, but for the ids of accounts and slots, and for keys: with these
 * added, a message of every kind decodes, as each takes the fields that it knows. None asks for more than it has to.
 */
export const everyField = {
  ...{ tabId: 1, most: 10_000, shown: 'x', on: true, shared: false, minutes: 5, seconds: 5, keep: 3, index: 0 },
  ...{ texts: [], shownKeys: [], screenshot: false, from: null, choice: 'new', replaces: null },
  ...{ despiteLookAlike: false, asSecondSite: false, despiteCodes: false, typed: '000000', before: null },
  ...{ keys: { passphrase: 'keep', recovery: 'keep', computer: 'keep' }, replacing: false },
  ...{ proof: null, better: null, place: 'a', newestUnixMs: null, copyId: 'x', text: '{}', beside: [], undo: 'x' },
  ...{ accounts: [], readUnixMs: 1, format: 'links', shownUnixMs: 1, keptId: 'x' },
  ...{ codes: [], site: 'https://a.example', what: 'all', marks: [], order: [] },
  form: { issuer: 'x', account: 'x', ...usualCodes, secretText: 'JBSWY3DPEHPK3PXP' },
  edit: { issuer: 'x', account: 'x', codes: usualCodes, removedSites: [], shownCounter: null },
} as const;
