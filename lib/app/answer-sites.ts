import type { Answers } from './answer-table.ts';
import type { ServicePorts } from './service-ports.ts';
import { createSitesService } from './sites-service.ts';

/** Answers what is about the sites that the customer allowed. */
export function siteAnswers(ports: ServicePorts) {
  const sites = createSitesService(ports);
  return { 'list-automatic': () => sites.list(), 'stop-site': sites.stop } satisfies Answers;
}
