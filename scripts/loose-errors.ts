import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** The name of the environment variable that says where the number goes. */
export const LOOSE_ERRORS_FILE = 'DOORCODE_LOOSE_ERRORS';

/**
 * A reporter for vitest that writes how many errors happened outside every test, which its JSON reporter leaves out. Those of a file
 * that failed go with its failure: a test that gave up leaves promises behind.
 */
export default class implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly object[]): void {
    const failed = modules.filter((one) => one.state() === 'failed').map(({ moduleId }) => moduleId);
    const loose = errors.filter((error) => !failed.includes(Reflect.get(error, 'VITEST_TEST_PATH')));
    const path = process.env[LOOSE_ERRORS_FILE];
    if (path !== undefined) writeFileSync(path, String(loose.length));
  }
}
