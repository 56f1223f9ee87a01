import type { ForeignSeed } from '../../../support/hostile-reading.ts';
import { passphrase } from './accounts.ts';
import { samples } from './samples.ts';

// What opens in milliseconds; the others would take seconds for each damaged copy.
const quick = ['2fas', 'andotp-encrypted', 'freeotp2', 'raivo', 'totp-authenticator-encrypted', 'zip-of-lines'];

/** A whole file of every way in which a format is written, but for those whose keys are slow. */
export const foreignSeeds: readonly ForeignSeed[] = samples
  .filter(({ format, sealed }) => sealed === undefined || quick.includes(format))
  .map(({ name, bytes, sealed }) => ({ name, bytes, passphrase: sealed === undefined ? null : passphrase }));
