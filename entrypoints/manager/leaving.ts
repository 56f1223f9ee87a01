import type { FileKind } from '../../lib/app/export-file.ts';
import type { Question } from '../../lib/app/proof-question.ts';
import type { TransferAnswer } from '../../lib/messages/protocol-transfer.ts';

/** How far it is with a file for another app, or with the sheet of paper. */
export type Leaving =
  /** `problem`: the last file was not right when it was read again. */
  | { readonly kind: 'choosing'; readonly problem: 'not-whole' | null }
  /** Who sits there is asked, and then for the passphrase of a file that is sealed; the question is null until it is known. */
  | { readonly kind: 'asking'; readonly format: FileKind | 'paper'; readonly question: Question | null }
  /** What the file holds; it was saved where it holds any account. */
  | ({ readonly kind: 'written' } & Pick<TransferAnswer, 'fileName' | 'count' | 'leftOut'>);

/** Nothing was chosen yet. */
export const notLeaving: Leaving = { kind: 'choosing', problem: null };
