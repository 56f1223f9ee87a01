import { beforeEach, describe, expect, it } from 'vitest';
import { readAccountNames } from '../../../lib/page/account-names.ts';

/** The names around the box of a challenge at the end of a page. */
const read = (body: string) => {
  document.body.innerHTML = `${body}<div><form><input id="box" name="otp"></form></div>`;
  const box = document.querySelector('#box');
  return box === null ? [] : readAccountNames(box);
};

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('the names on a challenge page', () => {
  it.each([
    ['<p>Enter the code for ada@example.org.</p>', ['ada@example.org']],
    ['<p>You log in as (j***@example.org)</p>', ['j***@example.org']],
    ['<p>Hello <strong>ada</strong>, enter your code</p>', ['ada']],
    ['<form><input type="hidden" name="username" value="ada"><input name="code" value="123456"></form>', ['ada']],
    ['<input readonly autocomplete="username" value=" ada ">', ['ada']],
  ])('are read in %s', (body, names) => {
    expect(read(body)).toEqual(names);
  });

  it.each([
    '<p>Enter <strong>the six digits</strong> from your app</p>',
    '<strong>123456</strong>',
    '<p style="display:none">ada@example.org</p>',
    '<input type="password" name="user_password" value="secret">',
    '<textarea name="email">ada@example.org</textarea>',
  ])('are none in %s', (body) => {
    expect(read(body)).toEqual([]);
  });

  it('are nine at most, which says that there are more, each once and none too long', () => {
    const many = (count: number) =>
      Array.from({ length: 30 }, (_, index) => `<p>n${index % count}@example.org</p>`).join('');
    expect(read(`<p>${'a'.repeat(255)}@example.org</p>${many(8)}`)).toHaveLength(8);
    expect(read(many(9))).toHaveLength(9);
    expect(read(many(15))).toHaveLength(9);
  });

  it('are those of the challenge, and not what others wrote elsewhere on the page', () => {
    const comments = Array.from(
      { length: 40 },
      (_, index) => `<li>Thanks, says <b>bob</b> for the ${index}th time</li>`,
    );
    const card = `<section><p>Hello <strong>ada</strong></p></section>`;
    document.body.innerHTML = `<ul>${comments.join('')}</ul><p>${'prose '.repeat(200)}</p>
      <main><div>${card}<form><input name="otp" id="box"><input type="hidden" name="login" value="ada1"></form></div></main>
      <form><input type="hidden" name="user" value="bob"></form>`;
    const box = document.querySelector('#box');
    expect(box === null ? [] : readAccountNames(box)).toEqual(['ada1', 'ada']);
  });
});
