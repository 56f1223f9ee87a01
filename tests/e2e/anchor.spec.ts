import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WriteOrder } from '../../lib/app/page-ports.ts';
import { browsers, type Driver, launch } from '../support/e2e/driver.ts';
import { type SmallSite, serveSmallSite } from '../support/e2e/small-site.ts';

// The built scripts in a real tab: the scanner's mark reaches the page agent, which is another bundle in the same isolated world.
const canvas = '<canvas width="200" height="200"></canvas>';
const box = (name: string): string => `<form><label>Code <input name="${name}"></label></form>`;
const body = `${canvas}${box('code1')}<div id="dialog">${canvas}${box('code2')}</div>`;

let site: SmallSite;

beforeAll(async () => {
  site = await serveSmallSite(() => ({ '/': { body } }));
});

afterAll(() => site?.close());

describe.each(browsers)('in %s', (name) => {
  let browser: Driver;

  beforeAll(async () => {
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
  });

  afterAll(() => browser?.close());

  it('fills the box after the marked code, and after the picture that is drawn in its stead', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.at('anchor')}/`);

    const fill = async (marking: boolean) => {
      const { scripting, tabs } = Reflect.get(globalThis, 'chrome');
      const [{ id: tabId }] = await tabs.query({ url: 'http://*.localhost/*' });
      if (marking) {
        const [{ documentId, result }] = await scripting.executeScript({ target: { tabId }, files: ['/scan.js'] });
        const marked = await scripting.executeScript({
          target: { tabId, documentIds: [documentId] },
          func: (index: number) => globalThis.doorcodeScan?.mark(index),
          args: [1],
        });
        if (result.candidates.length !== 2 || marked[0]?.result !== true) return 'nothing to mark';
      }
      await scripting.executeScript({ target: { tabId }, files: ['/detector.js', '/fill.js'] });
      const order: WriteOrder = { mode: 'automatic', enrolledHere: true, besideCode: true, origin: '', code: '012345' };
      const [{ result }] = await scripting.executeScript({
        target: { tabId },
        func: (given: WriteOrder) => Reflect.get(globalThis, 'doorcodePage')?.write({ ...given, origin: self.origin }),
        args: [order],
      });
      return result;
    };
    const write = (mark: boolean): Promise<unknown> => browser.evaluateInBackground(`(${fill})(${mark})`);
    const values = (): Promise<string[]> =>
      page.$$eval('input', (inputs) => inputs.map((input) => `${input.name}=${input.value}`));

    expect(await write(true)).toBe('filled');
    expect(await values()).toEqual(['code1=', 'code2=012345']);
    await page.$eval(
      '#dialog',
      (dialog, fresh) => {
        dialog.innerHTML = `<p>That code was wrong.</p>${fresh}`;
      },
      canvas + box('code2'),
    );
    expect(await write(false)).toBe('filled');
    expect(await values()).toEqual(['code1=', 'code2=012345']);
    // Neither script leaves anything where the page could see it.
    const left = await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('doorcode')));
    expect(left).toEqual([]);
  });
});
