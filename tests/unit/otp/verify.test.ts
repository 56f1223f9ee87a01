import { describe, expect, it } from 'vitest';
import { codeAt } from '../../../lib/otp/code.ts';
import { explainCode } from '../../../lib/otp/explain.ts';
import { delayMs, throttleAt } from '../../../lib/otp/throttle.ts';
import { canonicalCode, verifyCode } from '../../../lib/otp/verify.ts';

const key = (byte: number) =>
  ({ type: 'totp', secret: new Uint8Array(20).fill(byte), algorithm: 'SHA1', digits: 6, periodSeconds: 30 }) as const;
const parameters = key(7);
const nowUnixMs = 59_000_000_010;
const now = codeAt(parameters, nowUnixMs).step;
const at = (offset: number) => codeAt(parameters, nowUnixMs + offset * 30_000).code;
const ask = (code: string, lastAcceptedStep: number | null = null, driftSteps = 0) => ({
  parameters,
  code,
  nowUnixMs,
  driftSteps,
  lastAcceptedStep,
});

describe('verifyCode', () => {
  it.each([-1, 0, 1])('accepts the code of step %i and records the drift', (offset) => {
    expect(verifyCode(ask(at(offset)))).toEqual({ kind: 'accepted', step: now + offset, driftSteps: offset });
  });
  it.each([-2, 2])('refuses the code of step %i', (offset) => {
    expect(verifyCode(ask(at(offset)))).toEqual({ kind: 'refused', why: 'wrong' });
    expect(verifyCode(ask(at(offset), null, offset)).kind).toBe('accepted');
  });
  it('refuses the accepted step and older ones, in any formatting', () => {
    for (const code of [at(0), ` ${at(0).slice(0, 3)} ${at(0).slice(3)} `, at(-1)])
      expect(verifyCode(ask(code, now))).toEqual({ kind: 'refused', why: 'already-used' });
    expect(verifyCode(ask(at(1), now)).kind).toBe('accepted');
  });
  it.each(['', '12345', '1234567', '+12345', '١٢٣٤٥٦', '12\u00a03456', '12345\n', ' '.repeat(70)])(
    'finds %j malformed',
    (code) => {
      expect(canonicalCode(code, 6)).toBeNull();
    },
  );
});

describe('explainCode', () => {
  it('tells the owner why', () => {
    expect(explainCode(ask(at(0)))).toEqual({ kind: 'valid' });
    expect(explainCode(ask(at(-5)))).toEqual({ kind: 'off-clock', steps: -5 });
    expect(explainCode(ask(at(7)))).toEqual({ kind: 'off-clock', steps: 7 });
    expect(explainCode(ask(at(-4), now - 4))).toEqual({ kind: 'already-used' });
    expect(explainCode(ask(codeAt(key(9), nowUnixMs).code), [key(8), key(9)])).toEqual({
      kind: 'other-account',
      index: 1,
    });
    expect(explainCode(ask('abc'))).toEqual({ kind: 'malformed' });
  });
});

describe('the throttle', () => {
  it('doubles the wait up to an hour and stops at 100', () => {
    expect([0, 1, 2, 11, 12, 99].map(delayMs)).toEqual([0, 2000, 4000, 2_048_000, 3_600_000, 3_600_000]);
    expect(throttleAt({ failures: 1, lastFailureUnixMs: 1000 }, 2999)).toEqual({ kind: 'wait', untilUnixMs: 3000 });
    expect(throttleAt({ failures: 1, lastFailureUnixMs: 1000 }, 3000)).toEqual({ kind: 'open' });
    expect(throttleAt({ failures: 100, lastFailureUnixMs: 0 }, 1e15)).toEqual({ kind: 'stopped' });
  });
});
