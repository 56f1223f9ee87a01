import { beforeEach, describe, expect, it } from 'vitest';
import { fillCodeField } from '../../../lib/page/fill-code-field.ts';
import { findCodeField } from '../../../lib/page/find-code-field.ts';

// What other fillers got wrong by their own issues and sources, each on markup of ours: names are matched in part, the first
// hit is taken whatever it is, every hit is filled, or the cursor decides.

const said = '<h1>Two-factor authentication</h1><p>Open your authenticator app.</p>';
const ask = (boxes: string): string => `${said}<form>${boxes}<button>Verify</button></form>`;
const row = (attributes: (at: number) => string): string =>
  Array.from({ length: 6 }, (_, at) => `<input ${attributes(at + 1)}>`).join('');

/** The boxes that are chosen, by id or name; a row as one word; else why there is none. */
function chosen(markup: string, mode: 'automatic' | 'request', enrolledHere = true): string {
  document.body.innerHTML = markup;
  const finding = findCodeField(document, { mode, enrolledHere, anchor: document.querySelector('#qr') });
  if (finding.kind !== 'found') return finding.kind === 'none' ? 'none' : finding.kind;
  const inputs = finding.field.kind === 'split' ? finding.field.inputs : [finding.field.input];
  return inputs.length > 1 ? `row of ${inputs.length}` : inputs.map(({ id, name }) => id || name || 'bare').join(' ');
}

beforeEach(() => document.body.replaceChildren());

describe('a box is found', () => {
  it.each([
    [
      'whose name is new each time, with its words in the placeholder',
      '<input id="x7f" size="1" placeholder="Enter authentication code">',
      'x7f',
    ],
    ['of no attribute at all, after a sentence', ask('<p>Enter the 6-digit code</p><input>'), 'bare'],
    ['of no attribute at all, after one word', ask('Code: <input>'), 'bare'],
    [
      'called code, with a label',
      '<form><label for="code">Authentication code</label><input id="code"></form>',
      'code',
    ],
    [
      'labelled in Spanish, with its completion off',
      '<h2>Autenticación de dos factores</h2><form><label>Código <input id="c" autocomplete="off"></label></form>',
      'c',
    ],
    [
      'labelled in Portuguese, with its completion off',
      '<p>Digite o código do seu aplicativo autenticador</p><form><label>Código <input id="c" autocomplete="off"></label></form>',
      'c',
    ],
    ['that takes 20 signs', ask('<label>Code <input name="code" maxlength="20"></label>'), 'code'],
    ['that takes 255 signs', ask('<label>Code <input name="code" maxlength="255"></label>'), 'code'],
    [
      'in things called otp',
      '<div id="otp" class="otp"><form class="otp"><label>Authentication code <input id="c"></label></form></div>',
      'c',
    ],
    ['called as a security add-on calls it', '<form><input name="wfls-token"></form>', 'wfls-token'],
    ['declared in capitals', '<form><input id="c" autocomplete="ONE-TIME-CODE"></form>', 'c'],
    [
      'after one of the same name that cannot be written',
      '<form><input name="otp" readonly value="x"><input id="b" name="otp"></form>',
      'b',
    ],
    [
      'after one of the same name for a backup code',
      '<form><input name="otp_backup"><input id="b" name="otp"></form>',
      'b',
    ],
    ['beside a link to a new code', ask('<label>Code <input name="code"></label><a href="#">Nuevo código</a>'), 'code'],
  ])('%s', (_, markup, expected) => {
    expect(chosen(markup, 'automatic')).toBe(expected);
    expect(chosen(markup, 'request')).toBe(expected);
  });

  it.each([
    [
      'of phone boxes in cells of their own',
      ask(row((at) => `type="tel" maxlength="1" aria-label="Digit ${at}"`).replaceAll('<input', '<div></div><input')),
    ],
    [
      'of masked boxes, of which the first alone says what they are for',
      ask(
        row(
          (at) =>
            `type="password" maxlength="1" aria-label="${at === 1 ? 'Please enter verification code. ' : ''}Character ${at}"`,
        ),
      ),
    ],
    [
      'of masked boxes that each say it',
      ask(row((at) => `type="password" maxlength="1" aria-label="OTP character ${at}"`)),
    ],
  ])('a row %s', (_, markup) => {
    expect(chosen(markup, 'automatic')).toBe('row of 6');
  });
});

describe('no box is found, not even on request,', () => {
  it.each([
    ['where the page has any empty box', '<form><input id="c"></form>'],
    [
      'called after an author, an authority, a decoder or a factory',
      ask('<input name="author"><input name="authority"><input name="decoder"><input name="manufacturer">'),
    ],
    ['for a comment', ask('<label>Comment <input name="comment_code"></label>')],
    ['for an error code', ask('<label>Error code <input name="error_code"></label>')],
    ['for a bank code', ask('<label>Bank code <input name="bankcode"></label>')],
    ['for the code of a user', ask('<label>Code <input name="usercode"></label>')],
    ['for an e-mail address', ask('<label>Email <input id="email-code" name="mail"></label>')],
    ['that opens a keyboard for e-mail addresses', ask('<label>Code <input name="code" inputmode="email"></label>')],
    ['that is a list to choose from', ask('<label>Code <input name="code" role="combobox"></label>')],
    ['that finds anything', ask('<input name="findanything" placeholder="Find anything">')],
    [
      'for a captcha called after the website',
      ask('<img alt="" width="90" height="30"><input name="website_code" maxlength="6">'),
    ],
    ['for the answer to a security question', ask('<label>Answer <input type="password" name="securityqans"></label>')],
    ['for a password of its own', ask('<input type="password" name="passcode">')],
    ['for the password', ask('<input type="password" name="code_password" placeholder="Password">')],
    [
      'for a postal code called pin code',
      '<form><label>Address <input name="addr"></label><label>Pincode <input name="pincode" maxlength="6" inputmode="numeric"></label></form>',
    ],
    ['where six boxes in a form are of six things', ask(row((at) => `name="a${at}"`))],
    ['where a row of masked boxes takes a PIN', ask(`<label>PIN</label>${row(() => 'type="password" maxlength="1"')}`)],
    ['where a row of masked boxes says nothing', ask(row(() => 'type="password" maxlength="1"'))],
    [
      'for the security code of a card',
      `<p>Two-factor authentication protects your account.</p><form><label>Card number <input name="n"></label><label>Security code <input name="securityCode" inputmode="numeric"></label></form>`,
    ],
    [
      'for the verification code of a card that the page declares',
      '<form><input name="n" autocomplete="cc-number"><label>Verification code <input name="verification_code" inputmode="numeric"></label></form>',
    ],
  ])('%s', (_, markup) => {
    expect(chosen(markup, 'automatic')).toBe('none');
    expect(chosen(markup, 'request')).toBe('none');
  });

  it('where the cursor stands in a box for something else', () => {
    const markup = '<form><input id="q" placeholder="Search"><input id="mail" name="mail"></form>';
    for (const id of ['q', 'mail']) {
      document.body.innerHTML = markup;
      document.querySelector<HTMLInputElement>(`#${id}`)?.focus();
      expect(findCodeField(document, { mode: 'request', enrolledHere: true }).kind).toBe('none');
    }
  });
});

it.each(['emailOtp', 'email_otp', 'mail-otp', 'emailCode', 'smsOtp', 'phone_otp', 'mobileOtp'])(
  'a code that came by message is known by the name %s, and left alone by itself',
  (name) => {
    const markup = `<form><label>OTP <input name="${name}" autocomplete="one-time-code"></label></form>`;
    expect(chosen(markup, 'automatic')).toBe('message-code');
    expect(chosen(markup, 'request')).toBe(name);
  },
);

it('a dialog that puts the cursor into the name of the device gets its code into the box after the picture', () => {
  document.body.innerHTML =
    '<img id="qr"><form><label>Name of the device <input id="name" name="label"></label><input id="b" name="verifykey"></form>';
  document.querySelector<HTMLInputElement>('#name')?.focus();
  const finding = findCodeField(document, {
    mode: 'automatic',
    enrolledHere: true,
    anchor: document.querySelector('#qr'),
  });
  expect(finding).toMatchObject({ kind: 'found', field: { input: { id: 'b' } } });
});

describe('digits go into their own boxes', () => {
  const boxes = (): HTMLInputElement[] => Array.from(document.querySelectorAll<HTMLInputElement>('.row'));
  const draw = (): HTMLInputElement[] => {
    document.body.innerHTML = `<form>${row(() => 'class="row" maxlength="1"')}<input id="other"></form>`;
    return boxes();
  };

  it.each(['another box', 'no box'])('where the page moves the cursor into %s after each', async (where) => {
    const inputs = draw();
    const other = document.querySelector<HTMLInputElement>('#other');
    document.querySelector('form')?.addEventListener('input', (event) => {
      if (where === 'another box') other?.focus();
      else if (event.target instanceof HTMLElement) event.target.blur();
    });
    expect(await fillCodeField({ kind: 'split', inputs }, '012345')).toEqual({ kind: 'filled' });
    expect([
      boxes()
        .map(({ value }) => value)
        .join(''),
      other?.value,
    ]).toEqual(['012345', '']);
  });

  it('one each, where the page lets more stand in a box', async () => {
    document.body.innerHTML = `<form>${row(() => 'class="row"')}</form>`;
    expect(await fillCodeField({ kind: 'split', inputs: boxes() }, '012345')).toEqual({ kind: 'filled' });
    expect(boxes().map(({ value }) => value)).toEqual(['0', '1', '2', '3', '4', '5']);
  });
});

it('a page that hears of everything at its root, as React does, hears of the code', async () => {
  document.body.innerHTML = '<div id="root"><form><input id="b"></form></div>';
  const heard: string[] = [];
  for (const type of ['beforeinput', 'input', 'change'])
    document.querySelector('#root')?.addEventListener(type, () => heard.push(type));
  const input = document.querySelector<HTMLInputElement>('#b');
  if (input === null) throw new Error('no box is on the page');
  await fillCodeField({ kind: 'single', input }, '012345');
  expect(heard).toEqual(['beforeinput', 'input', 'change']);
});
