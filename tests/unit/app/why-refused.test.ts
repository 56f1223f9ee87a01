import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRefusal, type RefusalFacts } from '../../../lib/app/why-refused.ts';

const END = 1_700_000_010_000;
const life = { endsUnixMs: END, correctedSeconds: 0 };
const sent = { entryId: 'e1', life, answeredUnixMs: END - 5_000, siteSays: null };
const facts: RefusalFacts = { refused: sent, check: null, correctionSeconds: 0, otherSecret: false };
const why = (part: Partial<RefusalFacts>) => judgeRefusal({ ...facts, ...part }).why;
const late = { ...sent, answeredUnixMs: END + 1 };
const off = { kind: 'off', bySeconds: 90 } as const;

describe('why a code was refused', () => {
  it.each<[string, Partial<RefusalFacts>, ReturnType<typeof why>]>([
    ['came in time', {}, { kind: 'unknown' }],
    ['was answered at the very end of its step', { refused: { ...sent, answeredUnixMs: END } }, { kind: 'unknown' }],
    ['was answered after its step', { refused: late }, { kind: 'late', seconds: 1 }],
    ['was answered at a time that is not known', { refused: { ...sent, answeredUnixMs: null } }, { kind: 'unknown' }],
    ['was late in the words of the site', { refused: { ...sent, siteSays: 'late' } }, { kind: 'late', seconds: null }],
    ['was used in the words of the site', { refused: { ...late, siteSays: 'used' } }, { kind: 'used' }],
    ['was made by a clock that is off', { refused: late, check: off }, { kind: 'clock', bySeconds: 90 }],
    ['was made by a clock that is right', { check: { kind: 'right' } }, { kind: 'unknown' }],
    ['does not end by time', { refused: { ...late, life: null }, check: off }, { kind: 'unknown' }],
    ['is not known', { refused: null, check: off }, { kind: 'unknown' }],
    ['was of another secret than the page shows', { check: off, otherSecret: true }, { kind: 'other-secret' }],
  ])('that %s', (_, part, expected) => {
    expect(why(part)).toEqual(expected);
  });

  it('is the clock only as far as the code was not corrected, and a correction is offered that is not in force', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 86_400 }), fc.boolean(), (size, ahead) => {
        const bySeconds = ahead ? size : -size;
        const check = { kind: 'off', bySeconds } as const;
        const corrected = { ...sent, life: { ...life, correctedSeconds: -bySeconds } };
        expect(judgeRefusal({ ...facts, check })).toMatchObject({ why: { bySeconds }, offerSeconds: -bySeconds });
        expect(judgeRefusal({ ...facts, check, correctionSeconds: -bySeconds }).offerSeconds).toBe(null);
        expect(why({ check, refused: corrected, correctionSeconds: -bySeconds })).toEqual({ kind: 'unknown' });
      }),
    );
  });

  it('asks for the clock only where the code may depend on it', () => {
    expect(judgeRefusal(facts).askClock).toBe(true);
    expect(judgeRefusal({ ...facts, refused: null }).askClock).toBe(true);
    expect(judgeRefusal({ ...facts, refused: { ...sent, life: null } }).askClock).toBe(false);
  });
});
