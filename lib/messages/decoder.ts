import { type Fields, isCount, isText } from './fields.ts';
import type { PageRequest, RequestOf } from './protocol.ts';

/** Makes a request of one kind out of a message; null for a message that is not exactly one. */
type Decoder<K extends PageRequest['kind']> = (fields: Fields) => RequestOf<K> | null;

/** A decoder for each kind of request; one of another kind does not fit. */
export type AllDecoders = { readonly [K in PageRequest['kind']]: Decoder<K> };

/** The decoders of one family of requests. */
export type Decoders = Partial<AllDecoders>;

type TabKind = Extract<PageRequest, { readonly tabId: number }>['kind'];

/** A request about a tab and nothing else. */
export const ofTab =
  <K extends TabKind>(kind: K) =>
  ({ tabId }: Fields) =>
    isCount(tabId) ? { kind, tabId } : null;

type EntryKind = Extract<PageRequest, { readonly entryId: string }>['kind'];

/** A request about one account and nothing else. */
export const ofEntry =
  <K extends EntryKind>(kind: K) =>
  ({ entryId }: Fields) =>
    isText(entryId, 64) ? { kind, entryId } : null;
