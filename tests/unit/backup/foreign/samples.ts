import type { Sample } from './sample.ts';
import { aegisSamples } from './writers/aegis.ts';
import { andOtpSamples } from './writers/and-otp.ts';
import { androidSamples } from './writers/android-map.ts';
import { bitwardenSamples } from './writers/bitwarden.ts';
import { csvSamples } from './writers/csv.ts';
import { enteSamples } from './writers/ente.ts';
import { extensionSamples } from './writers/extension.ts';
import { freeOtpSamples } from './writers/free-otp.ts';
import { lineSamples } from './writers/lines.ts';
import { listSamples } from './writers/lists.ts';
import { managerSamples } from './writers/managers.ts';
import { protonSamples } from './writers/proton.ts';
import { stratumSamples } from './writers/stratum.ts';
import { twoFasSamples } from './writers/two-fas.ts';

/** A file of every way in which a format is written. */
export const samples: readonly Sample[] = [
  ...aegisSamples,
  ...twoFasSamples,
  ...andOtpSamples,
  ...stratumSamples,
  ...bitwardenSamples,
  ...enteSamples,
  ...protonSamples,
  ...androidSamples,
  ...freeOtpSamples,
  ...extensionSamples,
  ...listSamples,
  ...managerSamples,
  ...csvSamples,
  ...lineSamples,
];
