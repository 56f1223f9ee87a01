import { decodeNames, type PageNames } from '../app/page-names.ts';
import { inject } from './inject.ts';
import { AGENT, missingIn } from './page-scripts.ts';

declare global {
  var doorcodeNames: (() => { readonly origin: string; readonly names: readonly string[] | null }) | undefined;
}

/** The port over `scripting.executeScript`, under the same grants as a fill. */
export const pageNames: PageNames = async (tabId, origin, documentId) => {
  const target = documentId === '' ? { tabId } : { tabId, documentIds: [documentId] };
  await inject(target, { files: [...(await missingIn(target, AGENT)), '/names.js'] });
  const [read] = await inject(target, { func: () => globalThis.doorcodeNames?.(), args: [] });
  return decodeNames(read?.result, origin);
};
