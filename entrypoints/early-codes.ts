import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { firstRequest } from '../lib/browser/early-codes.ts';
import { currentTab } from '../lib/browser/tabs.ts';
import { askBackground } from '../lib/browser/transport.ts';

/** Asks for the popup's first codes while the popup's own script, forty times as large, is still loading. */
export default defineUnlistedScript(() => {
  globalThis.doorcodeEarlyCodes = currentTab(location.href).then((tab) => ({
    tab,
    answer: tab === null ? Promise.resolve(null) : askBackground(firstRequest(tab.tabId)).catch(() => null),
  }));
});
