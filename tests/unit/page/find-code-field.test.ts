import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FindOptions, findCodeField } from '../../../lib/page/find-code-field.ts';

const automatic: FindOptions = { mode: 'automatic', enrolledHere: true };

beforeEach(() => {
  document.title = '';
  document.body.innerHTML = '';
});

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/pages', `${name}.html`), 'utf8');

/** What was chosen, in one word: the box's name or id, the number of boxes of a row, or the reason for silence. */
function look(markup: string, options: Partial<FindOptions> = {}): string {
  document.body.innerHTML = markup;
  const anchor = document.querySelector('#qr');
  const finding = findCodeField(document, { ...automatic, anchor, ...options });
  if (finding.kind === 'none') return finding.reason;
  if (finding.kind === 'message-code') return 'message-code';
  if (finding.field.kind === 'split') return `row of ${finding.field.inputs.length}`;
  const { name, id } = finding.field.input;
  return name === '' ? id : name;
}

describe('a hosting customer area', () => {
  test('the challenge takes its key box, beside a search box and a hidden backup form', () => {
    expect(look(fixture('hosting-challenge'))).toBe('key');
  });

  test('the enrolment dialog takes the box after the QR code, not the device name nor the security questions', () => {
    expect(look(fixture('hosting-enrolment'))).toBe('verifykey');
    const finding = findCodeField(document, { ...automatic, anchor: document.querySelector('#qr') });
    expect(finding).toMatchObject({ kind: 'found', purpose: 'enrolment' });
  });

  test('a captcha called code on the login page stays empty', () => {
    expect(look(fixture('hosting-login-captcha'))).toBe('vetoed');
    expect(look(fixture('hosting-login-captcha'), { mode: 'request' })).toBe('vetoed');
  });
});

describe('boxes that are found', () => {
  test.each([
    ['a declared one-time code', '<input id="x" autocomplete="one-time-code">', 'x'],
    ['a declared one among other tokens', '<input id="x" autocomplete="section-a one-time-code webauthn">', 'x'],
    ['a telling name', '<input name="user[otp_attempt]">', 'user[otp_attempt]'],
    ['a name in camel case', '<input name="twoFactorCode">', 'twoFactorCode'],
    ['the panel name tfatoken', '<input name="tfatoken">', 'tfatoken'],
    ['a label tied by id', '<label for="c">Authentication code</label><input id="c">', 'c'],
    ['a label by reference', '<p id="l">Two-factor code</p><input id="c" aria-labelledby="l">', 'c'],
    ['the line before a bare box', '<div><span>One-time password</span><input id="c"></div>', 'c'],
    ['a placeholder alone', '<input id="c" placeholder="Enter authentication code">', 'c'],
    ['German', '<h2>Zwei-Faktor-Authentifizierung</h2><form><label>Code <input name="code"></label></form>', 'code'],
    ['Russian', '<h2>Двухфакторная аутентификация</h2><form><label>Код <input name="code"></label></form>', 'code'],
    ['Japanese', '<h2>二要素認証</h2><form><label>コード <input name="code"></label></form>', 'code'],
    ['Chinese', '<h2>两步验证</h2><form><input name="code" placeholder="请输入验证码"></form>', 'code'],
    ['Arabic', '<h2>المصادقة الثنائية</h2><form><label>رمز <input name="code"></label></form>', 'code'],
    ['Turkish capitals', '<h2>İki Aşamalı Doğrulama</h2><form><label>Kod <input name="kod"></label></form>', 'kod'],
    [
      'a name that says secret under a label that says code',
      '<input name="two_factor_secret" placeholder="Two-Factor Code">',
      'two_factor_secret',
    ],
    [
      'an app box beside an offer of recovery codes',
      '<h2>Two-factor</h2><p>Use your authenticator app, or a recovery code.</p><form><label>Code <input name="code"></label></form>',
      'code',
    ],
    ['digits that an app shows', '<p>Type the digits that your app shows</p><form><input name="code"></form>', 'code'],
    [
      'a masked token on a page about two factors',
      '<p>Your account uses Google Authenticator</p><form><label>Token <input type="password" name="token"></label></form>',
      'token',
    ],
    [
      'the code of a login',
      '<h2>OTP App</h2><input name="login_token" placeholder="Verification code">',
      'login_token',
    ],
    [
      'a choice with recovery codes by its name too',
      '<input name="mfaCodeOrMfaRecoveryCode" placeholder="Two-factor code or recovery code">',
      'mfaCodeOrMfaRecoveryCode',
    ],
    ['full-width letters', '<input id="c" placeholder="２ＦＡ code">', 'c'],
    ['a choice with recovery codes', '<input id="c" placeholder="Authentication code or recovery code">', 'c'],
    ['a choice with a slash', '<input id="c" placeholder="6-digit authentication code/8-digit backup code">', 'c'],
    [
      'a text box named after a code, whatever its label',
      '<h2>两步验证</h2><input name="passcode" placeholder="验证密码">',
      'passcode',
    ],
    [
      'a bare label where two factors are spoken of',
      '<h2>Two-factor authentication</h2><label>Code <input id="c"></label>',
      'c',
    ],
    [
      'an app box beside a link to the backup code',
      '<h2>Two-factor</h2><form><input name="code"><a href="#">Use a backup code</a></form>',
      'code',
    ],
    ['a one-time password that is not shown', '<label>One-time password <input type="password" id="c"></label>', 'c'],
    ['a 2FA password that is not shown', '<label>Your 2FA password <input type="password" id="c"></label>', 'c'],
    ['an explicit password box', '<input type="password" name="otp" autocomplete="one-time-code">', 'otp'],
    [
      'the third box of a login',
      '<form><input name="username"><input type="password" name="password"><input name="twofa"></form>',
      'twofa',
    ],
  ])('%s', (_, markup, expected) => expect(look(markup)).toBe(expected));
});

describe('boxes that are left alone', () => {
  test.each([
    ['a recovery code, though declared', '<input name="recoveryCode" autocomplete="one-time-code">'],
    ['a German reserve code', '<h2>Zwei-Faktor</h2><input name="code" placeholder="Wiederherstellungscode">'],
    [
      'a form addressed to backup codes',
      '<h2>2FA</h2><form action="/mfa/backup_codes/verify"><input name="code"></form>',
    ],
    ['a coupon', '<label>Enter your code <input name="coupon_code" autocomplete="one-time-code"></label>'],
    ['a bare code that is applied', '<form><input name="code" inputmode="numeric"><button>Apply</button></form>'],
    ['a transfer code', '<label>Authorization Code <input name="epp" id="inputAuthCode"></label>'],
    ['a card check', '<input type="tel" name="cccvv" maxlength="4">'],
    ['a card check declared', '<input name="code" autocomplete="cc-csc" inputmode="numeric">'],
    ['a postal code', '<label>Postal code <input name="postal_code"></label>'],
    ['an order number', '<label>Order number <input name="token" inputmode="numeric"></label>'],
    ['a search', '<h2>Two-factor help</h2><form><input name="key" placeholder="Search"></form>'],
    ['a quantity', '<input type="number" name="qty[0]" min="0">'],
    ['an invitation', '<label>Invitation code <input name="code" maxlength="6"></label>'],
    ['the key itself', '<label>Secret <input name="totpSecret"></label>'],
    ['a colour', '<label>Shade code <input name="code" maxlength="7"></label>'],
    ['a meeting', '<label>Meeting passcode <input name="passcode" inputmode="numeric"></label>'],
    ['an API token', '<label>API token <input name="token"></label>'],
    [
      'a password on a page about two factors',
      '<h1>Two-Factor Authentication</h1><input type="password" name="user[password]">',
    ],
    [
      'a password asked for in a sentence about two factors',
      '<p>To disable two-factor authentication, type your password.</p><input type="password" name="pwverify">',
    ],
    [
      'a password box under a label about two factors',
      '<label>Disable 2FA <input type="password" name="a" placeholder="Password"></label>',
    ],
    ['a German password beside such words', '<label>Zwei-Faktor: Ihr Passwort <input type="password"></label>'],
    ['a user name on such a page', '<h1>Two-Factor Authentication</h1><input name="username">'],
    [
      'a bare code in a login form',
      '<form><input name="user"><input type="password" name="pass"><input name="code" maxlength="6"></form>',
    ],
    [
      'a masked token elsewhere',
      '<h2>Hooks</h2><label>Token <input type="password" name="token" inputmode="numeric" maxlength="6"></label>',
    ],
    ['a masked PIN', '<h1>Two-Factor Authentication</h1><label>PIN code <input type="password" name="code"></label>'],
    ['the seed of codes', '<h2>TOTP</h2><label>OTP seed <input name="otp_seed"></label>'],
    ['the number of tries', '<h2>Two-factor</h2><label>Tries <input type="number" name="otp_attempts_max"></label>'],
    ['a coupon of an app', '<p>Coupon code from our app</p><form><label>Code <input name="code"></label></form>'],
    ['a textarea', '<h1>Two-Factor Authentication</h1><textarea name="otp"></textarea>'],
    ['an e-mail box', '<input type="email" name="otp">'],
    ['a hidden box', '<input type="hidden" name="otp">'],
    ['an undisplayed box', '<div style="display: none"><input name="otp"></div>'],
    ['an invisible box', '<input name="otp" style="visibility: hidden">'],
    ['a transparent box', '<div style="opacity: 0"><input name="otp"></div>'],
    ['a box that a filter makes transparent', '<div style="filter: blur(1px) opacity(5%)"><input name="otp"></div>'],
    ['a disabled box', '<fieldset disabled><input name="otp"></fieldset>'],
    ['a read-only box', '<input name="otp" readonly>'],
    ['a box too short', '<input name="otp" maxlength="4">'],
    ['a nameless box', '<h1>Two-Factor Authentication</h1><input>'],
    [
      'a reserve code whose placeholder speaks of two factors',
      '<label>Recovery code <input name="code" placeholder="2FA"></label>',
    ],
    ['a setting', '<label>Code length <input type="number" name="otp_length"></label>'],
    [
      'a pickup code beside a phone number',
      '<form><input type="tel" name="phone"><label>Code <input name="code" maxlength="6"></label></form>',
    ],
    ['laptop is not otp', '<label>Model <input name="laptop"></label>'],
  ])('%s', (_, markup) => expect(['vetoed', 'weak', 'no-candidate']).toContain(look(markup)));

  test('a bare code without two-factor words, where nothing is enrolled', () => {
    expect(
      look('<label>Code <input name="code" inputmode="numeric" maxlength="6"></label>', { enrolledHere: false }),
    ).toBe('weak');
  });

  test('what somebody typed, automatically; who asks gets the box', () => {
    const markup = '<input name="otp" value="12"><input name="code">';
    expect(look(markup)).toBe('vetoed');
    expect(look(markup, { mode: 'request' })).toBe('otp');
  });

  test.each([
    ['on it', '<input name="otp" style="mask-image: linear-gradient(transparent, transparent)">'],
    ['around it', '<div style="mask-image: url(mask.svg)"><p><input name="otp"></p></div>'],
  ])('a box with a mask %s, automatically; who asks gets it', (_, markup) => {
    expect(look(markup)).toBe('vetoed');
    expect(look(markup, { mode: 'request' })).toBe('otp');
    expect(look(markup.replace(/linear-gradient.*\)"|url.*\)"/, 'none"'))).toBe('otp');
  });

  test('what somebody typed is told from what a mask shows in an empty box', () => {
    for (const empty of ['___ ___', '\u2013 \u2013 \u2013', '••••••', '_-_-_'])
      expect(look(`<input name="otp" value="${empty}">`)).toBe('otp');
    for (const typed of ['1__ ___', '٣_____']) expect(look(`<input name="otp" value="${typed}">`)).toBe('vetoed');
  });

  test('two equal boxes, until the cursor stands in one', () => {
    const markup = '<form><input name="otp" id="a"></form><form><input name="otp" id="b"></form>';
    expect(look(markup)).toBe('ambiguous');
    document.querySelector<HTMLInputElement>('#b')?.focus();
    expect(findCodeField(document, automatic)).toMatchObject({ kind: 'found', field: { input: { id: 'b' } } });
  });
});

describe('codes of other things that a page speaks of', () => {
  test.each([
    ['a gift card', '<h2>Gift card</h2>'],
    ['a television', '<h2>Gib den Code ein, den dein Fernseher anzeigt</h2>'],
    ['an invitation', '<h2>招待</h2>'],
  ])('outweigh a declared box, unless two-factor login is spoken of: %s', (_, heading) => {
    const box = '<form><input name="code" maxlength="6" autocomplete="one-time-code"></form>';
    expect(look(heading + box)).toBe('weak');
    expect(look(`${heading}<h3>2FA</h3>${box}`)).toBe('code');
  });

  test('a bare code beside a name is none, except after a QR code', () => {
    const form = '<form><label>Name <input name="n"></label><label>Application code <input name="code"></label></form>';
    expect(look(`<h2>Register an application</h2>${form}`)).toBe('weak');
    expect(look(`<img id="qr"><h2>Add an application</h2>${form}`)).toBe('code');
  });

  test('a declared box that nothing else speaks for is left to who asks, where no account of the site is kept', () => {
    const box = '<input id="x" autocomplete="one-time-code">';
    expect(look(box, { enrolledHere: false })).toBe('weak');
    expect(look(box, { enrolledHere: false, mode: 'request' })).toBe('x');
  });
});

describe('codes that were sent', () => {
  test.each([
    ['English', '<p>A verification code has been sent to your e-mail address.</p><form><input name="otp"></form>'],
    ['German', '<p>Ein Zugriffscode wurde an +43… gesendet</p><form><input name="otp"></form>'],
    ['Japanese', '<p>アクセスコードが … に送信されました</p><form><input name="otp"></form>'],
    ['the name', '<input name="sms_code" autocomplete="one-time-code">'],
    ['a name of an app’s too', '<input name="sms_otp" id="sms_totp">'],
    ['a channel', '<p>Potwierdź logowanie. Wpisz kod z SMS-a</p><form><input name="otp"></form>'],
    ['receiving', '<p>Telefonuna gelen kodu gir</p><form><input name="otp"></form>'],
    ['a crossed-out number', '<p>06 ** ** ** 89</p><form><input name="otp"></form>'],
    ['a crossed-out address', '<p>us***@example.com</p><form><input name="otp"></form>'],
    ['an inbox', '<p>Sprawdź skrzynkę</p><form><label>Kod <input name="otp"></label></form>'],
    ['a new one offered', '<form><label>OTP <input name="otp"></label><a href="#">Resend OTP</a></form>'],
    [
      'a declared box beside a phone number',
      '<p>Confirme su número de teléfono</p><form><input name="x" autocomplete="one-time-code"></form>',
    ],
    [
      'beside an offer of the app',
      '<p>Enter the code from the SMS</p><form><input name="otp"><a href="#">Use your app</a></form>',
    ],
  ])('are left alone automatically and filled on request: %s', (_, markup) => {
    expect(look(markup)).toBe('message-code');
    const finding = findCodeField(document, { ...automatic, mode: 'request' });
    expect(finding.kind === 'found' && finding.evidence).toContain('sms');
  });

  test('an offer to send one, or receiving it in an app, does not make an app box a message box', () => {
    const offer = '<h2>2FA</h2><form><input name="otp"><a href="#">Send me an SMS instead</a></form>';
    const inApp = '<p>Введите код, полученный в приложении</p><form><input name="otp"></form>';
    expect([look(offer), look(inApp)]).toEqual(['otp', 'otp']);
  });

  test('an e-mail address or a new message offered beside two-factor login does not make an app box a message box', () => {
    const address = '<h2>Two-factor login</h2><p>E-mail address: a@b.example</p><form><input name="otp"></form>';
    const again = '<form><input name="totp"><a href="#">Resend the SMS</a></form>';
    expect([look(address), look(again)]).toEqual(['otp', 'totp']);
  });

  test('a button that would send one does not make an app box a message box', () => {
    const markup =
      "<p>Ouvrez l'application d'authentification.</p><form><input name='otp'><button>Envoyer</button></form>";
    expect(look(markup)).toBe('otp');
  });
});

describe('rows of boxes', () => {
  const boxes = (count: number, attributes = 'maxlength="1" inputmode="numeric"'): string =>
    `<div>${`<input ${attributes}>`.repeat(count)}</div>`;

  test('six nameless ones are one field, also when the first is longer', () => {
    expect(look(boxes(6))).toBe('row of 6');
    expect(look(`<h2>2FA</h2><div><input id="otp-input">${'<input maxlength="1">'.repeat(5)}</div>`)).toBe('row of 6');
  });

  test('later boxes may be disabled until their turn', () => {
    const markup = `<h2>2FA</h2><div><input maxlength="1">${'<input maxlength="1" disabled>'.repeat(5)}</div>`;
    expect(look(markup)).toBe('row of 6');
  });

  test('four boxes are none, because no authenticator makes four digits', () => {
    expect(look(`<h2>2FA</h2>${boxes(4)}`)).toBe('weak');
  });

  test('a device code and nine boxes are none', () => {
    expect(look(`<p>Enter the code displayed on your TV</p>${boxes(8)}`)).not.toMatch(/row/);
    expect(look(boxes(9))).not.toMatch(/row/);
  });

  test('a row whose boxes name a card or a captcha is none', () => {
    expect(look(boxes(6, 'maxlength="1" name="captcha"'))).toBe('vetoed');
  });
});

describe('the layout', () => {
  const at = (sizes: Record<string, { width: number; height: number; x?: number }>): Partial<FindOptions> => ({
    measure: (element) => ({ x: 10, y: 10, width: 200, height: 30, ...sizes[element.id] }),
  });

  test('a tiny or an off-screen box is nobody’s', () => {
    expect(look('<input id="a" name="otp">', at({ a: { width: 1, height: 1 } }))).toBe('no-candidate');
    expect(look('<input id="a" name="otp">', at({ a: { x: -9999, width: 200, height: 30 } }))).toBe('no-candidate');
    expect(look('<input id="a" name="otp">', at({}))).toBe('otp');
  });

  test('a see-through box counts only over drawn slots', () => {
    expect(look('<input id="a" name="otp" style="opacity: 0">', at({}))).toBe('no-candidate');
    const drawn = Array.from({ length: 6 }, (_, index) => `<i id="s${index}"></i>`).join('');
    const sizes = Object.fromEntries(
      Array.from({ length: 6 }, (_, index) => [`s${index}`, { width: 30, height: 30, x: 10 + 30 * index }]),
    );
    expect(look(`<div><input id="a" name="otp" style="opacity: 0">${drawn}</div>`, at(sizes))).toBe('otp');
  });
});

test('a row that is too wide goes on in the next line; boxes below each other are none', () => {
  const places = (columns: number): Partial<FindOptions> => {
    const inputs = () => Array.from(document.querySelectorAll('input'));
    return {
      measure: (element) => {
        const at = element instanceof HTMLInputElement ? inputs().indexOf(element) : -1;
        if (at < 0) return { x: 0, y: 0, width: 900, height: 600 };
        return { x: 10 + (at % columns) * 60, y: 10 + Math.floor(at / columns) * 50, width: 50, height: 40 };
      },
    };
  };
  const markup = `<h2>2FA</h2><div>${'<input maxlength="1">'.repeat(6)}</div>`;
  expect(look(markup, places(6))).toBe('row of 6');
  expect(look(markup, places(3))).toBe('row of 6');
  expect(look(markup, places(1))).not.toMatch(/row/);
});

test('an open shadow root is read, its label too', () => {
  document.body.innerHTML = '<div id="host"></div>';
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (root) root.innerHTML = '<label for="c">Authentication code</label><input id="c">';
  expect(findCodeField(document, automatic)).toMatchObject({ kind: 'found', field: { input: { id: 'c' } } });
});

test('a box in another tree than the QR code is still before or after it', () => {
  document.body.innerHTML = '<div id="one"></div><div id="two"></div>';
  const tree = (id: string, markup: string): ShadowRoot | undefined => {
    const root = document.querySelector(id)?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = markup;
    return root;
  };
  const before = tree('#one', '<label>Code <input name="code1"></label><canvas id="qr"></canvas>');
  tree('#two', '<label>Code <input name="code2"></label>');
  const anchor = before?.querySelector('#qr') ?? null;
  expect(findCodeField(document, { ...automatic, anchor })).toMatchObject({ field: { input: { name: 'code2' } } });
});

test('the first coded box after the QR code is taken, not an equal one before it', () => {
  const box = '<label>Code <input name="NAME"></label>';
  const markup = `<form>${box.replace('NAME', 'code1')}</form><canvas id="qr"></canvas><form><input name="title">${box.replace('NAME', 'code2')}</form>`;
  expect(look(markup)).toBe('code2');
});

describe('pages that want another code', () => {
  const box = '<form><label>Code <input name="code" maxlength="6" inputmode="numeric"></label></form>';

  test('a page that does not speak of two-factor login is left to who asks', () => {
    expect(look(`<h2>Enter the 6-digit code</h2>${box}`)).toBe('weak');
    expect(look(`<h2>Enter the 6-digit code</h2>${box}`, { mode: 'request' })).toBe('code');
    expect(look(`<h2>Two-factor login</h2>${box}`)).toBe('code');
  });

  test.each([
    ['a cart', '<h2>Warenkorb</h2><p>Zwei-Faktor-Authentifizierung ist kostenlos.</p>'],
    ['a domain transfer', '<h2>ドメイン移管</h2><p>認証コードを入力してください。</p>'],
    ['a parcel', '<h2>Пункт выдачи</h2><p>Двухфакторная защита посылок</p>'],
    ['a backup code', '<h2>Two-factor login</h2><p>Type one of the backup codes that were generated for you.</p>'],
    ['a parcel whose app shows the code', '<h2>Parcel locker</h2><p>Enter the code that the app shows.</p>'],
    ['an invitation', '<h2>Type your invitation code</h2><p>Two-factor login is free for you.</p>'],
    ['a television', '<h2>Type the code on TV</h2><p>Two-factor login is free for you.</p>'],
  ])('two-factor login spoken of beside it is not enough: %s', (_, heading) => {
    expect(look(heading + box)).toBe('weak');
  });

  test('an app beside the code of a device, and the picture of an enrolment, make the page one of ours', () => {
    const device = '<h2>Type the code of your authenticator app</h2><p>A pairing code is not needed.</p>';
    expect(look(device + box)).toBe('code');
    const plain = '<h2>Two-factor login</h2><p>Domain transfers need it.</p>';
    const code = '<form><label>Code <input name="x"></label></form>';
    expect(look(`${plain}<img id="qr" alt="">${code}`)).toBe('x');
    expect(look(plain + code)).toBe('weak');
  });

  test('a parcel has one-time codes too, until an app is spoken of', () => {
    const otp = '<form><input name="otp"></form>';
    expect(look(`<h2>Parcel locker</h2>${otp}`)).toBe('weak');
    expect(look(`<h2>Parcel locker: open your app</h2>${otp}`)).toBe('otp');
    expect(look(`<h2>Parcel locker</h2>${otp.replace('otp', 'totp')}`)).toBe('totp');
    expect(look(`<h2>Parcel locker</h2><img id="qr" alt="">${otp}`)).toBe('otp');
    const named = '<form><label>One-time code <input name="otp" maxlength="6" inputmode="numeric"></label></form>';
    expect(look(`<h2>Parcel locker</h2>${named}`)).toBe('weak');
  });

  test('a button that says apply is no app in a language with one word for both', () => {
    const coupon = '<form><label>رمز <input name="code"></label><button>تطبيق</button></form>';
    expect(look(coupon)).toBe('weak');
    expect(look(`<p>رمز التطبيق</p>${coupon}`)).toBe('code');
  });

  test('a form that chooses a password, or asks for an e-mail address, is no challenge', () => {
    const spoken = '<h2>Two-factor login</h2>';
    const asks = (more: string): string => `${spoken}<form>${more}<label>Code <input name="code"></label></form>`;
    expect(look(asks('<input type="password" autocomplete="new-password">'))).toBe('weak');
    expect(look(asks('<input type="email" name="mail">'))).toBe('weak');
    expect(look(asks('<input type="email" name="mail" readonly>'))).toBe('code');
    expect(look(asks('<input type="password" name="first"><input type="password" name="again">'))).toBe('weak');
    expect(look(asks('<input type="email" name="mail" style="visibility: hidden">'))).toBe('code');
  });

  test('a row beside the code that is scanned, in a form that changes the password too, is taken', () => {
    const digits = '<input maxlength="1" inputmode="numeric">'.repeat(6);
    const form = `<form><input type="password" autocomplete="new-password">${digits}</form>`;
    const scan = '<p>Scan this QR code in your authenticator app and enter the verification code</p>';
    expect(look(`${scan}<img id="qr" src="data:,">${form}`)).toBe('row of 6');
    expect(look(`${scan}${form}`)).toBe('weak');
  });

  test('a bank whose name is spelt like a one-time password', () => {
    const boxes = ['azonosito', 'szamlaszam', 'jelszo'].map((name) => `<input id="otp-${name}">`).join('');
    const form = `<h2>OTP Bank</h2><form>${boxes.replace('<input', '<input maxlength="8"')}</form>`;
    expect(look(form)).toBe('weak');
    expect(look(form.replace('OTP Bank', 'OTP'), { mode: 'request' })).not.toBe('otp-azonosito');
    expect(look('<form><label>Customer <input name="x"></label><input name="otp-code"></form>')).toBe('otp-code');
    expect(look(`<h2>OTP Direkt</h2>${box}`)).toBe('weak');
    expect(look(`<h2>OTP</h2>${box}`)).toBe('code');
    expect(look('<form><input name="otp-1"><input name="otp-2"><input name="otp-3"></form>', { mode: 'request' })).toBe(
      'otp-1',
    );
  });

  test('words that much else has do not count against a box that the page declares', () => {
    const declared = '<form><input name="x" autocomplete="one-time-code"></form>';
    expect(look(`<p>Search our help</p>${declared}`)).toBe('x');
    expect(look(`<p>Type your license key</p>${declared}`)).toBe('weak');
    expect(look(`<p>Open your app and type the code of your gift card</p>${declared}`)).toBe('weak');
    expect(look(`<p>Type the code of your gift card</p><img id="qr" alt="">${declared}`)).toBe('weak');
    expect(look(`<p>Scan the image on the screen</p><img id="qr" alt="">${declared}`)).toBe('x');
  });
});

describe('boxes with leftovers of another purpose', () => {
  test('a box named for messages takes the code of an app that the page speaks of', () => {
    const box = '<form><label>Security code <input name="code" id="sms_code"></label></form>';
    expect(look(`<p>Enter the security code shown in your authenticator app</p>${box}`)).toBe('code');
    expect(look(`<p>Two-factor login</p>${box}`)).toBe('message-code');
  });

  test('a label that names two-factor login outweighs what only a screen reader says', () => {
    expect(look('<label>2FA code <input name="code" aria-label="Amount"></label>')).toBe('code');
    expect(look('<label>Code <input name="code" aria-label="Amount"></label><h2>2FA</h2>')).toBe('vetoed');
    expect(look('<label>One-time code <input name="code" aria-label="Amount"></label>')).toBe('vetoed');
  });

  test('a box named secret takes the code where it is the only one and no key is asked for', () => {
    const form = '<form><input name="secret" placeholder="Code"></form>';
    expect(look(`<h2>2FA</h2>${form}`)).toBe('secret');
    expect(look(`<h2>2FA</h2><p>Type the setup key</p>${form}`)).toBe('vetoed');
    expect(look(`<h2>2FA</h2><input name="first">${form}`)).not.toBe('secret');
  });

  test('a box whose name says user takes the code where its label asks for one', () => {
    const box = '<form><label>Code <input name="user_code"></label></form>';
    expect(look(`<h2>Two-factor login</h2>${box}`)).toBe('user_code');
    expect(look(`<h2>Two-factor login</h2>${box.replace('Code', 'User')}`)).toBe('vetoed');
  });

  test('a box named after the login and a token takes the code where its label says token', () => {
    const box = '<form><label>Token <input name="login_token"></label></form>';
    expect(look(`<h2>Two-factor login</h2>${box}`)).toBe('login_token');
    expect(look(`<h2>Two-factor login</h2>${box.replace('login_token', 'login')}`)).toBe('vetoed');
  });

  test('a box named after the key takes the code where it is the only one', () => {
    const box = '<input name="otpkey" placeholder="6-digit code">';
    expect(look(`<h2>Two-factor login</h2><form>${box}</form>`)).toBe('otpkey');
    expect(look(`<h2>Two-factor login</h2><form>${box}<input name="first"></form>`)).not.toBe('otpkey');
    expect(look(`<h2>Two-factor login</h2><p>Type the setup key</p><form>${box}</form>`)).toBe('vetoed');
  });

  test('a masked token code is a second factor', () => {
    expect(
      look('<form><input name="user" readonly><input type="password" placeholder="Token code" name="t"></form>'),
    ).toBe('t');
    const masked = (more: string): string => `<h2>2FA</h2><form><input type="password" ${more}></form>`;
    expect(look(masked('name="code" placeholder="Code"'))).toBe('code');
    expect(look(masked('name="x" placeholder="Code"'))).toBe('vetoed');
    expect(look(masked('name="code" placeholder="Customer code"'))).toBe('vetoed');
  });

  test('a short label that asks who somebody is outweighs the name of a code', () => {
    expect(look('<form><label>Customer number <input name="otp"></label></form>')).toBe('vetoed');
  });
});
