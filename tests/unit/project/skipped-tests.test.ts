import { afterEach, expect, it, vi } from 'vitest';
import SkippedTests from '../../../scripts/skipped-tests.ts';

const ran = (fullName: string, state: string, note?: string) => ({ fullName, result: () => ({ state, note }) });

const moduleOf = (...tests: readonly ReturnType<typeof ran>[]) => ({
  children: { allTests: (state: string) => tests.filter((test) => test.result().state === state) },
});

afterEach(() => vi.restoreAllMocks());

it('the end of a run names each test that was skipped, with the reason that it gave', () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  new SkippedTests().onTestRunEnd([
    moduleOf(ran('looks as accepted', 'skipped', 'the fonts are others'), ran('fills', 'passed')),
    moduleOf(ran('reads', 'failed'), ran('prints', 'skipped')),
  ]);
  expect(log.mock.calls).toEqual([['skipped: looks as accepted (the fonts are others)'], ['skipped: prints']]);
});
