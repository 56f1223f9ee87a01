import { describe, expect, it } from 'vitest';
import { filesToTryAgain, type Report, withSecondTry } from '../../../scripts/second-try.ts';

type Ended = 'passed' | 'failed';

const file = (name: string, tests: Readonly<Record<string, Ended>>, status?: Ended) => ({
  name,
  status: status ?? (Object.values(tests).includes('failed') ? 'failed' : 'passed'),
  assertionResults: Object.entries(tests).map(([fullName, ended]) => ({ fullName, status: ended })),
});

const report = (...testResults: readonly ReturnType<typeof file>[]): Report => ({ testResults });

const first = report(file('a', { 'a fills': 'passed', 'a waits': 'failed' }), file('b', { 'b fills': 'passed' }));

describe('a second try of browser specs', () => {
  it('takes whole files, as the tests of a file build on each other', () => {
    expect(filesToTryAgain(first)).toEqual(['a']);
    expect(filesToTryAgain(report(file('b', { 'b fills': 'passed' })))).toEqual([]);
  });

  it('is not given where so many files failed that it was not bad luck', () => {
    const broken = ['a', 'b', 'c', 'd', 'e'].map((name) => file(name, { one: 'failed' }));
    expect(filesToTryAgain(report(...broken))).toEqual([]);
    expect(filesToTryAgain(report(...broken.slice(1)))).toHaveLength(4);
  });

  it('counts what passes then as passed, and names it', () => {
    const whole = withSecondTry(first, report(file('a', { 'a fills': 'passed', 'a waits': 'passed' })));
    expect(whole).toMatchObject({ numPassedTests: 3, numFailedTests: 0, secondTry: ['a waits'] });
  });

  it('leaves failed what fails twice, or passed only at first', () => {
    const whole = withSecondTry(first, report(file('a', { 'a fills': 'failed', 'a waits': 'failed' })));
    expect(whole).toMatchObject({ numPassedTests: 1, numFailedTests: 2, secondTry: [] });
  });

  it('names the file where no test of it had begun', () => {
    const whole = withSecondTry(report(file('a', {}, 'failed')), report(file('a', { 'a fills': 'passed' })));
    expect(whole).toMatchObject({ numPassedTests: 1, secondTry: ['a'] });
  });
});
