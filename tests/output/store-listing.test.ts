import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOf } from '../support/e2e/text.ts';
import { filesOf, manifestOf, targets } from './build.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const listing = readFileSync(join(docs, 'store-listing.md'), 'utf8');
const section = (title: string): string => {
  const text = listing.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (text === undefined) throw new Error(`docs/store-listing.md has no section ${title}`);
  return text.slice(title.length).trim();
};
/** The first cells of a table's rows, without its head. */
const firstCells = (text: string): readonly string[] =>
  [...text.matchAll(/^\| *([^|\n]*?) *\|/gm)].flatMap(([, cell = '']) => (/^-+$/.test(cell) ? [] : [cell]));

const namesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const asked = targets.flatMap((target) => {
  const { permissions, optional_permissions, optional_host_permissions } = manifestOf(target);
  return [permissions, optional_permissions, optional_host_permissions].flatMap(namesIn);
});

describe('the store listing', () => {
  it("has the package's own description as its summary, as short as Chrome and Firefox take it", () => {
    expect(section('Summary')).toBe(textOf('extensionDescription'));
    expect(section('Summary').length).toBeLessThanOrEqual(132);
  });

  it('has a description as long as Edge asks for', () => {
    expect(section('Description').length).toBeGreaterThanOrEqual(250);
    expect(section('Description').length).toBeLessThanOrEqual(10_000);
  });

  it('has as many search words as Edge takes', () => {
    const terms = section('Search words').split(',');
    expect(terms.length).toBeLessThanOrEqual(7);
    expect(terms.flatMap((term) => term.trim().split(' ')).length).toBeLessThanOrEqual(21);
  });

  it('says of each permission why it is asked for, and of no other', () => {
    const justified = firstCells(section('Permissions')).filter((cell) => cell !== 'permission');
    expect(justified.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it('says truly that no script comes from elsewhere or is made from text', () => {
    expect(section('Remote code')).toMatch(/^None\./);
    for (const target of targets) {
      expect(JSON.stringify(manifestOf(target).content_security_policy)).not.toContain('unsafe');
      for (const { path, bytes } of filesOf(target).filter((file) => /\.(js|html)$/.test(file.path)))
        expect(bytes.toString('utf8'), path).not.toMatch(
          /\bimport\(["'`]https?:|<script[^>]+src=["']?(https?:)?\/\/|\bimportScripts\((?!["'`]\/[\w-]+\.js["'`]\))|\beval\(|new Function\(|WebAssembly/,
        );
    }
  });

  it('has at most five pictures, each of 1280×800 without transparency, and no other lies there', () => {
    const files = [...section('Pictures').matchAll(/\]\((pictures\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThanOrEqual(5);
    const lying = readdirSync(join(docs, 'pictures')).filter((file) => file.startsWith('store-'));
    expect(lying.map((file) => `pictures/${file}`).toSorted()).toEqual(files.toSorted());
    for (const file of files) {
      const png = readFileSync(join(docs, file));
      const size = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(25)];
      expect({ file, size }).toEqual({ file, size: [1280, 800, 2] });
    }
  });

  it('leads to pages that are there', () => {
    for (const name of ['store-listing.md', 'privacy.md', 'safari.md'])
      for (const [, path = ''] of readFileSync(join(docs, name), 'utf8').matchAll(/\]\(([^):]+)\)/g))
        expect(existsSync(join(docs, path)), `${name}: ${path}`).toBe(true);
  });
});

it('the privacy statement says what the packages are built for: no network, and nothing collected', () => {
  const privacy = readFileSync(join(docs, 'privacy.md'), 'utf8');
  expect(privacy).toContain('**Doorcode collects nothing, and nothing leaves your computer.**');
  for (const target of targets)
    expect(JSON.stringify(manifestOf(target).content_security_policy)).toContain("connect-src 'none'");
});
