import type { PageAnswer } from '../app/page-answers.ts';
import type { PageRequest } from './protocol.ts';

/** Asks the background and waits for its answer. */
export type Ask = (request: PageRequest) => Promise<PageAnswer>;

const kinds = new Set<unknown>([
  'vault-state',
  'entries',
  'found',
  'opening',
  'unconfirmed',
  'added',
  'moved',
  'phone',
  'area',
  'offer',
  'backup-codes',
  'choose',
  'fill',
  'done',
  'opened',
  'copies',
  'raw-copies',
  'failed',
  'settings',
  'policies',
  'clock',
  'backup',
  'restore-preview',
  'copy-health',
  'restored',
  'undone',
  'checked',
  'exported',
  'removed',
  'print',
  'editable',
  'edited',
  'accounts',
  'unchanged',
  'would-change-codes',
]);

const isAnswer = (value: unknown): value is PageAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.has(value.kind);

/** Wraps a transport: anything that is no answer of ours, an ended background included, reads as `no-answer`. */
export function createClient(send: (request: PageRequest) => Promise<unknown>): Ask {
  return async (request) => {
    const answer = await send(request).catch(() => null);
    return isAnswer(answer) ? answer : { kind: 'failed', reason: 'no-answer' };
  };
}
