import { expect, it } from 'vitest';
import { asksForProof } from '../../../../lib/page/outcome/asks-for-proof.ts';

const asks = (body: string): boolean => {
  document.body.innerHTML = body;
  return asksForProof(document);
};

it.each([
  ['a password', '<form><label>E-mail <input name="email"></label><input type="password" name="password"></form>'],
  ['a backup code', '<label>One of your recovery codes <input name="a"></label>'],
  ['a backup code, by its name alone', '<input name="backup_code">'],
  ['a code sent by mail', '<label>Security code <input name="code"></label>'],
  ['a code, in another language', '<label>Código de seguridad <input name="a"></label>'],
  ['a code that the page declares', '<input autocomplete="one-time-code" maxlength="1">'],
  ['the letters of a picture', '<input name="captcha[user_login]">'],
])('a page asks who is there by a box for %s', (_, body) => {
  expect(asks(body)).toBe(true);
});

it.each([
  ['links and a greeting', '<h1>Hello, Dana!</h1><a href="/logout">Log out</a>'],
  ['a search', '<form role="search"><input name="q" placeholder="Find an article"></form>'],
  ['a newsletter', '<form><label>Your e-mail address <input type="email" name="email"></label></form>'],
  ['a domain and a quantity', '<input name="domain" placeholder="example.com"><input type="number" name="qty[0]">'],
  ['a box that nobody sees', '<form style="display:none"><input type="password" name="password"></form>'],
  ['a box that is shut', '<input type="password" name="password" disabled>'],
])('a page with %s does not', (_, body) => {
  expect(asks(body)).toBe(false);
});
