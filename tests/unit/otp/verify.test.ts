import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalBytes, equalTexts } from '../../../lib/otp/bytes.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import { explainCode } from '../../../lib/otp/explain.ts';
import { addFailure, delayMs, noFailures, throttleAt } from '../../../lib/otp/throttle.ts';
import { canonicalCode, MAX_DRIFT_STEPS, verifyCode } from '../../../lib/otp/verify.ts';

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
  it('follows a drifting clock to its limit and no further, and never opens more than three steps', () => {
    for (const side of [-1, 1]) {
      let driftSteps = 0;
      for (let offset = side; Math.abs(offset) <= MAX_DRIFT_STEPS + 1; offset += side) {
        const verdict = verifyCode(ask(at(offset), null, driftSteps));
        if (verdict.kind === 'refused') throw new Error(`step ${offset} was refused`);
        driftSteps = verdict.driftSteps;
      }
      expect(driftSteps).toBe(side * MAX_DRIFT_STEPS);
      // A stored drift beyond the limit is worth the limit.
      for (const drift of [driftSteps, side * 50]) {
        const open = Array.from({ length: 41 }, (_, n) => n - 20).filter(
          (offset) => verifyCode(ask(at(offset), null, drift)).kind === 'accepted',
        );
        expect(open).toEqual([-1, 0, 1].map((offset) => side * MAX_DRIFT_STEPS + offset));
      }
    }
  });
  it('accepts, over any history of logins, exactly the fresh steps around the recorded drift', () => {
    const logins = fc.array(
      fc.record({ waits: fc.integer({ min: 0, max: 6 }), off: fc.integer({ min: -9, max: 9 }) }),
      {
        maxLength: 15,
      },
    );
    fc.assert(
      fc.property(logins, (history) => {
        let [step, driftSteps, lastAcceptedStep]: [number, number, number | null] = [now, 0, null];
        for (const { waits, off } of history) {
          step += waits;
          const code = codeAt(parameters, (step + off) * 30_000).code;
          const verdict = verifyCode({ parameters, code, nowUnixMs: step * 30_000, driftSteps, lastAcceptedStep });
          const within = Math.abs(off - driftSteps) <= 1;
          const fresh = lastAcceptedStep === null || step + off > lastAcceptedStep;
          expect(verdict).toEqual(
            within && fresh
              ? { kind: 'accepted', step: step + off, driftSteps: Math.max(-4, Math.min(4, off)) }
              : { kind: 'refused', why: within ? 'already-used' : 'wrong' },
          );
          if (verdict.kind === 'accepted') {
            driftSteps = verdict.driftSteps;
            lastAcceptedStep = verdict.step;
          }
        }
      }),
    );
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

describe('a code that is compared', () => {
  it('has at most 64 characters with its spaces', () => {
    expect(canonicalCode(`${' '.repeat(58)}123456`, 6)).toBe('123456');
    expect(canonicalCode(`${' '.repeat(59)}123456`, 6)).toBeNull();
  });
  it('is refused as malformed, not as wrong, where it is none', () => {
    expect(verifyCode(ask('abc'))).toEqual({ kind: 'refused', why: 'malformed' });
  });
  it('is another one where it is longer, whatever both begin with', () => {
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2, 0), Uint8Array.of(1, 2))).toBe(false);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(3, 2))).toBe(false);
    expect(equalTexts('123456', '1234560')).toBe(false);
  });
});

describe('a code at the beginning of time', () => {
  const first = codeAt(parameters, 0);
  const atFirst = { parameters, nowUnixMs: 0, driftSteps: 0, lastAcceptedStep: null };
  it('is accepted for step 0, which was not used before the first login', () => {
    expect(verifyCode({ ...atFirst, code: first.code })).toEqual({ kind: 'accepted', step: 0, driftSteps: 0 });
  });
  it('is only wrong, as there is no step before the first', () => {
    expect(verifyCode({ ...atFirst, code: at(0) })).toEqual({ kind: 'refused', why: 'wrong' });
    expect(explainCode({ ...atFirst, code: at(0) })).toEqual({ kind: 'wrong' });
  });
  it('is explained as the code of step 0 later', () => {
    expect(explainCode({ ...atFirst, code: first.code, nowUnixMs: 150_000 })).toEqual({ kind: 'off-clock', steps: -5 });
  });
});

describe('one code that two steps of the window share', () => {
  const short = { ...parameters, digits: 1 };
  const codeOf = (step: number) => codeAt(short, step * 30_000).code;
  const shared = Array.from({ length: 1_000 }, (_, n) => now + n).find(
    (step) => codeOf(step - 1) === codeOf(step + 1) && codeOf(step) !== codeOf(step + 1),
  );
  if (shared === undefined) throw new Error('no step has one');
  const asked = { parameters: short, code: codeOf(shared + 1), nowUnixMs: shared * 30_000, driftSteps: 0 };
  it('counts for the earlier one', () => {
    expect(verifyCode({ ...asked, lastAcceptedStep: null })).toMatchObject({ kind: 'accepted', step: shared - 1 });
  });
  it('counts for the later one where the earlier one is used', () => {
    expect(verifyCode({ ...asked, lastAcceptedStep: shared })).toMatchObject({ kind: 'accepted', step: shared + 1 });
  });
});

describe('explainCode', () => {
  it('searches twenty steps to each side of the recorded drift', () => {
    for (const side of [-1, 1]) {
      expect(explainCode(ask(at(side * 20)))).toEqual({ kind: 'off-clock', steps: side * 20 });
      expect(explainCode(ask(at(side * 21)))).toEqual({ kind: 'wrong' });
      expect(explainCode(ask(at(side * 26), null, side * 6))).toEqual({ kind: 'off-clock', steps: side * 26 });
    }
  });
  it('finds a code at a drift that is larger than any that is followed', () => {
    expect(explainCode(ask(at(6), null, 6))).toEqual({ kind: 'off-clock', steps: 6 });
  });
  it('calls a code before the last accepted one used, however near it is', () => {
    expect(explainCode(ask(at(-1), now))).toEqual({ kind: 'already-used' });
    expect(explainCode(ask(at(0), now))).toEqual({ kind: 'already-used' });
  });
  it('names the first of the other accounts too', () => {
    expect(explainCode(ask(codeAt(key(8), nowUnixMs).code), [key(8), key(9)])).toEqual({
      kind: 'other-account',
      index: 0,
    });
  });
  it('tells the owner why', () => {
    expect(explainCode(ask(at(0)))).toEqual({ kind: 'valid', steps: 0 });
    expect(explainCode(ask(at(-1)))).toEqual({ kind: 'valid', steps: -1 });
    expect(explainCode(ask(at(-3), null, -3))).toEqual({ kind: 'valid', steps: -3 });
    expect(explainCode(ask(at(-5), null, -3))).toEqual({ kind: 'off-clock', steps: -5 });
    expect(explainCode(ask(at(-5)))).toEqual({ kind: 'off-clock', steps: -5 });
    expect(explainCode(ask(at(7)))).toEqual({ kind: 'off-clock', steps: 7 });
    expect(explainCode(ask(at(-4), now - 4))).toEqual({ kind: 'already-used' });
    expect(explainCode(ask(codeAt(key(9), nowUnixMs).code), [key(8), key(9)])).toEqual({
      kind: 'other-account',
      index: 1,
    });
    expect(explainCode(ask('abc'))).toEqual({ kind: 'malformed' });
    expect(explainCode(ask(at(30)))).toEqual({ kind: 'wrong' });
  });
});

describe('the throttle', () => {
  it('doubles the wait up to an hour and stops at 100', () => {
    expect([0, 1, 2, 11, 12, 99].map(delayMs)).toEqual([0, 2000, 4000, 2_048_000, 3_600_000, 3_600_000]);
    expect(throttleAt({ failures: 1, lastFailureUnixMs: 1000 }, 2999)).toEqual({ kind: 'wait', untilUnixMs: 3000 });
    expect(throttleAt({ failures: 1, lastFailureUnixMs: 1000 }, 3000)).toEqual({ kind: 'open' });
    expect(throttleAt({ failures: 100, lastFailureUnixMs: 0 }, 1e15)).toEqual({ kind: 'stopped' });
    expect(throttleAt({ failures: 5000, lastFailureUnixMs: 0 }, 3_600_000, Number.POSITIVE_INFINITY).kind).toBe('open');
    expect(throttleAt({ failures: 5000, lastFailureUnixMs: 0 }, 3_599_999, Number.POSITIVE_INFINITY).kind).toBe('wait');
  });
  it('begins without failures, and counts each with its time', () => {
    expect(throttleAt(noFailures, 0)).toEqual({ kind: 'open' });
    const once = addFailure(noFailures, 1_000);
    expect(once).toEqual({ failures: 1, lastFailureUnixMs: 1_000 });
    expect(addFailure(once, 5_000)).toEqual({ failures: 2, lastFailureUnixMs: 5_000 });
  });
  it('is open without failures whatever the clock says', () => {
    expect(throttleAt({ failures: 0, lastFailureUnixMs: 5_000 }, 0)).toEqual({ kind: 'open' });
    expect(throttleAt({ failures: 99, lastFailureUnixMs: 0 }, 3_600_000)).toEqual({ kind: 'open' });
  });
});
