import { inject } from './pages.ts';

/** Puts the detector into one document of an allowed site: that very one where the browser names documents, else the one in its frame. */
export async function lookCloser(tabId: number, frameId: number, documentId: string): Promise<void> {
  const target = documentId === '' ? { tabId, frameIds: [frameId] } : { tabId, documentIds: [documentId] };
  await inject(target, { files: ['/closer.js'] });
}
