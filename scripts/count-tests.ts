import type { Report } from './second-try.ts';

/** What a stage of `npm test` counts for, and what is to be told beside it. */
export type Count = { readonly passed: number; readonly failed: number; readonly note: string };

/** A stage that did not run to its end counts as one failed check. */
export const failure = (note: string): Count => ({ passed: 0, failed: 1, note });

type File = Report['testResults'][number];

const counted = ({ status, assertionResults }: File): { passed: number; failed: number; skipped: number } => {
  const of = (...ends: readonly string[]): number =>
    assertionResults.filter((test) => ends.includes(test.status)).length;
  const [failed, idle] = [of('failed'), of('skipped', 'pending')];
  if (status !== 'failed') return { passed: of('passed'), failed, skipped: idle + of('todo') };
  // Where the set-up failed, vitest reports the tests behind it as skipped, or has found none, or all had passed before the end.
  return { passed: of('passed'), failed: Math.max(1, failed + idle), skipped: of('todo') };
};

/**
 * Counts the tests of vitest's report.
 * @param report what vitest told, with the names of what passed at a second try only
 */
export function countTests(
  report: (Report & { readonly secondTry?: readonly string[] }) | undefined,
  exitCode: number,
): Count {
  if (report === undefined) return failure('vitest left no report');
  const files = report.testResults.map(counted);
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => files.reduce((total, file) => total + file[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const tries = report.secondTry?.length ?? 0;
  const notes = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(tries > 0 ? [`${tries} at the second try only`] : []),
  ];
  if (passed + failed === 0) return failure('vitest ran no tests');
  // An error outside every test leaves all tests green and only the exit code red.
  if (exitCode !== 0 && failed === 0) return { passed, failed: 1, note: `vitest ended with ${exitCode}` };
  return { passed, failed, note: notes.join(', ') };
}
