import { inject } from './inject.ts';

declare global {
  var doorcodeLogin: boolean | undefined;
}

/** Puts the script that hears of a sent login form into a tab's top document, or into that very document of it. */
export async function listenForLogin(tabId: number, documentId: string): Promise<void> {
  const target = documentId === '' ? { tabId } : { tabId, documentIds: [documentId] };
  await inject(target, { files: ['/login.js'] });
}
