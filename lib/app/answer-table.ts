import type { PageRequest, RequestOf } from '../messages/protocol.ts';
import type { PageAnswer } from './page-answers.ts';

/** Each request by its kind. */
export type Requests = { readonly [K in PageRequest['kind']]: RequestOf<K> };

/** An answer to each kind of request. */
export type AllAnswers = { readonly [K in keyof Requests]: (request: Requests[K]) => Promise<PageAnswer> };

/** The answers to one family of requests. */
export type Answers = Partial<AllAnswers>;

/** Answers a request by its kind, which is named apart: only so does the compiler see that answer and request belong together. */
export const answerOf = <K extends keyof Requests>(
  answers: AllAnswers,
  kind: K,
  request: Requests[K],
): Promise<PageAnswer> => answers[kind](request);
