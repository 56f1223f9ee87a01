import { HOTP, Secret } from 'otpauth';
import { createGuardrails, generateSync } from 'otplib';
import { expect, it } from 'vitest';
import { codeAt } from '../../lib/otp/code.ts';
import type { TotpParameters } from '../../lib/otp/parameters.ts';
import { verifyCode } from '../../lib/otp/verify.ts';
import { cases, chanceFrom, seed } from '../support/chance.ts';

const count = cases(150_000);
// Else it refuses the short secrets that sites really give, and long ones.
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 1, MAX_SECRET_BYTES: 80 });
const otplibNames = { SHA1: 'sha1', SHA256: 'sha256', SHA512: 'sha512' } as const;

// The widths that otplib has; all ten are compared in otp.test.ts.
it(`gives the codes of otpauth and otplib, which the verifier takes once, in ${count} random cases (seed ${seed})`, () => {
  const chance = chanceFrom(seed);
  const beyond = { seconds: 0, counters: 0 };
  for (let index = 0; index < count; index += 1) {
    const secret = Uint8Array.from({ length: 1 + chance.below(80) }, () => chance.below(256));
    const algorithm = chance.pick(['SHA1', 'SHA256', 'SHA512'] as const);
    const digits = chance.pick([6, 7, 8] as const);
    const periodSeconds = chance.pick([1, 15, 30, 30, 60, 1 + chance.below(3600)]);
    const nowUnixMs = chance.below(2 ** 32) * 60_000 + chance.below(60_000);
    const parameters: TotpParameters = { type: 'totp', secret, algorithm, digits, periodSeconds };
    const { code, step } = codeAt(parameters, nowUnixMs);
    const epoch = Math.floor(nowUnixMs / 1000);
    if (epoch > 2 ** 31) beyond.seconds += 1;
    if (step > 2 ** 32) beyond.counters += 1;
    const otpauth = HOTP.generate({ secret: new Secret({ buffer: secret.buffer }), algorithm, digits, counter: step });
    const theirs = { secret, algorithm: otplibNames[algorithm], digits, period: periodSeconds, epoch, guardrails };
    const request = { parameters, code, nowUnixMs, driftSteps: 0 };
    const first = verifyCode({ ...request, lastAcceptedStep: step - 2 });
    // Used up, with the last step in which another code could be the same by chance.
    const again = verifyCode({ ...request, lastAcceptedStep: step + 1 });
    const right = code === otpauth && code === generateSync(theirs);
    // An assertion a case would take longer than the codes.
    if (!right || first.kind !== 'accepted' || again.kind !== 'refused')
      expect.fail(`case ${index}: ${algorithm}, ${digits} digits, ${periodSeconds} s, ${nowUnixMs} ms`);
  }
  console.log(`${count} cases, ${beyond.seconds} beyond 2^31 s, ${beyond.counters} counters beyond 2^32`);
  expect(Math.min(beyond.seconds, beyond.counters)).toBeGreaterThan(count / 10);
});
