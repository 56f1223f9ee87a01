import { beforeEach, describe, expect, it } from 'vitest';
import { walk } from '../../../lib/page/collect/walk.ts';
import { scanDocument } from '../../../lib/page/collect-qr-candidates.ts';
import { visibleInputs } from '../../../lib/page/detect/boxes.ts';
import { measureLayout } from '../../../lib/page/detect/visible.ts';
import { rootsOf } from '../../../lib/page/document-roots.ts';
import { enrolmentPictures } from '../../../lib/page/enrolment-picture.ts';
import { findBackupField } from '../../../lib/page/find-backup-field.ts';
import { findCodeField } from '../../../lib/page/find-code-field.ts';
import { likelyCodes } from '../../../lib/page/likely-code.ts';
import { userNameIn } from '../../../lib/page/login-form.ts';
import { readOutcome } from '../../../lib/page/outcome/read-outcome.ts';
import { isWrittenByPeople } from '../../../lib/page/outcome/told.ts';
import { readSetupButton } from '../../../lib/page/setup-button.ts';
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
const askedByHappyDom = ['constructor', 'getAttribute', 'getRootNode', 'innerText'];

/** All that a form has of the browser, by its names. */
function* propertiesOfForms(): Generator<string> {
  let at: object | null = HTMLFormElement.prototype;
  while (at !== null && at !== Object.prototype) {
    yield* Object.getOwnPropertyNames(at).filter((name) => /^[a-z]/.test(name) && !askedByHappyDom.includes(name));
    at = Reflect.getPrototypeOf(at);
  }
}

const measure = () => ({ x: 10, y: 10, width: 200, height: 200 });
const find = (box: string) => () => {
  const found = findCodeField(document, {
    mode: 'request',
    enrolledHere: true,
    ...(box === 'measured' && { measure }),
  });
  return found.kind;
};

/** Pages with a form, what is read of them, and what comes of it. */
const readings: readonly (readonly [what: string, body: string, read: () => unknown, result: unknown])[] = [
  ['a box with a label', `<form>${challenge}</form>`, find('labelled'), 'found'],
  [
    'a box without one',
    '<h1>Two-factor authentication</h1><form>Code <input name="totp"></form>',
    find('bare'),
    'found',
  ],
  [
    'a box beside the form',
    '<h1>Two-factor authentication</h1><div><form></form>Code <input name="totp"></div>',
    find('beside'),
    'found',
  ],
  [
    'a box that a form names',
    '<form id="f">Authentication code</form><p><input aria-labelledby="f" name="otp"></p>',
    find('named'),
    'found',
  ],
  [
    'a login form',
    '<form><input type="email" value="ada"><input type="password"></form>',
    () => Array.from(document.querySelectorAll('form'), (form) => userNameIn(form)),
    ['ada'],
  ],
  ['a box on the screen', `<form>${challenge}</form>`, find('measured'), 'found'],
  [
    'a row of boxes',
    `<h1>Two-factor authentication</h1><form><p>Enter the code of your app</p>${'<b><input maxlength="1"></b>'.repeat(6)}</form>`,
    find('row'),
    'found',
  ],
  [
    'a box for a backup code',
    '<h1>Recovery code</h1><form><p>Enter a backup code</p><input name="backup_code" id="here"></form>',
    () => findBackupField(document)?.id,
    'here',
  ],
  [
    'the answer of a site',
    '<main><form><p role="alert">Two-factor authentication is now enabled</p></form></main>',
    () => readOutcome(document, false).said?.what,
    'on',
  ],
  [
    'an answer in the form itself',
    '<main><form role="alert">Two-factor authentication is now enabled</form></main>',
    () => readOutcome(document, false).said?.what,
    'on',
  ],
  [
    'a picture',
    '<main><form class="qr"><p>Scan this QR code with your authenticator app</p><img id="code" alt="QR code"></form></main>',
    () => likelyCodes(document, 6, measure).length,
    2,
  ],
  [
    'the picture of an enrolment',
    '<main><form><p>Scan this QR code with your authenticator app to set up two-factor authentication</p><img id="code" alt="QR code"></form></main>',
    () => enrolmentPictures(document, measure).length,
    1,
  ],
  [
    'a button',
    '<main><form><h2>Two-factor authentication</h2><button type="button">Enable</button></form></main>',
    () => readSetupButton(document),
    'Enable',
  ],
];

describe.each(readings)('%s is read', (_what, body, read, result) => {
  it.each(['', ...new Set(propertiesOfForms())])('beside a box called %j', (name) => {
    document.body.innerHTML = body;
    if (name !== '') showNamed(body.replace('</form>', `<input type="hidden" name="${name}"></form>`), name);
    expect(read()).toEqual(result);
  });
});

it.each([...new Set(propertiesOfForms())])('a page is scanned beside a box called %s', async (name) => {
  const link = 'otpauth://totp/Example:ana?secret=JBSWY3DPEHPK3PXP';
  showNamed(`<main><form><input type="hidden" name="${name}"></form><a href="${link}">Set up</a></main>`, name);
  expect((await scanDocument(document)).scan.texts).toEqual([link]);
});

it('a box called innerText keeps its form from being read no more', () => {
  showNamed(`<form>${challenge}<input type="hidden" name="innerText"></form>`, 'innerText');
  expect(find('labelled')()).toBe('found');
});
