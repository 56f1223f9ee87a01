import { expect, it } from 'vitest';
import { crossCheck } from './cross-check.ts';

// Half of the 100 000 cases: test files run side by side.
it('gives the codes of node:crypto and of otpauth in 50 000 random cases, beyond 2^31 s and counters of 32 bits too', {
  timeout: 60_000,
}, () => {
  const checked = crossCheck(50_000);
  expect(checked.differences).toEqual([]);
  expect(checked.timesBeyond31Bits).toBeGreaterThan(30_000);
  expect(checked.countersBeyond32Bits).toBeGreaterThan(15_000);
});
