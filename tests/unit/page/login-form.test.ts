import { afterEach, describe, expect, it } from 'vitest';
import { userNameIn } from '../../../lib/page/login-form.ts';
import { watchLogin } from '../../../lib/page/watch-login.ts';

const login =
  '<form action="/login"><input type="email" name="username" value=" ada@example.org "><input type="password" name="password" value="secret"><button>Log in</button></form>';
let end = () => {};

afterEach(() => {
  end();
  document.body.innerHTML = '';
});

function read(html: string): string | null {
  document.body.innerHTML = html;
  const form = document.querySelector('form');
  if (form === null) throw new Error('the page has no form');
  return userNameIn(form);
}
const password = '<input type="password" name="password" value="secret">';

describe('the user name in a login form', () => {
  it.each([
    ['of an e-mail address', login],
    ['of a box called so', `<form><input name="user_login" value="ada@example.org">${password}</form>`],
    [
      'called a name like a person’s',
      `<form><input name="name" autocomplete="username" value="ada@example.org">${password}</form>`,
    ],
    ['of a box without words', `<form><input name="f1" value="ada@example.org">${password}</form>`],
    [
      'marked as one',
      `<form><input name="f1" autocomplete="section-a username" value="ada@example.org">${password}</form>`,
    ],
    [
      'beside a box against robots',
      `<form><input type="email" name="username" value="ada@example.org">${password}<input name="code" value="x7k2"></form>`,
    ],
    [
      'beside a weaker claim',
      `<form><input name="account" value="12"><input autocomplete="username" value="ada@example.org">${password}</form>`,
    ],
    ['of the first half of a login', '<form><input autocomplete="username webauthn" value="ada@example.org"></form>'],
    [
      'shown again beside the password',
      `<form><input type="email" readonly value="ada@example.org">${password}</form>`,
    ],
    [
      'that stands outside its form',
      `<form id="f">${password}</form><input form="f" type="email" value="ada@example.org">`,
    ],
    [
      'whose boxes have the names of the form’s own properties',
      `<form><input type="hidden" name="elements"><input type="hidden" name="id"><input type="hidden" name="action"><input type="hidden" name="getAttribute"><input type="email" value="ada@example.org">${password}</form>`,
    ],
  ])('is read %s', (_what, html) => {
    expect(read(html)).toBe('ada@example.org');
  });

  it.each([
    ['a hidden box', `<form><input type="hidden" name="email" value="ada@example.org">${password}</form>`],
    [
      'a box that is not shown',
      `<form><p style="display:none"><input type="email" value="ada@example.org"></p>${password}</form>`,
    ],
    ['a box that is switched off', `<form><input type="email" disabled value="ada@example.org">${password}</form>`],
    ['password boxes alone', `<form>${password}</form>`],
    ['an empty box', `<form><input type="email" value="  ">${password}</form>`],
    ['a name of absurd length', `<form><input type="email" value="${'a'.repeat(255)}">${password}</form>`],
    ['two names', `<form><input type="email" value="a@x.test"><input type="email" value="b@x.test">${password}</form>`],
    ['two boxes without words', `<form><input name="f1" value="ada"><input name="f2" value="bob">${password}</form>`],
    ['a password that is shown', `<form><input name="current_password" value="Old1">${password}</form>`],
    [
      'a password that says so',
      `<form><input name="f1" autocomplete="current-password" value="Old1">${password}</form>`,
    ],
    ['an answer that is a secret', `<form><input name="security_answer" value="fluffy">${password}</form>`],
    ['a code beside a password', `<form><input name="otp" value="123456">${password}</form>`],
    ['no box at all', '<form><button>Log in</button></form>'],
    [
      'more boxes than a login has',
      `<form>${login.replaceAll('form', 'p')}${'<input type="checkbox">'.repeat(24)}</form>`,
    ],
    [
      'registration, by its password',
      '<form><input autocomplete="username" value="ada"><input type="password" autocomplete="new-password"></form>',
    ],
    [
      'registration, by its second password',
      `<form><input autocomplete="username" value="ada@example.org">${password}${password}</form>`,
    ],
    [
      'registration, by its address',
      `<form action="/register.php"><input type="email" value="ada@example.org">${password}</form>`,
    ],
    [
      'registration, by a name and an address',
      `<form><input name="firstname" value="Ada"><input type="email" value="ada@example.org">${password}</form>`,
    ],
    [
      'registration, by its many boxes',
      `<form><input type="email" value="a@x.test"><input name="a"><input name="b">${password}</form>`,
    ],
    ['search', '<form role="search"><input name="username" autocomplete="username" value="ada"></form>'],
    ['search without words', '<form><input name="q" value="ada@example.org"></form>'],
    ['a newsletter', '<form><input type="email" name="email" value="ada@example.org"></form>'],
    ['a forgotten password', '<form action="/password/reset"><input autocomplete="username" value="ada"></form>'],
    ['a challenge', '<form><input name="key" autocomplete="one-time-code" value="123456"></form>'],
  ])('is none with %s', (_what, html) => {
    expect(read(html)).toBe(null);
  });

  it('is that of the one form, whatever the others hold', () => {
    document.body.innerHTML = `<form><input type="email" value="other@example.org">${password}</form>${login}`;
    const names = Array.from(document.forms).map(userNameIn);
    expect(names).toEqual(['other@example.org', 'ada@example.org']);
  });
});

describe('a login form that is sent', () => {
  const watch = (html: string, isReal?: (event: Event) => boolean) => {
    document.body.innerHTML = html;
    const heard: string[] = [];
    end = watchLogin(document, (name) => heard.push(name), isReal);
    return heard;
  };
  const real = () => true;
  const send = () =>
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));

  it('tells its user name, and no password', () => {
    const heard = watch(login, real);
    send();
    expect(heard).toEqual(['ada@example.org']);
  });

  it('is heard by the press of its button where the page sends it by a script', () => {
    const heard = watch(login, real);
    document.querySelector('button')?.addEventListener('click', (event) => event.preventDefault());
    document.querySelector('button')?.click();
    expect(heard).toEqual(['ada@example.org']);
  });

  it('is not heard when a script of the page made the event, and no longer once the watch has ended', () => {
    const heard = watch(login);
    send();
    document.querySelector('button')?.dispatchEvent(new Event('click', { bubbles: true }));
    end();
    expect(heard).toEqual([]);
    const later = watch(login, real);
    end();
    send();
    expect(later).toEqual([]);
  });

  it.each([
    ['a button that sends nothing', login.replace('<button>', '<button type="button">'), 'button'],
    ['a box', login, 'input'],
    ['a button outside of any form', `<button></button>${login}`, 'button'],
  ])('is not heard by a press on %s', (_what, html, pressed) => {
    const heard = watch(html, real);
    document.querySelector(pressed)?.dispatchEvent(new Event('click', { bubbles: true }));
    expect(heard).toEqual([]);
  });

  it('is heard forty times in a document and no more', () => {
    const heard = watch(login, real);
    for (let turn = 0; turn < 50; turn += 1) send();
    expect(heard).toHaveLength(40);
  });
});
