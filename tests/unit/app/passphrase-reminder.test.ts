import { describe, expect, it } from 'vitest';
import { isReminderDue } from '../../../lib/app/passphrase-reminder.ts';

const typed = Date.UTC(2026, 0, 5, 12);
const days = (count: number): number => count * 24 * 60 * 60 * 1000;
const due = (passedMs: number, provenUnixMs = typed): boolean =>
  isReminderDue({ enabled: true, provenUnixMs, nowUnixMs: typed + passedMs });

describe('the reminder of the passphrase', () => {
  it('is due two weeks after the passphrase was typed, and not before', () => {
    expect([0, days(14) - 1, days(14), days(400)].map((passed) => due(passed))).toEqual([false, false, true, true]);
  });

  it('is never due for somebody who does not want it', () => {
    expect(isReminderDue({ enabled: false, provenUnixMs: typed, nowUnixMs: typed + days(400) })).toBe(false);
  });

  it('is not due by a clock that was set back', () => {
    expect([due(-1), due(-days(5000))]).toEqual([false, false]);
  });

  it('is due once by a clock that was set far ahead, and not again when the clock is right', () => {
    const ahead = days(20_000);
    expect(due(ahead)).toBe(true);
    const answered = typed + ahead;
    expect(due(ahead, answered)).toBe(false);
    expect([0, days(14), days(400)].map((passed) => due(passed, answered))).toEqual([false, false, false]);
  });

  it('is due again two weeks after the answer', () => {
    const answered = typed + days(15);
    expect([due(days(28), answered), due(days(29), answered)]).toEqual([false, true]);
  });
});
