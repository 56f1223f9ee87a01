import type { Browser, Proof, Row } from './row.ts';
import type { RunTest } from './test-run.ts';

const names: Readonly<Record<Browser, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

const shortcoming = ({ spec, title }: Proof, browser: Browser, run: readonly RunTest[]): string | null => {
  const found = run.filter(
    (test) => test.title === title && test.browser === browser && test.file.endsWith(`/${spec}`),
  );
  const bad = found.find(({ status }) => status !== 'passed');
  if (found.length > 0 && bad === undefined) return null;
  const how =
    bad === undefined ? 'was not in the run' : bad.status === 'failed' ? 'failed' : `did not run (${bad.status})`;
  return `in ${names[browser]} the test “${title}” of ${spec} ${how}`;
};

/**
 * Why rows are not shown to be true by a run: a sentence for each test that did not pass in a browser where it has to,
 * for each row without a test, and for each picture that `hasPicture` (given its file's name) does not know.
 */
export const shortcomings = (
  rows: readonly Row[],
  run: readonly RunTest[],
  hasPicture: (file: string) => boolean,
): readonly string[] =>
  rows.flatMap(({ step, picture, proofs }) => {
    const untested = proofs.length === 0 ? ['no test is named'] : [];
    const unproven = proofs.flatMap((proof) =>
      proof.browsers.map((browser) => shortcoming(proof, browser, run)).filter((found) => found !== null),
    );
    const unseen = !hasPicture(picture.file) ? [`docs/pictures/${picture.file} is missing`] : [];
    return [...untested, ...unproven, ...unseen].map((found) => `Row “${step}”: ${found}.`);
  });
