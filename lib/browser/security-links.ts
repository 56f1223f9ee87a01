import { inject } from './inject.ts';

// The script waits for its page by itself, as long as the scanner does.
const PATIENCE_MS = 2_500;

/** Reads the links to security settings in a tab's top document, under the grant of a press; what the page's process answered is not decoded yet. */
export async function readSecurityLinks(tabId: number): Promise<unknown> {
  const [read] = await inject({ tabId }, { files: ['/security-links.js'] }, PATIENCE_MS);
  return read?.result;
}
