import type { Answers, Requests } from '../../../lib/app/answer-table.ts';
import { failed, type PageAnswer } from '../../../lib/app/page-answers.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import { decodePageRequest } from '../../../lib/messages/decode.ts';

const answerOf = async <K extends keyof Requests>(
  answers: Answers,
  kind: K,
  request: Requests[K],
): Promise<PageAnswer> => answers[kind]?.(request) ?? failed('not-scripted');

/** A background that answers these kinds of requests and no other, each as it comes out of the decoder. */
export const scriptedBackground =
  (answers: Answers): Ask =>
  async (message) => {
    const decoded = decodePageRequest(JSON.parse(JSON.stringify(message)));
    return decoded.ok ? answerOf(answers, decoded.value.kind, decoded.value) : failed(decoded.error);
  };
