import type { Answers } from './answer-table.ts';
import { createEnrolService } from './enrol-service.ts';
import { createPhoneService } from './phone-service.ts';
import type { ServicePorts } from './service-ports.ts';

/** Answers what is about finding and adding: on a page, from a phone, in a picture, or as typed. */
export function findingAnswers(ports: ServicePorts) {
  const { area, intents, pages } = ports;
  const enrol = createEnrolService(ports);
  const phone = createPhoneService(ports);

  return {
    opened: async ({ tabId }) => ({
      kind: 'opening',
      add: await intents.take(tabId, await pages.topDocument(tabId, 'press')),
    }),
    'found-texts': enrol.look,
    'list-found': ({ tabId }) => enrol.show(tabId),
    'add-found': enrol.add,
    'fill-added': enrol.fillAdded,
    'add-moved': enrol.addMoved,
    'dismiss-found': enrol.dismiss,
    'phone-texts': phone.take,
    'list-phone': ({ tabId }) => phone.show(tabId),
    'add-phone': phone.add,
    'add-all-phone': phone.addAll,
    'forget-phone': phone.forget,
    'take-area': (request) => area.take(request),
    'give-area': (request) => area.give(request),
    'drop-area': (request) => area.drop(request),
    'add-manual': ({ form }) => enrol.addManual(form),
  } satisfies Answers;
}
