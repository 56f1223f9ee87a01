import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { HABITS } from '../lib/app/habits.ts';
import { currentTab, isPanel } from '../lib/browser/current-tab.ts';
import { firstRequest } from '../lib/browser/early-codes.ts';
import { beginScan } from '../lib/browser/early-scan.ts';
import { nativeApi } from '../lib/browser/native-api.ts';

/**
 * Asks for the popup's first codes, and begins to read the page, while the popup's own script, a hundred times as large, is still
 * loading.
 */
export default defineUnlistedScript(() => {
  const { runtime, storage } = nativeApi();
  const wanted = currentTab(location.href);
  const habits = storage.local.get([HABITS]).catch(() => ({}));
  globalThis.doorcodeEarlyCodes = wanted.then((tab) => ({
    tab,
    habits,
    answer: tab === null ? Promise.resolve(null) : runtime.sendMessage(firstRequest(tab.tabId)).catch(() => null),
    scan: tab === null || isPanel(location.href) ? null : beginScan(tab.tabId),
  }));
});
