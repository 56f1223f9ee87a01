import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Driver, launch } from '../support/e2e/driver.ts';

// The built scripts in a real tab: the scanner's mark reaches the page agent, which is another bundle in the same isolated world.
const canvas = '<canvas width="200" height="200"></canvas>';
const box = (name: string): string => `<form><label>Code <input name="${name}"></label></form>`;
const markup = `<!doctype html><meta charset="utf-8">${canvas}${box('code1')}<div id="dialog">${canvas}${box('code2')}</div>`;

let chromium: Driver;
let server: Server;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(markup));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  chromium = await launch('chromium', { granted: ['http://*.localhost/*'] });
});

afterAll(async () => {
  await chromium?.close();
  server?.close();
});

it('fills the box after the marked code, and after the picture that is drawn in its stead', async () => {
  const address = server.address();
  const page = await chromium.newPage();
  await page.goto(`http://anchor.localhost:${typeof address === 'object' ? address?.port : ''}/`);

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
    await scripting.executeScript({ target: { tabId }, files: ['/fill.js'] });
    const order = { mode: 'automatic', enrolledHere: true, besideCode: true, origin: '', code: '012345' };
    const [{ result }] = await scripting.executeScript({
      target: { tabId },
      func: (given: object) => Reflect.get(globalThis, 'doorcodePage').write({ ...given, origin: self.origin }),
      args: [order],
    });
    return result;
  };
  const write = (mark: boolean): Promise<unknown> => chromium.evaluateInBackground(`(${fill})(${mark})`);
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
  expect(await page.evaluate(() => Object.keys(globalThis).filter((name) => name.startsWith('doorcode')))).toEqual([]);
});
