import { encodeBase32 } from '../lib/otp/base32.ts';
import { formatKeyUri } from '../lib/otp/key-uri.ts';
import type { Bytes, TotpParameters } from '../lib/otp/parameters.ts';

/** How this portal makes codes: what every authenticator can do (SHA-1, 6 digits, 30 s). */
export const parametersOf = (secret: Bytes): TotpParameters => ({
  type: 'totp',
  secret,
  algorithm: 'SHA1',
  digits: 6,
  periodSeconds: 30,
});

/** The otpauth URI that the QR code carries. */
export const keyUriOf = (secret: Bytes, email: string): string =>
  formatKeyUri({ issuer: 'Harbour Hosting', account: email, parameters: parametersOf(secret) });

/** The same secret as text to type, in groups of four. */
export const manualKeyOf = (secret: Bytes): string => (encodeBase32(secret).match(/.{1,4}/g) ?? []).join(' ');
