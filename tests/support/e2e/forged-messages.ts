import { pageDecoders } from '../../../lib/messages/decode.ts';
import { kdf } from '../../unit/messages/sample-requests.ts';
import { everyField, usualCodes } from '../every-field.ts';

const key = { kdf, kekBase64: 'AAAA' } as const;
const codes = { ...usualCodes, secretText: 'JBSWY3DPEHPK3PXP' };
const keyUri = 'otpauth://totp/Forged:eve?secret=JBSWY3DPEHPK3PXP';

/** What a forger knows of the page that it runs in, and of the vault at most. */
export type Known = { readonly tabId: number; readonly entryId: string; readonly origin: string };

/** Every field that any request of our own pages has, with the value that asks for most. */
const askingMost = ({ tabId, entryId, origin }: Known) => ({
  ...everyField,
  ...{ tabId, entryId, entryIds: [entryId], keptId: entryId, site: origin, shown: origin, from: origin, most: 999 },
  ...{ replacing: true, ...key, key, slotId: 's1', minutes: 1, seconds: 1, format: 'aegis', choice: 'keep-both' },
  ...{ texts: [keyUri], undo: 'u1', copyId: 'c1', accounts: [{ uri: keyUri, group: null, pinned: false }] },
  ...{ order: [entryId], codes: ['ABCD-EFGH'], typed: '123456' },
  ...{ despiteCodes: true, despiteLookAlike: true, asSecondSite: true },
  edit: { issuer: 'Forged', account: 'eve', removedSites: [origin], codes, shownCounter: null },
  form: { issuer: 'Forged', account: 'eve', ...codes },
});

/** One request of each kind that our own pages may send, made by somebody who may send none; each decodes. */
export const forgedMessages = (
  known: Known,
): readonly (Readonly<Record<string, unknown>> & { readonly kind: string })[] =>
  Object.keys(pageDecoders).map((kind) => ({
    ...askingMost(known),
    ...(kind === 'practise' ? { proof: { slotId: 's1', kekBase64: 'AAAA' } } : {}),
    kind,
  }));
