import { beforeEach, expect, it } from 'vitest';
import { walk } from '../../../lib/page/collect/walk.ts';
import { scanDocument } from '../../../lib/page/collect-qr-candidates.ts';
import { visibleInputs } from '../../../lib/page/detect/boxes.ts';
import { measureLayout } from '../../../lib/page/detect/visible.ts';
import { rootsOf } from '../../../lib/page/document-roots.ts';
import { findCodeField } from '../../../lib/page/find-code-field.ts';
import { likelyCodes } from '../../../lib/page/likely-code.ts';
import { readOutcome } from '../../../lib/page/outcome/read-outcome.ts';
import { isWrittenByPeople } from '../../../lib/page/outcome/told.ts';
import { parentOf } from '../../../lib/page/shadow-tree.ts';

const challenge = '<label>Authentication code <input name="otp" autocomplete="one-time-code"></label>';

let asked = 0;
beforeEach(() => {
  asked = 0;
});

/** As browsers have it, for scripts of ours too: a form's box that is called like one of its properties stands in its place (HTML §4.10.3). */
function showNamed(body: string, name: string): void {
  document.body.innerHTML = body;
  const [form, box] = [document.querySelector('form'), document.querySelector(`[name=${name}]`)];
  if (form === null || box === null) throw new Error('no form, or no such box');
  const get = (): Element | null => {
    asked += 1;
    // A walk without an end would end no test.
    return asked > 1_000 ? null : box;
  };
  Object.defineProperty(form, name, { configurable: true, get });
}

it('a box that is called like the way upwards keeps no walk from its end', () => {
  const answer = '<p role="alert">Two-factor authentication is now enabled</p>';
  const body = `<main><form>${challenge}<input type="hidden" name="parentElement">${answer}</form></main>`;
  showNamed(body, 'parentElement');
  const [form, said] = [document.querySelector('form'), document.querySelector('p')];
  expect(form && parentOf(form)?.localName).toBe('main');
  expect(said && isWrittenByPeople(said)).toBe(false);
  expect(asked).toBe(0);
  expect(findCodeField(document, { mode: 'automatic', enrolledHere: true }).kind).toBe('found');
  expect(readOutcome(document, false).said?.what).toBe('on');
});

it.each(['parentElement', 'assignedSlot'])('a box called %s elsewhere shows nothing that its form hides', (name) => {
  const hidden = `<div style="opacity:0"><form id="f">${challenge}</form></div>`;
  showNamed(`${hidden}<fieldset form="f" name="${name}"></fieldset>`, name);
  expect(visibleInputs(document, measureLayout)).toHaveLength(0);
});

it('a box that is called like a shadow tree is none, and is not walked through for ever', () => {
  showNamed(`<fieldset form="f" name="shadowRoot"><form id="f">${challenge}</form></fieldset>`, 'shadowRoot');
  expect([...rootsOf(document)]).toHaveLength(1);
  expect(walk(document).shadowRoots).toBe(0);
  expect(readOutcome(document, false).said).toBeNull();
});

it('a box that is called attributes keeps no code of the page from being found', async () => {
  const link = 'otpauth://totp/Example:ana?secret=JBSWY3DPEHPK3PXP';
  showNamed(`<form><input name="attributes"></form><a href="${link}">Set up</a>`, 'attributes');
  expect((await scanDocument(document)).scan.texts).toEqual([link]);
});

it('a box that is called matches keeps no picture from being looked at', () => {
  showNamed('<form><input name="matches"></form><img id="code" alt="QR code">', 'matches');
  const measure = () => ({ x: 0, y: 0, width: 200, height: 200 });
  expect(likelyCodes(document, 6, measure).map(({ id }) => id)).toEqual(['code']);
});

// What happy-dom itself asks a form for, where a browser does not.
const askedByHappyDom = ['constructor', 'getAttribute', 'getRootNode'];

/** All that a form has of the browser, by its names. */
function* propertiesOfForms(): Generator<string> {
  let at: object | null = HTMLFormElement.prototype;
  while (at !== null && at !== Object.prototype) {
    yield* Object.getOwnPropertyNames(at).filter((name) => /^[a-z]/.test(name) && !askedByHappyDom.includes(name));
    at = Reflect.getPrototypeOf(at);
  }
}

it.each([...new Set(propertiesOfForms())])('a box called %s keeps its form from nothing', (name) => {
  const answer = '<p role="alert">Two-factor authentication is now enabled</p>';
  showNamed(`<main><form>${challenge}<input type="hidden" name="${name}">${answer}</form></main>`, name);
  expect(findCodeField(document, { mode: 'automatic', enrolledHere: true }).kind).toBe('found');
  expect(readOutcome(document, false).said?.what).toBe('on');
  expect(readOutcome(document, true).said?.what).toBe('on');
});
