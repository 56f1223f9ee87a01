import { randomBytes } from 'node:crypto';
import type { Page } from 'puppeteer-core';
import { afterAll } from 'vitest';
import { keyUriOf } from '../../../portal/key-uri.ts';
import { addFromLink } from './customers.ts';
import type { Driver } from './driver.ts';
import { popupPage } from './popup-page.ts';
import { until } from './until.ts';
import { boxesOf } from './watched-form.ts';

/** What came of a fill that was asked for: the background's answer, and the ids of the boxes that got something. */
export type Came = { readonly result: unknown; readonly got: readonly string[] };

/** The background withheld the code for a reason, and no box got anything. */
export const withheld = (reason: string): Came => ({ result: { kind: 'withheld', reason }, got: [] });
/** The background wrote nothing, and no box got anything. */
export const notWritten = (outcome: string): Came => ({ result: { kind: 'not-written', outcome }, got: [] });
/** The boxes of these ids got the code of a site, and no other box did. */
export const written = (origin: string, ...ids: readonly string[]): Came => ({
  result: { kind: 'written', origin, purpose: 'challenge', counterKept: true },
  got: ids,
});

/** What the ids of boxes begin with that must get nothing. */
export const WRONG = 'wrong';

/** Lets codes that went out go out once more, as each is written into one document only. */
export const forgetFills = (browser: Driver): Promise<unknown> =>
  browser.evaluateInBackground(`(async () => {
    const { session } = (globalThis.browser ?? chrome).storage;
    const names = Object.keys(await session.get(null)).filter((name) => name.startsWith('filled.'));
    await session.remove(names);
    return names.length;
  })()`);

/** Gives the vault an account that belongs to an origin. */
export const enrolAt = (browser: Driver, page: Page, origin: string, account = 'owner'): Promise<void> =>
  addFromLink(browser, page, origin, keyUriOf(new Uint8Array(randomBytes(20)), account));

/**
 * Declares, in a `describe`, that its tests ask for codes where they must not go; after them it says how often, and how many went
 * into a box that is named wrong.
 */
export function attacks(name: string) {
  let cases = 0;
  let released = 0;

  afterAll(() => console.info(`${name}: ${cases} cases, ${released} codes released`));

  /** Counts a case, and gives what the boxes of its tabs got. */
  async function reckon(...pages: readonly Page[]): Promise<readonly string[]> {
    const seen = await Promise.all(pages.map(boxesOf));
    const got = seen.flatMap((each) => each.got);
    cases += 1;
    if (got.some((id) => id.startsWith(WRONG))) released += 1;
    return got;
  }

  return {
    reckon,
    /** Presses the toolbar button on a page once its boxes are there, and has an account's code filled past every button. */
    async ask(browser: Driver, page: Page, boxes: number, account = 'owner'): Promise<Came> {
      await until(`${boxes} boxes are there`, async () => (await boxesOf(page)).boxes === boxes);
      await forgetFills(browser);
      const popup = await browser.pressToolbar(page);
      await popup.waitFor(popupPage(popup).at.code);
      const result = await popup.evaluate(`(async () => {
        const { runtime, tabs } = globalThis.browser ?? globalThis.chrome;
        const [{ id: tabId }] = await tabs.query({ active: true, currentWindow: true });
        const { entries } = await runtime.sendMessage({ kind: 'list-entries', tabId, most: 99 });
        const { id: entryId } = entries.find(({ account }) => account === ${JSON.stringify(account)});
        return (await runtime.sendMessage({ kind: 'fill', tabId, entryId })).result;
      })()`);
      await popup.close();
      return { result, got: await reckon(page) };
    },
  };
}
