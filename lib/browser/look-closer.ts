import { inject } from './inject.ts';
import { DETECTOR_SCRIPT } from './pages.ts';

/**
 * Puts the detector into one document of an allowed site: that very one where the browser names documents, else the one in its frame.
 * @returns whether it came there
 */
export async function lookCloser(tabId: number, frameId: number, documentId: string): Promise<boolean> {
  const target = documentId === '' ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  return (await inject(target, { files: [DETECTOR_SCRIPT, '/closer.js'] })).length > 0;
}
