import type { PageAnswer } from '../app/page-answers.ts';
import type { PageRequest } from './protocol.ts';

/** Asks the background and waits for its answer. */
export type Ask = (request: PageRequest) => Promise<PageAnswer>;

// As a record, so that a kind of answer that is not listed is an error of types.
const kinds: Readonly<Record<PageAnswer['kind'], true>> = {
  'vault-state': true,
  entries: true,
  found: true,
  opening: true,
  unconfirmed: true,
  added: true,
  moved: true,
  phone: true,
  area: true,
  offer: true,
  'backup-codes': true,
  choose: true,
  fill: true,
  done: true,
  opened: true,
  copies: true,
  'raw-copies': true,
  failed: true,
  settings: true,
  policies: true,
  clock: true,
  automatic: true,
  'check-up': true,
  backup: true,
  'restore-preview': true,
  'copy-health': true,
  restored: true,
  undone: true,
  checked: true,
  exported: true,
  'export-file': true,
  removed: true,
  print: true,
  'print-sheet': true,
  editable: true,
  edited: true,
  accounts: true,
  unchanged: true,
  'would-change-codes': true,
};

const isKind = (kind: unknown): kind is PageAnswer['kind'] => typeof kind === 'string' && Object.hasOwn(kinds, kind);

const isAnswer = (value: unknown): value is PageAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value && isKind(value.kind);

/** Wraps a transport: anything that is no answer of ours, an ended background included, reads as `no-answer`. */
export function createClient(send: (request: PageRequest) => Promise<unknown>): Ask {
  return async (request) => {
    const answer = await send(request).catch(() => null);
    return isAnswer(answer) ? answer : { kind: 'failed', reason: 'no-answer' };
  };
}
