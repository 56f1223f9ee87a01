import { err, ok, type Result } from '../result.ts';
import { MAX_NAME_LENGTH } from './bounds.ts';
import { accountDecoders } from './decode-accounts.ts';
import { codeDecoders } from './decode-codes.ts';
import { copyDecoders } from './decode-copies.ts';
import { findingDecoders } from './decode-finding.ts';
import { keyDecoders } from './decode-keys.ts';
import { settingDecoders } from './decode-settings.ts';
import { siteDecoders } from './decode-sites.ts';
import { transferDecoders } from './decode-transfer.ts';
import type { AllDecoders } from './decoder.ts';
import { isOneOf, isText, ownFields } from './fields.ts';
import type { ContentRequest, PageRequest } from './protocol.ts';

/** Every kind of request of our own pages, with what decodes it. */
export const pageDecoders: AllDecoders = {
  ...keyDecoders,
  ...findingDecoders,
  ...codeDecoders,
  ...accountDecoders,
  ...copyDecoders,
  ...settingDecoders,
  ...transferDecoders,
  ...siteDecoders,
};

const isPageKind = (kind: unknown): kind is PageRequest['kind'] =>
  typeof kind === 'string' && Object.hasOwn(pageDecoders, kind);

/**
 * Decodes a message from one of our own pages.
 * @returns the request, or `unknown-message` for anything that is not exactly one of {@link PageRequest}
 */
export function decodePageRequest(message: unknown): Result<PageRequest, 'unknown-message'> {
  const fields = ownFields(message);
  const request = fields !== null && isPageKind(fields.kind) ? pageDecoders[fields.kind](fields) : null;
  return request === null ? err('unknown-message') : ok(request);
}

const contentKinds: readonly Exclude<ContentRequest['kind'], 'login-named'>[] = [
  'watch-here',
  'worth-a-look',
  'challenge-seen',
  'no-challenge',
  'page-changed',
  'code-perhaps',
  'code-gone',
];

/**
 * Decodes a message from a content script.
 * @returns the request, or `unknown-message`; no page request is ever decoded here
 */
export function decodeContentRequest(message: unknown): Result<ContentRequest, 'unknown-message'> {
  const { kind, name } = ownFields(message) ?? {};
  if (kind === 'login-named') return isText(name, MAX_NAME_LENGTH) ? ok({ kind, name }) : err('unknown-message');
  return isOneOf(kind, contentKinds) ? ok({ kind }) : err('unknown-message');
}
