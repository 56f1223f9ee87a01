import { createHmac } from 'node:crypto';
import { HOTP, Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { codeAt } from '../../lib/otp/code.ts';
import { cases, chanceFrom, seed } from '../support/chance.ts';

const algorithms = ['SHA1', 'SHA256', 'SHA512'] as const;
const count = cases(1_000_000);

// Everything that RFC 4226 §5.3 and RFC 6238 §4 leave open, at once: secret, algorithm, digits, period, time.
it(`gives the codes of node:crypto in ${count} random cases and of otpauth in every twentieth (seed ${seed})`, () => {
  const chance = chanceFrom(seed);
  const message = Buffer.alloc(8);
  for (let index = 0; index < count; index += 1) {
    const secret = Uint8Array.from({ length: 1 + chance.below(80) }, () => chance.below(256));
    const algorithm = chance.pick(algorithms);
    const digits = 1 + chance.below(10);
    const periodSeconds = 1 + chance.below(3600);
    const unixMs = chance.below(2 ** 32) * 60_000 + chance.below(60_000);
    const counter = Math.floor(unixMs / 1000 / periodSeconds);
    message.writeBigUInt64BE(BigInt(counter));
    const mac = createHmac(algorithm, secret).update(message).digest();
    const value = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
    const expected = (value % 10 ** digits).toString().padStart(digits, '0');
    const { code, step } = codeAt({ type: 'totp', secret, algorithm, digits, periodSeconds }, unixMs);
    const theirs =
      index % 20 === 0
        ? HOTP.generate({ secret: new Secret({ buffer: secret.buffer }), algorithm, digits, counter })
        : expected;
    // An assertion a case would take longer than the codes.
    if (step !== counter || code !== expected || code !== theirs)
      expect.fail(`case ${index}: ${algorithm}, ${digits} digits, ${periodSeconds} s, ${unixMs} ms`);
  }
});
