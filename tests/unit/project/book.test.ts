import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { anchorsOf, deadLinks, linksOf, pagesIn, pagesLinkedFrom } from '../../../scripts/book/links.ts';

const root = resolve(import.meta.dirname, '../../..');
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...pagesIn(root, 'docs')];

describe('the pages of the project', () => {
  it('have no link that leads nowhere', () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(pages.flatMap((page) => deadLinks(root, page))).toEqual([]);
  });

  it('are all in the contents of the book, but for the contents itself', () => {
    const linked = pagesLinkedFrom(root, 'docs/README.md');
    // A language's messages are reached from the page of all messages.
    const missing = pagesIn(root, 'docs').filter(
      (page) => page !== 'docs/README.md' && !page.startsWith('docs/messages/'),
    );
    expect(missing.filter((page) => !linked.has(page))).toEqual([]);
    const languages = pagesIn(root, 'docs/messages');
    const messages = pagesLinkedFrom(root, 'docs/messages.md');
    expect(languages.filter((page) => !linked.has(page) && !messages.has(page))).toEqual([]);
  });
});

describe('a dead link', () => {
  const made = mkdtempSync(join(tmpdir(), 'doorcode-book-'));
  afterAll(() => rmSync(made, { recursive: true }));
  mkdirSync(join(made, 'docs'));
  writeFileSync(join(made, 'docs/there.md'), '# There\n\n## What `it` says, twice\n\n## What it says, twice\n');

  const faults = (markdown: string): readonly string[] => {
    writeFileSync(join(made, 'docs/page.md'), markdown);
    return deadLinks(made, 'docs/page.md');
  };

  it('is one to a file, a picture or a heading that is not there, or out of the project', () => {
    expect(faults('[a](gone.md) ![b](gone.png) <img src="gone.svg"> [c](there.md#gone) [d](../../else.md)')).toEqual([
      'docs/page.md: gone.md is not there',
      'docs/page.md: gone.png is not there',
      'docs/page.md: gone.svg is not there',
      'docs/page.md: there.md#gone has no such heading',
      'docs/page.md: ../../else.md leads out of the project',
    ]);
  });

  it('is none to what is there, to an address elsewhere, or in a piece of code', () => {
    expect(
      faults(
        '# A\n[a](there.md) [b](there.md#what-it-says-twice-1) [c](#a) [d](https://example.test/x) `[e](gone.md)`',
      ),
    ).toEqual([]);
    expect(faults('```\n[a](gone.md)\n```\n')).toEqual([]);
  });
});

it('a heading is named as GitHub names it', () => {
  expect([...anchorsOf('# The backup file (doorcode-backup, version 2)\n## A\n## A\n')]).toEqual([
    'the-backup-file-doorcode-backup-version-2',
    'a',
    'a-1',
  ]);
  expect(linksOf('[a](b.md "Title") ![c](d.png)')).toEqual(['b.md', 'd.png']);
});
