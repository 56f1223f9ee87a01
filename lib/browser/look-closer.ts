import { inject } from './inject.ts';
import { bring, READER } from './page-scripts.ts';

/**
 * Puts the detector into one document of an allowed site: that very one where the browser names documents, else the one in its frame.
 * @returns whether it came there
 */
export async function lookCloser(tabId: number, frameId: number, documentId: string): Promise<boolean> {
  const target = documentId === '' ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  return (await inject(target, { files: ['/detector.js', '/closer.js'] })).length > 0;
}

/** Brings what fills a code and what reads a site's answer into a tab's documents, as far as they lack it. */
export const makeReady = (tabId: number): Promise<void> => bring({ tabId, allFrames: true }, READER);
