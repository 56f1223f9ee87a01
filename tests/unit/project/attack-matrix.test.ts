import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../scripts/attacks/attack-row.ts';
import { attackMatrixPage, sections } from '../../../scripts/attacks/page.ts';

const root = resolve(import.meta.dirname, '../../..');
const rows = Object.values(sections).flat();

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whether a text has a call whose first argument is this title, as of a test, and of no block of tests. */
function holds(text: string, title: string): boolean {
  const quoted = `(['"\`])${escaped(title)}\\1`;
  return new RegExp(`\\(\\s*${quoted},`).test(text) && !new RegExp(`describe(?:\\.\\w+)*\\(\\s*${quoted},`).test(text);
}

const isThere = ({ file, title }: Evidence): boolean =>
  existsSync(join(root, file)) && holds(readFileSync(join(root, file), 'utf8'), title);

describe('the attack matrix', () => {
  it('is what its tables say (npm run attacks writes it)', () => {
    expect(readFileSync(join(root, 'docs/attack-matrix.md'), 'utf8')).toBe(attackMatrixPage());
  });

  it('names for every row a test that its file holds under exactly that title', () => {
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    expect(rows.flatMap(({ evidence }) => evidence).filter((one) => !isThere(one))).toEqual([]);
  });

  it('has every attack once, and no table with a bar too many', () => {
    const threats = rows.map(({ threat }) => threat);
    expect(threats.filter((threat, at) => threats.indexOf(threat) !== at)).toEqual([]);
    const lines = attackMatrixPage()
      .split('\n')
      .filter((line) => line.startsWith('|'));
    for (const line of lines) expect(line.match(/(?<!\\)\|/g), line).toHaveLength(4);
  });
});

it('a title is held by the test of just that name, and by no block, comment or longer name', () => {
  expect(holds("it('locks at once', () => {", 'locks at once')).toBe(true);
  expect(holds('it.each(all)(\n    `locks %s, its {count}`,', 'locks %s, its {count}')).toBe(true);
  expect(holds("describe('locks at once', () => {", 'locks at once')).toBe(false);
  expect(holds("// 'locks at once',", 'locks at once')).toBe(false);
  expect(holds("it('locks at once, twice', () => {", 'locks at once')).toBe(false);
});
