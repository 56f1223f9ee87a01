import { afterEach, expect, it, vi } from 'vitest';
import { eachSecond } from '../../../lib/browser/each-second.ts';

afterEach(() => vi.useRealTimers());

it('tells the time at once and at each full second, until it is ended', () => {
  vi.useFakeTimers({ now: 10_400 });
  const told: number[] = [];
  const end = eachSecond(Date.now, (now) => told.push(now));
  vi.advanceTimersByTime(1_700);
  expect(told).toEqual([10_400, 11_000, 12_000]);
  end();
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(3);
});
