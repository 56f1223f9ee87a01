import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostingPages } from '../../fixtures/pages/hosting-pages.ts';
import { bundle } from '../../score/fields/bundle.ts';
import { type Driver, launch } from '../../support/e2e/driver.ts';

// The engine in plain pages of a real Chromium, in the page's own world: harder than the isolated one, where a page's setters are not seen.
const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

let browser: Driver;
let page: Page;
let engine: string;
let controlled: string;

beforeAll(async () => {
  engine = await bundle(pathOf('../../score/fields/page-room.ts'), 'engine');
  controlled = await bundle(pathOf('../../support/e2e/controlled-boxes.ts'), 'controlled');
  browser = await launch('chromium');
  page = await browser.newPage();
});

afterAll(async () => {
  await browser?.close();
});

/** Draws a page, runs its script, then lends it the engine. */
async function draw(markup: string, script = ''): Promise<void> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><html><body>${markup}</body></html>`);
  await page.evaluate(`(() => { ${script} })()`);
  await page.evaluate(engine);
}

/** Starts filling all boxes that match; the answer is what came of it and what the page holds then. */
async function fill(selector: string, code = '012345'): Promise<{ kind: string; values: string[] }> {
  const answer = await page.evaluate(`(async () => {
    const inputs = [...document.querySelectorAll('${selector}')];
    const field = inputs.length === 1 ? { kind: 'single', input: inputs[0] } : { kind: 'split', inputs };
    const { kind } = await engine.fillCodeField(field, '${code}');
    return JSON.stringify({ kind, values: [...document.querySelectorAll('${selector}')].map((input) => input.value) });
  })()`);
  return JSON.parse(String(answer));
}

const filled = { kind: 'filled', values: ['012345'] };
const filledRow = { kind: 'filled', values: Array.from('012345') };
const six = (attributes = ''): string => `<input class="d" ${attributes}>`.repeat(6);
const boxes = `const boxes = [...document.querySelectorAll('input')];
  const on = (type, act) => boxes.forEach((box, at) => box.addEventListener(type, (event) => act(event, at)));`;

// As React 17 to 19 track a box: a property of the instance notes what the framework wrote, an input event counts only when the box
// differs from it, and after every event the state is written back.
const tracked = `${boxes}
  const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  window.states = boxes.map(() => '');
  boxes.forEach((box, at) => {
    let last = box.value;
    Object.defineProperty(box, 'value', { configurable: true, get() { return native.get.call(box); },
      set(value) { last = String(value); native.set.call(box, value); } });
    box.addEventListener('input', () => {
      const now = native.get.call(box);
      if (now !== last) { last = now; states[at] = now; }
      queueMicrotask(() => { box.value = states[at]; });
    });
  });`;

describe('a single box', () => {
  it.each([
    ['plain', '<input id="b" maxlength="6">', ''],
    ['for numbers, leading zero kept', '<input id="b" type="number">', ''],
    ['for telephone numbers with a pattern', '<input id="b" type="tel" pattern="[0-9]{6}">', ''],
    ['for passwords', '<input id="b" type="password">', ''],
    ['that React controls', '<input id="b">', tracked],
    [
      'whose mask cancels beforeinput and writes by itself',
      '<input id="b">',
      `${boxes} on('beforeinput', (event) => { event.preventDefault(); event.target.value = event.data.replace(/\\D/g, ''); });`,
    ],
    [
      'whose form is sent, and emptied, as soon as it is full',
      '<form><input id="b"></form>',
      `${boxes} on('input', (event) => setTimeout(() => event.target.form.requestSubmit(), 80));
       document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); window.sent = boxes[0].value; });`,
    ],
  ])('%s', async (_, markup, script) => {
    await draw(markup, script);
    expect(await fill('#b')).toEqual(filled);
  });

  it('of a form that sends itself and is emptied counts as filled', async () => {
    const script = `${boxes} on('input', () => setTimeout(() => boxes[0].form.requestSubmit(), 80));
      document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); window.sent = boxes[0].value; boxes[0].value = ''; });`;
    await draw('<form><input id="b"></form>', script);
    expect(await fill('#b')).toEqual({ kind: 'filled', values: [''] });
    expect(await page.evaluate('window.sent')).toBe('012345');
  });

  it('that React controls keeps the code in its state, where a plain assignment is put back', async () => {
    await draw('<input id="b">', tracked);
    await page.evaluate(
      `document.querySelector('#b').value = '012345'; document.querySelector('#b').dispatchEvent(new Event('input'))`,
    );
    expect(await page.evaluate(`document.querySelector('#b').value`)).toBe('');
    await fill('#b');
    expect(await page.evaluate('states[0]')).toBe('012345');
  });

  it.each([
    ['drops the leading zero', `on('change', () => { boxes[0].value = String(Number(boxes[0].value) || ''); });`],
    ['takes the code away 200 ms later', `on('input', () => setTimeout(() => { boxes[0].value = ''; }, 200));`],
  ])('whose page %s is reverted, and left empty', async (_, script) => {
    await draw('<input id="b" type="number">', `${boxes} ${script}`);
    expect(await fill('#b')).toEqual({ kind: 'reverted', values: [''] });
  });
});

describe('a row of boxes', () => {
  it.each([
    ['of one character each', six('maxlength="1"'), ''],
    ['without a length, that moves the cursor on', six(), `${boxes} on('input', (_, at) => boxes[at + 1]?.focus());`],
    [
      'each shut until the one before is filled',
      `<input class="d" maxlength="1">${'<input class="d" maxlength="1" disabled>'.repeat(5)}`,
      `${boxes} on('input', (_, at) => setTimeout(() => boxes[at + 1]?.removeAttribute('disabled')));`,
    ],
    [
      'that hands a pasted code along',
      six('maxlength="1"'),
      `${boxes} on('paste', (event) => { event.preventDefault();
        [...event.clipboardData.getData('text/plain')].forEach((digit, at) => { boxes[at].value = digit; }); });`,
    ],
    [
      'that takes a paste and does nothing',
      six('maxlength="1"'),
      `${boxes} on('paste', (event) => event.preventDefault());`,
    ],
    [
      'whose first box hands along what is written there',
      six(),
      `${boxes} on('input', (event, at) => { [...event.target.value].forEach((digit, more) => { boxes[at + more].value = digit; }); });`,
    ],
    [
      'that moves on at keys, and back at an empty box',
      six('maxlength="1"'),
      `${boxes} on('keyup', (event, at) => (event.target.value === '' ? boxes[at - 1] : boxes[at + 1])?.focus());`,
    ],
    ['that React controls', six('maxlength="1"'), tracked],
    [
      'that is drawn anew after each digit',
      `<div id="row">${six('maxlength="1"')}</div>`,
      `document.querySelector('#row').addEventListener('input', (event) => {
        for (const old of document.querySelectorAll('.d')) { const fresh = old.cloneNode(); fresh.value = old.value; old.replaceWith(fresh); } });`,
    ],
  ])('%s', async (_, markup, script) => {
    await draw(markup, script);
    expect(await fill('.d')).toEqual(filledRow);
  });

  it('keeps what the customer types in it meanwhile', async () => {
    await page.exposeFunction('typeNine', async () => {
      await page.focus('#theirs');
      await page.keyboard.type('9');
    });
    // The third box opens after the customer has typed into the fourth; timers wait for that, so that no machine is too slow.
    const script = `${boxes}
      const frame = requestAnimationFrame, timer = setTimeout;
      let gate = Promise.resolve();
      window.requestAnimationFrame = (act) => { gate.then(() => frame(act)); return 0; };
      window.setTimeout = (act, ms) => { gate.then(() => timer(act, ms)); return 0; };
      boxes[1].addEventListener('input', () => { gate = typeNine().then(() => { boxes[2].disabled = false; }); }, { once: true });`;
    const box = '<input class="d">';
    await draw(`${box}${box}<input class="d" disabled><input class="d" id="theirs">${box}${box}`, script);
    expect(await fill('.d')).toEqual({ kind: 'occupied', values: ['0', '1', '', '9', '', ''] });
  });
});

describe('boxes of Preact components', () => {
  beforeEach(async () => {
    await draw('<div id="app"></div>');
    await page.evaluate(controlled);
    await page.evaluate(`controlled.mount(document.querySelector('#app'))`);
  });

  it('a masked one shows the code in groups', async () => {
    expect(await fill('#masked')).toEqual({ kind: 'filled', values: ['012 345'] });
  });

  it('a row that draws a new element for each digit is filled', async () => {
    expect(await fill('.renewed')).toEqual(filledRow);
  });

  it('one that takes nothing is reverted', async () => {
    expect(await fill('#stubborn')).toEqual({ kind: 'reverted', values: [''] });
  });
});

describe('with real layout', () => {
  it('a key URI is reported only where it is shown', async () => {
    const uri = (name: string): string => `otpauth://totp/${name}?secret=GEZDGNBVGY3TQOJQ`;
    const link = (name: string, style: string): string => `<div><a href="${uri(name)}" style="${style}">Open</a></div>`;
    await draw(
      [
        link('none', 'display:none'),
        link('off', 'position:absolute;left:-9999px'),
        link('above', 'position:absolute;top:-9999px'),
        link('pixel', 'position:absolute;width:1px;height:1px;overflow:hidden'),
        link('faint', 'opacity:.01'),
        `<div style="opacity:.01">${link('within', '')}</div>`,
        link('shown', ''),
        `<a href="${uri('block')}"><img alt="" width="200" height="200" style="display:block" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></a>`,
        `<div style="height:100px;overflow:auto" id="scroll">${link('scrolled', '')}<p style="height:3000px"></p></div>`,
      ].join(''),
      `document.querySelector('#scroll').scrollTop = 2500;`,
    );
    const texts = await page.evaluate(`engine.scanDocument(document).then(({ scan }) => scan.texts)`);
    expect(texts).toEqual(['shown', 'block', 'scrolled'].map(uri));
  });

  it('the box after the code is found, also when its picture is drawn anew, and never by the logo above', async () => {
    const picture = `<img alt="" width="200" height="200" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`;
    const box = (name: string): string => `<form><label>Code <input name="${name}"></label></form>`;
    const canvas = '<canvas width="200" height="200"></canvas>';
    await draw(`${picture}${canvas}${box('code1')}<div id="dialog">${canvas}${box('code2')}</div>`);
    const found = `JSON.stringify(engine.createAgent(window, () => memory.anchor()).look({ mode: 'automatic', enrolledHere: true, besideCode: true }).box)
      + [...document.querySelectorAll('input')].map((input) => input.name + '=' + input.value)`;
    await page.evaluate(`engine.scanDocument(document).then(({ elements }) => {
      globalThis.memory = engine.createScanMemory(document, elements);
      return memory.mark(elements.indexOf(document.querySelector('#dialog canvas')));
    })`);
    const write = `engine.createAgent(window, () => memory.anchor()).write({ mode: 'automatic', enrolledHere: true, besideCode: true, origin: self.origin, code: '012345' })`;
    expect(await page.evaluate(write)).toBe('filled');
    expect(await page.evaluate(found)).toContain('code1=,code2=012345');
    await page.evaluate(
      `document.querySelector('#dialog').innerHTML = ${JSON.stringify(`<p>Wrong code.</p>${canvas}${box('code2')}`)}`,
    );
    expect(await page.evaluate(write)).toBe('filled');
    expect(await page.evaluate(found)).toBe('"none"code1=,code2=012345');
  });

  it.each(Object.entries(hostingPages))('%s: %s', async (name, expected) => {
    await draw(readFileSync(pathOf(`../../fixtures/pages/${name}.html`), 'utf8'));
    const besideCode = name.endsWith('enrolment');
    const order = JSON.stringify({ mode: 'automatic', enrolledHere: true, besideCode });
    const filled = await page.evaluate(`(async () => {
      const before = new Map([...document.querySelectorAll('input')].map((input) => [input, input.value]));
      await engine.createAgent(window, () => null).write({ ...${order}, origin: self.origin, code: '012345' });
      return [...before].filter(([input, value]) => input.value !== value).map(([input]) => input.name).join();
    })()`);
    expect(filled).toBe(expected ?? '');
  });
});
