import type { Popup } from './popup.ts';

/** A file that is given to a page. */
export type GivenFile = { readonly name: string; readonly type: string; readonly base64: string };

/** Drops or pastes files or a text, as far as the page sees it. */
export const giveFiles = (
  page: Popup,
  type: 'drop' | 'paste',
  files: readonly GivenFile[],
  text = '',
): Promise<unknown> =>
  page.evaluate(`(() => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of ${JSON.stringify(files)})
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }));
    if (${JSON.stringify(text)} !== '') transfer.setData('text/plain', ${JSON.stringify(text)});
    const event = new Event('${type}', { bubbles: true, cancelable: true });
    // Firefox gives a paste that a script makes a clipboard without files.
    for (const part of ['dataTransfer', 'clipboardData']) Object.defineProperty(event, part, { value: transfer });
    document.body.dispatchEvent(event);
  })()`);

/** All accounts that are stored, with their sites. */
export async function storedAccounts(page: Popup): Promise<unknown> {
  const answer = await page.evaluate(
    `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage({ kind: 'list-entries', tabId: 0, most: 20 })`,
  );
  const { entries } = JSON.parse(JSON.stringify(answer));
  return entries.map(({ account, sites }: Record<string, unknown>) => [account, JSON.stringify(sites)]).toSorted();
}
