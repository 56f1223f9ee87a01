import type { Ask } from '../messages/client.ts';
import type { PageAnswer } from './page-answers.ts';

/** What was taken back; nothing at all where it was too late for it. */
export type Undone = Extract<PageAnswer, { readonly kind: 'undone' }>;

/** Has the background take back what was added together; null where that failed. */
export async function askUndo(ask: Ask, undo: string): Promise<Undone | null> {
  const answer = await ask({ kind: 'undo-restore', undo });
  if (answer.kind === 'undone') return answer;
  const isGone = answer.kind === 'failed' && answer.reason === 'nothing-to-undo';
  return isGone ? { kind: 'undone', removed: 0, stayed: [] } : null;
}
