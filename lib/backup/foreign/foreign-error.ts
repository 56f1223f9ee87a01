import { err } from '../../result.ts';

/**
 * Why a file brings nothing. `wrong-passphrase`: it opens nothing; formats without a test of their own cannot tell that from damage.
 * `costly`: its key takes about so many seconds here, and nobody allowed that. `unsupported`: no program but the one that wrote it, or
 * none without another program, can read it.
 */
export type ForeignError =
  | { readonly kind: 'passphrase-needed' | 'wrong-passphrase' | 'damaged' | 'too-large' | 'too-many' | 'unrecognised' }
  | { readonly kind: 'costly'; readonly seconds: number }
  | { readonly kind: 'unsupported'; readonly why: UnsupportedReason };

/** What a file is that cannot be read here; each has its own way out, which the screens say. */
export type UnsupportedReason =
  | 'account-restricted'
  | 'microsoft-cloud'
  | 'pgp'
  | 'sqlite'
  | 'keepass-database'
  | 'age'
  | 'doorcode';

/** A file of a known format that is not whole. */
export const damaged = err({ kind: 'damaged' } as const);
