import { expect, it } from 'vitest';
import { codeAt } from '../../../lib/otp/code.ts';
import type { TotpParameters } from '../../../lib/otp/parameters.ts';
import { verifyCode } from '../../../lib/otp/verify.ts';

const parameters: TotpParameters = {
  ...{ type: 'totp', secret: new Uint8Array(20).fill(3), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
};
const nowUnixMs = 1_700_000_000_000;
const codeOf = (steps: number): string => codeAt(parameters, nowUnixMs + steps * 30_000).code;

/** How often the secret is asked for while a code is checked, which is once for each code that is computed. */
function computedFor(code: string, lastAcceptedStep: number | null): number {
  let asked = 0;
  const counted: TotpParameters = {
    ...parameters,
    get secret() {
      asked += 1;
      return parameters.secret;
    },
  };
  verifyCode({ parameters: counted, code, nowUnixMs, driftSteps: 0, lastAcceptedStep });
  return asked;
}

// No clock of a busy machine tells an even time from an uneven one; the work can be counted.
it('computes the code of every step of its window, whichever fits', () => {
  const wrong = [codeOf(-1), codeOf(0), codeOf(1)].includes('000000') ? '000001' : '000000';
  for (const code of [codeOf(-1), codeOf(0), codeOf(1), wrong, codeOf(-2), codeOf(2)])
    for (const last of [null, Math.floor(nowUnixMs / 30_000), 2 ** 40]) expect(computedFor(code, last)).toBe(3);
});
