import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseAccount, isSameName } from '../../../lib/app/choose-account.ts';
import { decodeNames } from '../../../lib/app/page-names.ts';

const entries = ['jane@example.org', 'john@example.org', 'jane@other.example', 'ada', ''].map((account) => ({
  account,
}));
const chosen = (...texts: string[]) => chooseAccount(texts, entries)?.account ?? null;

describe('the account that a page names', () => {
  it.each([
    [['jane@example.org'], 'jane@example.org'],
    [[' JANE@Example.org '], 'jane@example.org'],
    [['ada'], 'ada'],
    [['support@example.org', 'ada'], 'ada'],
    [['jo***@example.org'], 'john@example.org'],
    [['j***n@e******.org'], 'john@example.org'],
    [['j\u2026e@o\u2026.example'], 'jane@other.example'],
    [['j\u2022\u2022\u2022@example.org', 'john@example.org'], 'john@example.org'],
    [['***@other.example'], 'jane@other.example'],
  ])('by %j is the one', (texts, account) => {
    expect(chosen(...texts)).toBe(account);
  });

  it.each([
    [[]],
    [['']],
    [['nobody@example.org']],
    [['jane@example.org', 'john@example.org']],
    [['jane']],
    [['example.org']],
    [['j***@example.org']],
    [['j***@example.org', 'jane@other.example']],
    [['jane*@example.org']],
    [['j*a*e@example.org']],
    [['***@***']],
    [['***']],
    [['a*a']],
    [['***a']],
    [['jane@example.org.evil.test']],
  ])('by %j is none', (texts) => {
    expect(chosen(...texts)).toBe(null);
  });

  it('is none where two entries have the name', () => {
    expect(chooseAccount(['ada'], [{ account: 'ada' }, { account: 'Ada' }])).toBe(null);
  });

  it('is found by its own mask, whatever is hidden, and never by more than one text that disagrees', () => {
    const name = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(name, name, fc.nat({ max: 11 }), (a, b, at) => {
        fc.pre(a !== b);
        const two = [{ account: `${a}@x.test` }, { account: `${b}@y.test` }];
        const shown = a.slice(0, at % a.length);
        expect(chooseAccount([`${shown}***@x.test`], two)).toBe(two[0]);
        expect(chooseAccount([`${shown}***@x.test`, `${b}@y.test`], two)).toBe(null);
      }),
    );
  });
});

describe('the account that was typed', () => {
  const typed = (name: string, ...texts: string[]) =>
    chooseAccount(texts, entries, entries.find(({ account }) => account === name) ?? null)?.account ?? null;

  it.each([
    ['jane@example.org', []],
    ['jane@example.org', ['Dana', 'support']],
    ['jane@example.org', ['jane@example.org']],
    // The mask fits another account too, and does not speak against this one.
    ['jane@example.org', ['j***@example.org']],
  ])('%s is meant where the page shows %j', (name, texts) => {
    expect(typed(name, ...texts)).toBe(name);
  });

  it.each([
    ['jane@example.org', ['john@example.org'], 'john@example.org'],
    ['jane@example.org', ['jo***@example.org'], 'john@example.org'],
    ['jane@example.org', ['jane@example.org', 'john@example.org'], null],
    ['ada', ['j***@example.org'], null],
    ['jane@example.org', ['nobody@example.org'], null],
    ['jane@example.org', ['x***@other.example'], null],
    ['nobody@example.org', [], null],
  ])('%s gives way to %j', (name, texts, account) => {
    expect(typed(name, ...texts)).toBe(account);
  });

  it.each([
    ['jane@example.org', 'jane@example.org', true],
    [' JANE@Example.ORG\n', 'jane@example.org', true],
    // NFKC: full-width letters, and a letter that is composed.
    ['\uff4aane@example.org', 'jane@example.org', true],
    ['Rene\u0301', 'ren\u00e9', true],
    ['jane', 'jane@example.org', false],
    ['j***@example.org', 'jane@example.org', false],
    ['', '', false],
    ['  ', '', false],
  ])('%j against the account %j is the same name: %j', (name, account, same) => {
    expect(isSameName(name, account)).toBe(same);
  });
});

describe('names read in a page', () => {
  it('are bounded, and those of another origin or of no such shape were not read', () => {
    const names = ['a', '', 7, 'b'.repeat(255), 'c'];
    expect(decodeNames({ origin: 'https://a.test', names }, 'https://a.test')).toEqual(['a', 'c']);
    expect(decodeNames({ origin: 'https://b.test', names }, 'https://a.test')).toBe('unread');
    for (const bad of [null, 'x', { origin: 'https://a.test' }, { origin: 'https://a.test', names: null }])
      expect(decodeNames(bad, 'https://a.test')).toBe('unread');
  });

  it('choose no account where there are so many that the true one may have been cut off', () => {
    const others = Array.from({ length: 7 }, (_, index) => `n${index}@example.org`);
    const answered = (...more: string[]) =>
      decodeNames({ origin: 'https://a.test', names: [...others, ...more] }, 'https://a.test');
    expect(answered('ada')).toEqual([...others, 'ada']);
    expect(answered('ada', 'one more')).toBe('too-many');
  });
});
