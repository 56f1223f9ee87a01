import { createHmac, randomBytes, randomInt } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';
import { codeAt } from '../../../lib/otp/code.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;

/** What a run compared: the cases that differed, and how many of all lay beyond 32 bits. */
export type CrossCheck = {
  readonly differences: readonly string[];
  readonly timesBeyond31Bits: number;
  readonly countersBeyond32Bits: number;
};

/** The value of RFC 4226 §5.3 by node:crypto alone. */
function nodeCode(secret: Uint8Array, algorithm: string, digits: number, counter: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac(algorithm, secret).update(message).digest();
  const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return (value % 10 ** digits).toString().padStart(digits, '0');
}

/** Compares our codes for random accounts and times with both `node:crypto` and the `otpauth` package, every case with both. */
export function crossCheck(cases: number): CrossCheck {
  const differences: string[] = [];
  let timesBeyond31Bits = 0;
  let countersBeyond32Bits = 0;
  for (let index = 0; index < cases; index += 1) {
    const secret = new Uint8Array(randomBytes(randomInt(1, 81)));
    const algorithm = algorithms[index % 3] ?? 'SHA1';
    const digits = randomInt(1, 11);
    const common = { secret, algorithm, digits };
    // One case in four is counter-based, with counters over the whole range that a number holds exactly.
    const counterBased = index % 4 === 0;
    const periodSeconds = randomInt(1, index % 2 === 0 ? 61 : 86_401);
    const unixMs = randomInt(0, 2 ** 48 - 1);
    const counter = counterBased
      ? randomInt(0, 2 ** 26) * 2 ** 27 + randomInt(0, 2 ** 27)
      : Math.floor(Math.floor(unixMs / 1000) / periodSeconds);
    const parameters: OtpParameters = counterBased
      ? { type: 'hotp', ...common, counter }
      : { type: 'totp', ...common, periodSeconds };
    if (!counterBased && unixMs / 1000 > 2 ** 31) timesBeyond31Bits += 1;
    if (counter > 2 ** 32) countersBeyond32Bits += 1;
    const { code, step } = codeAt(parameters, unixMs);
    const theirs = HOTP.generate({ secret: new Secret({ buffer: secret.buffer }), algorithm, digits, counter });
    if (step !== counter || code !== nodeCode(secret, algorithm, digits, counter) || code !== theirs)
      differences.push(`${algorithm}, ${digits} digits, counter ${counter}, period ${periodSeconds}, at ${unixMs} ms`);
  }
  return { differences, timesBeyond31Bits, countersBeyond32Bits };
}
