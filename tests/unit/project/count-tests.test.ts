import { describe, expect, it } from 'vitest';
import { countTests } from '../../../scripts/count-tests.ts';

const file = (status: string, ...ended: readonly string[]) => ({
  name: 'a.spec.ts',
  status,
  assertionResults: ended.map((end, index) => ({ fullName: `a ${index}`, status: end })),
});
const count = (...testResults: readonly ReturnType<typeof file>[]) => countTests({ testResults }, 0);

describe('the count of a stage', () => {
  it('takes tests that failed, passed, and were left out by their author for what they are', () => {
    const files = [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped', 'todo')];
    expect(count(...files)).toEqual({ passed: 2, failed: 1, note: '2 skipped' });
  });

  it('takes every test behind a set-up that failed as failed, which vitest reports as skipped', () => {
    expect(count(file('failed', 'skipped', 'skipped', 'pending'))).toEqual({ passed: 0, failed: 3, note: '' });
    // Of two browsers one may be missing.
    const files = [file('failed', 'passed', 'passed', 'skipped', 'skipped'), file('passed', 'passed')];
    expect(count(...files)).toEqual({ passed: 3, failed: 2, note: '' });
  });

  it.each([
    ['could not be loaded', []],
    ['broke while it cleared up', ['passed', 'passed']],
  ])('takes a file that %s as one failed test', (_, ended) => {
    expect(count(file('failed', ...ended))).toMatchObject({ passed: ended.length, failed: 1 });
  });

  it('goes by the files as the second try left them, and names how many needed it', () => {
    const report = { testResults: [file('passed', 'passed', 'passed')], numPendingTests: 2, secondTry: ['a.spec.ts'] };
    expect(countTests(report, 0)).toEqual({ passed: 2, failed: 0, note: '1 at the second try only' });
  });

  it('is one failed check where vitest told nothing, ran nothing, or ended badly after green tests', () => {
    expect(countTests(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(count()).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
