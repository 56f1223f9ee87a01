import type { AccountsAnswer } from '../messages/protocol-accounts.ts';
import type { CodesAnswer } from '../messages/protocol-codes.ts';
import type { CopiesAnswer } from '../messages/protocol-copies.ts';
import type { FindingAnswer } from '../messages/protocol-finding.ts';
import type { KeysAnswer } from '../messages/protocol-keys.ts';
import type { SettingsAnswer } from '../messages/protocol-settings.ts';
import type { SitesAnswer } from '../messages/protocol-sites.ts';
import type { TransferAnswer } from '../messages/protocol-transfer.ts';
import type { Result } from '../result.ts';

/** What the background answers to our own pages. */
export type PageAnswer =
  | KeysAnswer
  | FindingAnswer
  | CodesAnswer
  | AccountsAnswer
  | CopiesAnswer
  | SettingsAnswer
  | TransferAnswer
  | SitesAnswer
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A refusal with its literal reason; the popup has the words. */
export const failed = (reason: string): PageAnswer => ({ kind: 'failed', reason });

/** `done` for a success, whatever its value, else the refusal. */
export const doneOr = (result: Result<unknown, string>): PageAnswer =>
  result.ok ? { kind: 'done' } : failed(result.error);
