import { truncatedHmac } from './hotp.ts';

const ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';
const LENGTH = 5;

/** Seconds a Steam Guard code is shown. */
export const STEAM_PERIOD_SECONDS = 30;

/** The Steam Guard code of a step: five characters, least significant first. */
export function steamCode(secret: Uint8Array, step: number): string {
  let value = truncatedHmac(secret, 'SHA1', step);
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET.charAt(value % ALPHABET.length);
    value = Math.floor(value / ALPHABET.length);
  }
  return code;
}
