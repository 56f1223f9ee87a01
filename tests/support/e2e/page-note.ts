import type { Driver } from './driver.ts';
import { until } from './until.ts';

// Only the extension sees into the closed tree that a note stands in; what runs there needs the grant of a press, or the site.
const shown = `(async () => {
  const api = globalThis.browser ?? globalThis.chrome;
  const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
  const [{ result }] = await api.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => {
      const api = globalThis.browser ?? globalThis.chrome;
      const treeOf = (element) => element.openOrClosedShadowRoot ?? api.dom.openOrClosedShadowRoot(element);
      const hosts = [...document.documentElement.children].filter((each) => each !== document.head && each !== document.body);
      const notes = hosts.map((host) => treeOf(host)?.querySelector('[role=status]'));
      const isSeen = (note) => {
        const { width, height, top, left } = note.getBoundingClientRect();
        return note.checkVisibility() && width > 0 && height > 0 && left >= 0 && top >= 0 && left + width <= innerWidth;
      };
      return notes.filter((note) => note && isSeen(note)).map((note) => note.textContent);
    },
  });
  return result;
})()`;

/** The notes that are to be seen over the page of the active tab, which a press or its site lends to the extension. */
export const notesOnPage = async (browser: Driver): Promise<readonly unknown[]> =>
  [await browser.evaluateInBackground(shown)].flat();

/** Waits until one note alone is to be seen there, and its sentence fits. */
export async function waitForNote(browser: Driver, sentence: RegExp): Promise<void> {
  await until(`the page's note says ${sentence}`, async () => {
    const [note, ...more] = await notesOnPage(browser);
    return typeof note === 'string' && sentence.test(note) && more.length === 0;
  });
}
