import type { Entry } from '../../../lib/vault/entry.ts';

/** The id of the sample account of a name: 32 characters, as in a vault. */
export const idOf = (account: string): string => account.padEnd(32, '0');

/** A confirmed account of a site, whose key is all zeros. */
export const entryAt = (origin: string, account: string, part: Partial<Entry> = {}): Entry => ({
  id: idOf(account),
  issuer: 'Acme',
  account,
  parameters: { type: 'totp', secret: new Uint8Array(20), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  origins: [origin],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 0,
  updatedUnixMs: 0,
  ...part,
});
