import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClockReading, checkClock, decodeClockReading } from '../../../lib/app/clock-check.ts';

// The example of RFC 9110 §5.6.7.
const DATE = 'Sun, 06 Nov 1994 08:49:37 GMT';
const MADE = Date.UTC(1994, 10, 6, 8, 49, 37);
const SECOND = 1_000;

/** A reading whose middle is `aheadMs` after the middle of the second that the server names. */
const reading = (aheadMs: number, roundTripMs = 100, change: Partial<ClockReading> = {}): ClockReading => {
  const middle = MADE + SECOND / 2 + aheadMs;
  return {
    startUnixMs: middle - roundTripMs / 2,
    endUnixMs: middle + roundTripMs / 2,
    date: DATE,
    age: null,
    ...change,
  };
};

describe('checkClock', () => {
  it.each([0, 1_000, -1_000, 5_000, -5_000, 6_050, -6_050])('calls a clock right that is %i ms off', (aheadMs) => {
    expect(checkClock(reading(aheadMs))).toEqual({ kind: 'right' });
  });

  it.each([
    [6_051, 6],
    [-6_051, -6],
    [90_000, 90],
    [-90_000, -90],
    [86_400_000, 86_400],
  ])('calls a clock off that is %i ms off, by %i s', (aheadMs, bySeconds) => {
    expect(checkClock(reading(aheadMs))).toEqual({ kind: 'off', bySeconds });
  });

  it('says nothing of a clock after a slow answer, unless it is off by more than the answer took', () => {
    expect(checkClock(reading(0, 8_000))).toEqual({ kind: 'right' });
    expect(checkClock(reading(0, 8_002))).toEqual({ kind: 'unknown', why: 'too-slow' });
    expect(checkClock(reading(9_000, 8_002))).toEqual({ kind: 'unknown', why: 'too-slow' });
    expect(checkClock(reading(60_000, 8_002))).toEqual({ kind: 'off', bySeconds: 60 });
  });

  it('adds the age of an answer out of a cache, and one second of doubt with it', () => {
    expect(checkClock(reading(120_000, 100, { age: '120' }))).toEqual({ kind: 'right' });
    expect(checkClock(reading(120_000 + 7_050, 100, { age: '120' }))).toEqual({ kind: 'right' });
    expect(checkClock(reading(120_000 + 7_051, 100, { age: '120' }))).toEqual({ kind: 'off', bySeconds: 7 });
    expect(checkClock(reading(0, 100, { age: '120' }))).toEqual({ kind: 'off', bySeconds: -120 });
  });

  it.each([
    null,
    '',
    'now',
    '1994',
    '784111777',
    'Sun, 06 Nov 1994 08:49:37',
    'Sun, 06 Nov 1994 08:49:37 +0100',
    // A weekday that it was not, a day that never was, and the two obsolete forms.
    'Mon, 06 Nov 1994 08:49:37 GMT',
    'Sun, 31 Feb 1994 08:49:37 GMT',
    'Sunday, 06-Nov-94 08:49:37 GMT',
    'Sun Nov  6 08:49:37 1994',
  ])('knows nothing from the date %j', (date) => {
    expect(checkClock(reading(0, 100, { date }))).toEqual({ kind: 'unknown', why: 'no-date' });
  });

  it.each(['', '-1', '1.5', 'old', '1e3', '9999999999'])('knows nothing from the age %j', (age) => {
    expect(checkClock(reading(0, 100, { age }))).toEqual({ kind: 'unknown', why: 'no-date' });
  });

  it('knows nothing without an answer, or when the clock was set back meanwhile', () => {
    expect(checkClock(null)).toEqual({ kind: 'unknown', why: 'no-answer' });
    expect(checkClock(reading(0, -1))).toEqual({ kind: 'unknown', why: 'clock-moved' });
  });

  it('never accuses a clock that is at most 5 s off, whenever in between the server answered', () => {
    const times = fc.tuple(
      fc.integer({ min: -5_000, max: 5_000 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 2 ** 40 }),
    );
    fc.assert(
      fc.property(times, ([aheadMs, roundTripMs, part, atUnixMs]) => {
        const startUnixMs = atUnixMs + aheadMs;
        const date = new Date(atUnixMs + part * roundTripMs).toUTCString();
        const check = checkClock({ startUnixMs, endUnixMs: startUnixMs + roundTripMs, date, age: null });
        return check.kind !== 'off';
      }),
    );
  });

  it('never calls a clock right that is more than 15 s off', () => {
    const times = fc.tuple(
      fc.oneof(fc.integer({ min: 15_001, max: 2 ** 31 }), fc.integer({ min: -(2 ** 31), max: -15_001 })),
      fc.integer({ min: 0, max: 60_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(times, ([aheadMs, roundTripMs, part]) => {
        const startUnixMs = MADE + aheadMs;
        const date = new Date(MADE + part * roundTripMs).toUTCString();
        return checkClock({ startUnixMs, endUnixMs: startUnixMs + roundTripMs, date, age: null }).kind !== 'right';
      }),
    );
  });
});

describe('decodeClockReading', () => {
  it('takes what the page reports', () => {
    expect(decodeClockReading({ ...reading(0), more: 1 })).toEqual(reading(0));
  });

  it.each([
    null,
    undefined,
    'x',
    [],
    {},
    { ...reading(0), startUnixMs: 'x' },
    { ...reading(0), endUnixMs: Infinity },
    { ...reading(0), date: 1 },
  ])('refuses %j', (value) => {
    expect(decodeClockReading(value)).toBeNull();
  });
});
