/** What is read of a report by vitest's JSON reporter. */
export type Report = {
  readonly testResults: readonly {
    /** The path of a file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/** A report in which files stand as a second run left them: its numbers counted anew, and the names of what passed only then. */
export type WithSecondTry = Report & {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly secondTry: readonly string[];
};

// More broken files than this are broken, not unlucky.
const MOST_FILES = 4;

/** The paths of the files to run once more; none where nothing failed, or so much that the reason is another. */
export function filesToTryAgain({ testResults }: Report): readonly string[] {
  const broken = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
  return broken.length <= MOST_FILES ? broken : [];
}

/**
 * Puts the files of a second run in the place of their first.
 * @returns the whole of `first` with what the second run changed; `secondTry` names tests, or a file whose set-up had failed
 */
export function withSecondTry(first: Report, second: Report): WithSecondTry {
  const again = new Map(second.testResults.map((file) => [file.name, file]));
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file);
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => tests.filter((test) => test.status === status).length;
  const secondTry = first.testResults.flatMap((file) => {
    const then = again.get(file.name);
    if (then === undefined) return [];
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
    if (failed.length === 0) return then.status === 'failed' ? [] : [file.name];
    return failed.filter((name) =>
      then.assertionResults.some(({ fullName, status }) => fullName === name && status === 'passed'),
    );
  });
  return { ...first, testResults, numPassedTests: count('passed'), numFailedTests: count('failed'), secondTry };
}
