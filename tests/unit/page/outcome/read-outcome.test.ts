import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { isCodeLike } from '../../../../lib/page/outcome/backup-codes.ts';
import { readOutcome } from '../../../../lib/page/outcome/read-outcome.ts';
import { createAgent } from '../../../../lib/page/page-agent.ts';

const folder = join(import.meta.dirname, '../../../fixtures/pages');

const agent = createAgent(window);
const asks = () => agent.look({ mode: 'automatic', enrolledHere: true, besideCode: false }).box !== 'none';

const read = (body: string, title = '') => {
  document.title = title;
  document.body.innerHTML = body;
  const { said, backup } = readOutcome(document, asks());
  return { said: said?.what ?? null, quote: said?.quote ?? '', backup: backup?.codes ?? null };
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('what a page says after a code was sent', () => {
  it.each([
    ['<div class="alert alert-success">Two-factor authentication is now enabled.</div>', 'on'],
    ['<p>Two-Factor Authentication has been successfully enabled for your account</p>', 'on'],
    ['<dialog open><h2>Enable Two-Factor Authentication</h2><div role="status">Setup complete</div></dialog>', 'on'],
    ['<p>Die Zwei-Faktor-Authentifizierung wurde aktiviert.</p>', 'on'],
    ['<p>二要素認証が有効になりました</p>', 'on'],
    ['<div class="alert alert-success">Two-factor authentication is now disabled.</div>', 'off'],
    ['<p role="status">L’authentification à deux facteurs a été désactivée.</p>', 'off'],
    ['<div class="alert alert-danger">The code you entered is incorrect. Please try again.</div>', 'refused'],
    ['<span class="invalid-feedback">Код неверный</span>', 'refused'],
    ['<div role="dialog"><p>Two-factor authentication has been disabled.</p></div>', 'off'],
    ['<div role="dialog"><h2>Two-factor login</h2><form><p class="alert">Now active</p></form></div>', 'on'],
    ['<p>Two-factor login has been enabled. When you log in next, have your phone at hand.</p>', 'on'],
    ['<main class="success"><p class="alert">The code is wrong.</p></main>', 'refused'],
    ['<p class="alert-danger">When we compared it, the code turned out to be wrong.</p>', 'refused'],
  ])('is heard in %s', (body, what) => {
    expect(read(body).said).toBe(what);
  });

  it.each([
    ['a status line', '<p>Two-factor authentication is <strong>enabled</strong> for your account.</p>'],
    ['an offer', '<p>Two-factor authentication is disabled. We recommend that you enable it.</p>'],
    ['another thing switched on', '<div class="alert">Your newsletter has been enabled.</div>'],
    ['a sentence that nobody sees', '<p style="display:none">Two-factor authentication is now enabled.</p>'],
    ['prose about errors', '<p>An incorrect password is never stored.</p>'],
    ['an announcement', '<p role="status">From now on two-factor codes are asked for at login.</p>'],
    ['a list of what happened', '<ul class="messages"><li>Two-factor authentication has been disabled</li></ul>'],
    ['a mail', '<article class="message">Two-factor authentication has been enabled</article>'],
    ['prose', '<p>Two-factor authentication has been disabled.</p>'],
    ['a post', '<div class="post-body"><p role="alert">Two-factor authentication has been disabled.</p></div>'],
    ['a comment', '<div class="comment"><p class="alert">The code is incorrect.</p></div>'],
    [
      'one message of several',
      '<div class="message">Two-factor authentication has been disabled.</div><div class="message">Why?</div><div class="message">So.</div>',
    ],
    [
      'one of several that speaks of a wrong code',
      '<div class="message">Incorrect code, it said.</div><div class="message">Why?</div><div class="message">So.</div>',
    ],
    ['what a forum tells', '<div class="thread"><p>Two-factor login has been enabled.</p></div>'],
    ['a button', '<button>Two-factor has been enabled</button>'],
    ['what is to come', '<p>Once two-factor authentication has been enabled, have your phone at hand.</p>'],
    ['what is to come, in German', '<p>Sobald die Zwei-Faktor-Anmeldung erfolgreich aktiviert ist, los.</p>'],
    ['advice', '<div class="alert alert-info">If the code is invalid, wait for the next one.</div>'],
    ['a dialog that explains', '<dialog open>If two-factor login has been disabled, anybody can log in.</dialog>'],
    ['a tick over what is used up', '<p class="alert alert-success">The backup code you used has expired.</p>'],
    [
      'a message under a tick',
      '<div class="alert alert-success"><span class="message">Your old code has expired.</span></div>',
    ],
    [
      'a tick over a box that waits',
      '<p role="alert" class="alert-success">A new code is on its way.</p><label>Two-factor code <input name="otp"></label>',
    ],
    ['another dialog’s title', '<dialog open><h2>News</h2><p class="alert">It has been enabled.</p></dialog>'],
  ])('is not taken from %s', (_, body) => {
    expect(read(body).said).toBe(null);
  });

  it.each([
    ['This code was already used. Please try again.', 'used'],
    ['Dieser Code wurde bereits verwendet.', 'used'],
    ['The code has expired, try again', 'late'],
    ['The code is wrong or has expired.', null],
    ['The code has expired or was already used.', null],
    ['The code is not valid.', null],
  ])('names the reason of a refusal where it names one only: %s', (sentence, because) => {
    document.body.innerHTML = `<div class="alert alert-danger">${sentence}</div>`;
    expect(readOutcome(document, true).said).toMatchObject({ what: 'refused', because });
  });

  it('puts a refusal before a success that still stands on the page', () => {
    const page =
      '<div class="alert">Two-factor has been enabled</div><div class="alert alert-danger">Invalid code</div>';
    expect(read(page).said).toBe('refused');
  });

  it('hears any error over a box that still waits, and no error of another page', () => {
    const error = '<div class="alert alert-danger">Quux frobnicated.</div>';
    const box =
      '<form><label>Two-factor code <input name="code" autocomplete="one-time-code" inputmode="numeric"></label></form>';
    expect(read(error + box).said).toBe('refused');
    expect(read(error).said).toBe(null);
  });

  it('leaves out what stood there before', () => {
    document.body.innerHTML = '<div class="alert alert-danger">Invalid code</div>';
    const known = new WeakSet(document.querySelectorAll('*'));
    expect(readOutcome(document, false, known).said).toBe(null);
    document.body.innerHTML = '<div class="alert alert-danger">Invalid code</div>';
    expect(readOutcome(document, false, known).said?.what).toBe('refused');
  });

  it('cuts a quote short and gives the page’s own words', () => {
    expect(read('<p>Two-factor authentication is now enabled.</p>').quote).toBe(
      'Two-factor authentication is now enabled.',
    );
  });
});

describe('backup codes', () => {
  const list = ['a1b2-c3d4', 'e5f6-a7b8', 'c9d0-e1f2', 'a3b4-c5d6', 'e7f8-a9b0'];

  it('are seen where the portal shows one', () => {
    const page = '<p>Your backup code is</p><div class="alert h4">4KQ7ZP2M9XTR6WBC</div>';
    expect(read(page).backup).toEqual(['4KQ7ZP2M9XTR6WBC']);
  });

  it('are seen in groups, on one line with their name, in lists, cells and lines', () => {
    expect(read('<p>New Backup Code: 4KQ7-ZP2M-9XTR-6WBC</p>').backup).toEqual(['4KQ7-ZP2M-9XTR-6WBC']);
    const items = list.map((code) => `<li>${code}</li>`).join('');
    expect(read(`<h2>Recovery codes</h2><p>Keep them safe.</p><ul>${items}</ul>`).backup).toEqual(list);
    const cells = list.map((code) => `<td><code>${code}</code></td>`).join('');
    expect(read(`<h2>Recovery codes</h2><table><tr>${cells}</tr></table>`).backup).toEqual(list);
    expect(read(`<h2>Wiederherstellungscodes</h2><pre>${list.join('\n')}</pre>`).backup).toEqual(list);
    expect(
      read('<label>Backup code</label><p>Your backup code</p><input readonly value="4KQ7ZP2M9XTR6WBC">').backup,
    ).toEqual(['4KQ7ZP2M9XTR6WBC']);
  });

  it('are seen on lines of their own, after their name or in a list', () => {
    expect(read('<p>Your backup code is<br>4KQ7ZP2M9XTR6WBC<br>Keep it.</p>').backup).toEqual(['4KQ7ZP2M9XTR6WBC']);
    expect(read(`<h2>Recovery codes</h2><div>${list.join('<br>')}</div>`).backup).toEqual(list);
  });

  it.each([
    [3, false],
    [5, true],
    [16, true],
    [17, false],
  ])('are a list of recovery codes by how many there are: %i', (count, isList) => {
    const many = Array.from({ length: count }, (_, index) => `a1b2-${String(index).padStart(2, '0')}d4`);
    const items = many.map((code) => `<li>${code}</li>`).join('');
    const heading = '<h2>Recovery codes</h2><p>Keep them safe.</p>';
    expect(read(`${heading}<ul>${items}</ul>`).backup).toEqual(isList ? many : null);
    if (isList) expect(read(`${heading}<pre>${many.join('\n')}</pre>`).backup).toEqual(many);
  });

  it('are seen after words that call them secret, or speak of an order that is none', () => {
    const page = '<p>Keep your backup code secret. You need it in order to log in.</p><p>4KQ7ZP2M9XTR6WBC</p>';
    expect(read(page).backup).toEqual(['4KQ7ZP2M9XTR6WBC']);
  });

  it.each(['article class="comment"', 'div class="post-body"', 'blockquote', 'div contenteditable="true"'])(
    'are not believed where people write: %s',
    (place) => {
      const tag = place.split(' ')[0];
      const planted = `<${place}><p>Your new backup code is:</p><p>4KQ7-ZP2M-9XTR-6WBC</p></${tag}>`;
      expect(read(planted).backup).toBeNull();
    },
  );

  it.each([2, 3])('are none where %i lines stand preformatted, which are no list and not one code', (count) => {
    expect(read(`<h2>Recovery codes</h2><pre>${list.slice(0, count).join('\n')}</pre>`).backup).toBeNull();
  });

  it('are not believed in one of several posts', () => {
    const post = (text: string) => `<div class="post"><p>Your new backup code is:</p><p>${text}</p></div>`;
    expect(read(`${post('4KQ7-ZP2M-9XTR-6WBC')}${post('Thanks.')}${post('Welcome.')}`).backup).toBeNull();
    expect(
      read(`<article>${post('4KQ7-ZP2M-9XTR-6WBC')}</article><article>${post('Thanks.')}</article>`).backup,
    ).toBeNull();
  });

  it.each([
    ['a key on the line after its name', '<p>Keep a backup of your secret key<br>JBSWY3DPEHPK3PXP</p>'],
    ['a line among others', '<p>Recovery codes</p><p>A reminder:<br>4KQ7ZP2M9XTR6WBC</p>'],
    ['a setup key', '<p>Manual key: <code>JBSW Y3DP EHPK 3PXP</code></p>'],
    ['a setup key after a word on backups', '<p>Keep a backup of this secret key.</p><code>JBSWY3DPEHPK3PXP</code>'],
    ['an order number', '<p>Your order</p><p>ORD2026112500</p>'],
    ['a form that asks for one', '<form><label>Backup code <input name="twofabackupcode"></label></form>'],
    ['words alone', '<p>Have you kept your backup codes?</p><p>Continue</p>'],
    ['a list too short to be one', '<p>Recovery codes</p><p>a1b2-c3d4</p><p>e5f6-a7b8</p>'],
    ['a hidden one', '<p>Your backup code is</p><div style="display:none">4KQ7ZP2M9XTR6WBC</div>'],
  ])('are not seen in %s', (_, body) => {
    expect(read(body).backup).toBe(null);
  });

  it('keep to a shape that words and names do not have', () => {
    for (const text of ['4KQ7ZP2M9XTR6WBC', '12345678', 'ab12c-d34ef', 'ABCD-EFGH-IJKL', 'abcde-fghij-klmno'])
      expect(isCodeLike(text), text).toBe(true);
    for (const text of [
      'Continue',
      'Download',
      'two-factor',
      '123456',
      '2026',
      'Step 2',
      'Hello world again',
      'iPhone 15',
      'January 2026',
      'Windows 2019',
      '',
    ])
      expect(isCodeLike(text), text).toBe(false);
  });
});

describe('false alarms', () => {
  it('there are none on the pages of a hosting portal, but for the one with an error', () => {
    const heard = readdirSync(folder)
      .filter((file) => file.endsWith('.html'))
      .flatMap((file) => {
        const { said, backup } = read(readFileSync(join(folder, file), 'utf8'));
        return said === null && backup === null ? [] : [`${file}: ${said} ${backup}`];
      });
    expect(heard).toEqual(['hosting-refused-enrolment.html: refused null']);
  });
});
