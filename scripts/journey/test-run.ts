import { err, ok, type Result } from '../../lib/result.ts';
import type { Browser } from './row.ts';

/** One test of a run: its file's path, its title, the browser it drove, and how it ended (vitest's word). */
export type RunTest = {
  readonly file: string;
  readonly title: string;
  readonly browser: Browser;
  readonly status: string;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listIn = (value: unknown, key: string): readonly unknown[] | null => {
  const found = isFields(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : null;
};
const textIn = (value: unknown, key: string): string | null => {
  const found = isFields(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : null;
};

// A spec that names no browser in a describe block drives Chromium alone.
const browserIn = (blocks: readonly unknown[]): Browser =>
  blocks.some((block) => typeof block === 'string' && /\bfirefox\b/i.test(block)) ? 'firefox' : 'chromium';

/**
 * The tests in the text of a report by vitest's JSON reporter (`testResults[].assertionResults[]`), or `not-a-report`
 * when any of them lacks what is asked for.
 */
export function decodeTestRun(text: string): Result<readonly RunTest[], 'not-a-report'> {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return err('not-a-report');
  }
  const tests: RunTest[] = [];
  const files = listIn(report, 'testResults');
  if (files === null) return err('not-a-report');
  for (const result of files) {
    const file = textIn(result, 'name');
    const found = listIn(result, 'assertionResults');
    if (file === null || found === null) return err('not-a-report');
    for (const test of found) {
      const [title, status, blocks] = [textIn(test, 'title'), textIn(test, 'status'), listIn(test, 'ancestorTitles')];
      if (title === null || status === null || blocks === null) return err('not-a-report');
      tests.push({ file: file.replaceAll('\\', '/'), title, browser: browserIn(blocks), status });
    }
  }
  return ok(tests);
}
