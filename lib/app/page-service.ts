import type { PageRequest } from '../messages/protocol.ts';
import { accountAnswers } from './answer-accounts.ts';
import { codeAnswers } from './answer-codes.ts';
import { copyAnswers } from './answer-copies.ts';
import { findingAnswers } from './answer-finding.ts';
import { keyAnswers } from './answer-keys.ts';
import { settingAnswers } from './answer-settings.ts';
import { siteAnswers } from './answer-sites.ts';
import { type AllAnswers, answerOf } from './answer-table.ts';
import { transferAnswers } from './answer-transfer.ts';
import type { PageAnswer } from './page-answers.ts';
import type { ServicePorts } from './service-ports.ts';

/** Answers the requests of the popup and the extension's pages; every expected failure is an answer, never a throw. */
export function createPageService(ports: ServicePorts): (request: PageRequest) => Promise<PageAnswer> {
  const answers: AllAnswers = {
    ...keyAnswers(ports),
    ...findingAnswers(ports),
    ...codeAnswers(ports),
    ...accountAnswers(ports),
    ...copyAnswers(ports),
    ...settingAnswers(ports),
    ...transferAnswers(ports),
    ...siteAnswers(ports),
  };
  return async (request) => answerOf(answers, request.kind, request);
}
