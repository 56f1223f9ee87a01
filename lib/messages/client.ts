import type { PageAnswer } from '../app/page-answers.ts';
import type { PageRequest } from './protocol.ts';

/** Asks the background and waits for its answer. */
export type Ask = (request: PageRequest) => Promise<PageAnswer>;

// As a record, so that a kind of answer that is not listed is an error of types; nobody reads what it holds.
const kinds: Readonly<Record<PageAnswer['kind'], null>> = {
  'vault-state': null,
  entries: null,
  found: null,
  opening: null,
  unconfirmed: null,
  added: null,
  moved: null,
  phone: null,
  area: null,
  offer: null,
  'backup-codes': null,
  choose: null,
  fill: null,
  done: null,
  opened: null,
  copies: null,
  'raw-copies': null,
  failed: null,
  settings: null,
  policies: null,
  clock: null,
  automatic: null,
  'check-up': null,
  backup: null,
  'restore-preview': null,
  'copy-health': null,
  restored: null,
  undone: null,
  checked: null,
  exported: null,
  'export-file': null,
  removed: null,
  print: null,
  'print-sheet': null,
  editable: null,
  edited: null,
  accounts: null,
  unchanged: null,
  'would-change-codes': null,
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
