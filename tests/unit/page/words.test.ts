import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf, anywhere, fold, type PhraseTable, phrasesOf } from '../../../lib/page/detect/words.ts';
import { isRecord } from '../../../lib/vault/shape.ts';

const folders = ['detect', 'outcome', ''].map((name) => resolve(import.meta.dirname, '../../../lib/page', name));
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /-words\.ts$/.test(name))
    .map((name) => join(folder, name)),
);

const isTable = (value: unknown): value is PhraseTable =>
  isRecord(value) && Object.values(value).every((row) => typeof row === 'string' || Array.isArray(row));

async function tablesOf(path: string): Promise<readonly (readonly [string, PhraseTable])[]> {
  const exported: Record<string, unknown> = await import(path);
  return Object.entries(exported).flatMap(([name, value]) => (isTable(value) ? [[name, value] as const] : []));
}

const tables = (await Promise.all(files.map(tablesOf))).flat();

describe('the phrases of the tables', () => {
  it('are written as folded text is, as patterns are made of them without folding', () => {
    expect(tables.length).toBeGreaterThan(25);
    const bare = tables.flatMap(([, table]) => phrasesOf(table)).map((phrase) => phrase.replace(/^\*|\*$/g, ''));
    expect(bare.length).toBeGreaterThan(3_000);
    expect(bare.filter((phrase) => fold(phrase) !== phrase)).toEqual([]);
  });

  it.each(tables)('of %s are each found alone, in a sentence, and where a word is open there', (_, table) => {
    const pattern = anyOf(table);
    for (const phrase of phrasesOf(table)) {
      const text = phrase.replaceAll('*', '');
      for (const around of [text, `a, ${text}. b`, phrase.replaceAll('*', 'x')])
        expect([around, pattern.test(fold(around))]).toEqual([around, true]);
    }
  });
});

// The boundary is Unicode's: letters and digits (Unicode Standard Annex 44, General_Category). Blocks of the scripts that the tables are
// written in; what text is folded into stands in them.
const blocks = [
  ...[
    [0x20, 0x2af],
    [0x370, 0x52f],
    [0x5d0, 0x5ea],
    [0x600, 0x6ff],
    [0x900, 0x97f],
    [0xe00, 0xe5f],
  ],
  ...[
    [0x1e00, 0x1fff],
    [0x3040, 0x30ff],
    [0x3400, 0x9fff],
    [0xac00, 0xd7a3],
  ],
];
const common = blocks.flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)).filter(
    (one) => fold(one) === one && !/\p{Cn}/u.test(one),
  ),
);

describe('a pattern of phrases', () => {
  const word = anyOf({ en: 'code' });

  it('finds a word where Unicode’s letters and digits end, in every script of the tables', () => {
    const differ = common.filter((one) => {
      const isPart = /[\p{L}\p{N}]/u.test(one);
      return word.test(`${one}code`) === isPart || word.test(`code${one}`) === isPart;
    });
    expect(common.length).toBeGreaterThan(20_000);
    expect(differ.map((one) => one.codePointAt(0)?.toString(16))).toEqual([]);
  });

  it('stands for letters where a star is within, and for nothing else', () => {
    const pattern = anyOf({ pt: 'código* de reserva' });
    expect(['código de reserva', 'códigos de reserva', 'códigodereserva'].map((one) => pattern.test(one))).toEqual([
      true,
      true,
      true,
    ]);
    expect(pattern.test('código, de reserva')).toBe(false);
    // Not without end: a page of `código` 30,000 times without a space took six seconds.
    expect([20, 21].map((letters) => pattern.test(`código${'s'.repeat(letters)} de reserva`))).toEqual([true, false]);
  });

  it('anywhere finds all that the one with boundaries finds, within words too', () => {
    const [one, wide] = [
      anyOf({ en: 'recover|*backup*|reserve code' }),
      anywhere({ en: 'recover|*backup*|reserve code' }),
    ];
    const parts = fc.constantFrom('recover', 'backup', 'reserve code', 'reservecode', 'ed', ' ', 'x', '.', 'é', '7');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 6 }), (texts) => {
        const text = texts.join('');
        return !one.test(text) || wide.test(text);
      }),
    );
    expect([one.test('recovered'), wide.test('recovered')]).toEqual([false, true]);
  });
});
