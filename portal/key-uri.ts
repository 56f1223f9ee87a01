import type { Bytes } from '../lib/otp/parameters.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const issuer = 'Harbour Hosting';

const base32 = (bytes: Bytes): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five.padEnd(5, '0'), 2))).join('');
};

/** The otpauth URI that the QR code carries. */
export const keyUriOf = (secret: Bytes, email: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}&algorithm=SHA1&digits=6&period=30`;

/** The same secret as text to type, in groups of four. */
export const manualKeyOf = (secret: Bytes): string => (base32(secret).match(/.{1,4}/g) ?? []).join(' ');
