import { browser } from 'wxt/browser';
import type { PageScan } from '../page/collect-qr-candidates.ts';

/** Injects the scanner into every document of a tab that the press reaches; documents out of reach are left out. */
export async function scanTab(tabId: number): Promise<readonly PageScan[]> {
  try {
    const injected = await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/scan.js'] });
    return injected.flatMap(({ result }) => (isScan(result) ? [result] : []));
  } catch {
    return [];
  }
}

// Our own script in its isolated world wrote it; this only tells a scan from a frame that answered nothing.
function isScan(value: unknown): value is PageScan {
  return typeof value === 'object' && value !== null && 'candidates' in value && Array.isArray(value.candidates);
}
