import type { SiteButton } from '../app/submitting-sites.ts';
import type { Submitter } from '../page/press-submit.ts';
import { inject } from './inject.ts';

declare global {
  var doorcodeSubmitter: Submitter | undefined;
}

/** The site's own button, in the one document that a code was written into. */
export const siteButton: SiteButton = {
  async watch(tabId, documentId) {
    await inject({ tabId, documentIds: [documentId] }, { files: ['/submit.js'] });
  },
  async press(tabId, documentId, order) {
    await inject(
      { tabId, documentIds: [documentId] },
      {
        func: (given: typeof order) =>
          globalThis.doorcodeSubmitter?.press(given, () => globalThis.doorcodePage?.box() ?? null) ?? false,
        args: [order],
      },
    );
  },
};
