import type { CopyOutcome } from '../../lib/app/automatic-copy.ts';
import type { FolderState } from '../../lib/app/copy-folder.ts';
import type { CopyFile } from '../../lib/app/keep-copy.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import type { Question } from '../../lib/app/proof-question.ts';

/** Everything that the page shows. */
export type CopiesModel = {
  /** `shut`: Doorcode is not open. */
  readonly vault: 'unknown' | 'open' | 'shut';
  readonly copies: Pick<Extract<PageAnswer, { kind: 'copy-health' }>, 'health' | 'automatic'> | null;
  readonly folder: FolderState;
  readonly files: readonly CopyFile[];
  readonly busy: boolean;
  readonly failed: boolean;
  /** What came of the copy that was pressed for last, or that failed by itself; null for nothing to say. */
  readonly outcome: CopyOutcome | 'stopped' | null;
  /** Whether another passphrase for the copies is being chosen. */
  readonly choosing: boolean;
  /** What is asked before a passphrase for the copies is chosen; null where Doorcode is not open. */
  readonly question: Question | null;
  readonly wrong: boolean;
};

/** The page before anything is known. */
export const emptyModel: CopiesModel = {
  vault: 'unknown',
  copies: null,
  folder: 'none',
  files: [],
  busy: false,
  failed: false,
  outcome: null,
  choosing: false,
  question: null,
  wrong: false,
};
