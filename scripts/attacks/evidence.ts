import type { Evidence } from './attack-row.ts';

/** Names the tests of a file, given from the project's folder on, by their titles. */
export const inFile =
  (file: string) =>
  (title: string): Evidence => ({ file, title });

const inFolder =
  (folder: string, ending: string) =>
  (file: string, title: string): Evidence => ({ file: `${folder}/${file}${ending}`, title });

/** Names a test below `tests/unit` by its file, without the ending, and its title. */
export const unit = inFolder('tests/unit', '.test.ts');
/** The same below `tests/torture`. */
export const torture = inFolder('tests/torture', '.test.ts');
/** The same below `tests/output`. */
export const output = inFolder('tests/output', '.test.ts');
/** The same below `tests/e2e`. */
export const e2e = inFolder('tests/e2e', '.spec.ts');
