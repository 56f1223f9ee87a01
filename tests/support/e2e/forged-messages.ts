import { pageDecoders } from '../../../lib/messages/decode.ts';

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
const key = { kdf, kekBase64: 'AAAA' } as const;
const codes = {
  secretText: 'JBSWY3DPEHPK3PXP',
  kind: 'totp',
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
  counter: 0,
};
const keyUri = 'otpauth://totp/Forged:eve?secret=JBSWY3DPEHPK3PXP';

/** What a forger knows of the page that it runs in, and of the vault at most. */
export type Known = { readonly tabId: number; readonly entryId: string; readonly origin: string };

/** Every field that any request of our own pages has, with the value that asks for most. */
const everyField = ({ tabId, entryId, origin }: Known) => ({
  ...{ tabId, entryId, entryIds: [entryId], keptId: entryId, site: origin, shown: origin, from: origin, most: 999 },
  ...{
    proof: null,
    keys: { passphrase: 'keep', recovery: 'keep', computer: 'keep' },
    replacing: true,
    ...key,
    key,
    better: null,
  },
  ...{
    slotId: 's1',
    place: 'a',
    minutes: 1,
    on: true,
    shared: false,
    seconds: 1,
    what: 'all',
    keep: 3,
    format: 'aegis',
  },
  ...{ index: 0, choice: 'keep-both', replaces: null, texts: [keyUri], shownKeys: [], screenshot: false },
  ...{ text: '{}', beside: [], undo: 'u1', newestUnixMs: null, copyId: 'c1', readUnixMs: 1, shownUnixMs: 1 },
  ...{ accounts: [{ uri: keyUri, group: null, pinned: false }], marks: [], order: [entryId], codes: ['ABCD-EFGH'] },
  ...{ typed: '123456', before: null, despiteCodes: true, despiteLookAlike: true, asSecondSite: true },
  edit: { issuer: 'Forged', account: 'eve', removedSites: [origin], codes, shownCounter: null },
  form: { issuer: 'Forged', account: 'eve', ...codes },
});

/** One request of each kind that our own pages may send, made by somebody who may send none; each decodes. */
export const forgedMessages = (
  known: Known,
): readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[] =>
  Object.keys(pageDecoders).map((kind) => ({
    ...everyField(known),
    ...(kind === 'practise' ? { proof: { slotId: 's1', kekBase64: 'AAAA' } } : {}),
    kind,
  }));
