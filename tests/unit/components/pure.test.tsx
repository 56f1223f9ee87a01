import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupCode, pairCode, secondsLeft, spellCode } from '../../../components/code-text.ts';
import { searchEntries } from '../../../components/search-match.ts';
import { visibleText } from '../../../components/visible-text.ts';
import { entry } from './support.tsx';

describe('groupCode', () => {
  it.each([
    ['123456', ['123', '456']],
    ['1234567', ['123', '4567']],
    ['12345678', ['1234', '5678']],
    ['123456789', ['123', '456', '789']],
    ['1234567890', ['123', '456', '7890']],
    ['2BCDF', ['2BCDF']],
  ])('groups %s', (code, groups) => {
    expect(groupCode(code)).toEqual(groups);
  });

  it('loses and adds no character', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12 }), (code) => groupCode(code).join('') === code));
  });
});

it.each([
  ['123456', '12 34 56'],
  ['0123456', '01 23 456'],
  ['12345678', '12 34 56 78'],
  ['123456789', '12 34 56 789'],
  ['BC2FG', 'B C 2 F G'],
])('says %s as %s', (code, said) => {
  expect(pairCode(code)).toBe(said);
});

it('spells a code digit by digit', () => {
  expect(spellCode('012')).toBe('0 1 2');
});

it('rounds seconds up and stops at 0', () => {
  expect([secondsLeft(30_000, 0), secondsLeft(30_000, 29_001), secondsLeft(30_000, 30_000), secondsLeft(0, 9)]).toEqual(
    [30, 1, 0, 0],
  );
});

describe('visibleText', () => {
  it('names directional overrides and invisible characters', () => {
    expect(visibleText('a\u202Eb\u200Bc\u0000d')).toBe('a[U+202E]b[U+200B]c[U+0000]d');
  });

  it('cuts very long text', () => {
    expect(visibleText('x'.repeat(100_000))).toBe(`${'x'.repeat(120)}…`);
  });

  it('leaves ordinary names of any script alone', () => {
    expect(visibleText('Übung 例え שלום')).toBe('Übung 例え שלום');
  });

  it('lets no invisible character through', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Cf}]/u.test(visibleText(text))));
  });
});

describe('searchEntries', () => {
  const entries = [entry, { ...entry, id: 'e2', issuer: 'ＭＡＩＬ', account: 'Bob' }];
  const ids = (query: string) => searchEntries(entries, query).map((one) => one.id);
  it('takes everything for a blank query', () => expect(ids('  ')).toEqual(['e1', 'e2']));
  it('needs every word, in any order and case', () => expect(ids('ADA hosting')).toEqual(['e1']));
  it('reads full-width letters as plain ones', () => expect(ids('mail')).toEqual(['e2']));
  it('finds nothing for a stranger', () => expect(ids('ada bob')).toEqual([]));
});
