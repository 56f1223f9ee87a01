import { expect, it } from 'vitest';
import { pictureKind } from '../../../lib/app/picture-kind.ts';

const kindOf = (head: string) => pictureKind(Uint8Array.from(head, (letter) => letter.charCodeAt(0)));

it('a picture is told by its first bytes', () => {
  const heads = [
    '\x89PNG\r\n\x1a\n',
    '\xff\xd8\xff\xe0',
    'GIF89a',
    'GIF87a',
    'RIFF\x0a\0\0\0WEBPVP8 ',
    'BM\0\0',
    '\0\0\0\x1cftypavif',
  ];
  for (const head of heads) expect([head, kindOf(head)]).toEqual([head, 'picture']);
});

it('a drawing is one also behind a declaration, a comment and a document type', () => {
  const heads = [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg>',
    '<s:svg xmlns:s="x">',
  ];
  for (const head of heads) expect([head, kindOf(head)]).toEqual([head, 'drawing']);
});

it('a picture of a phone that not every browser opens is no other file, and other files are no pictures', () => {
  for (const head of ['\0\0\0\x18ftypheic', 'II*\0', '%PDF-1.7'])
    expect([head, kindOf(head)]).toEqual([head, 'other-picture']);
  for (const head of ['', '<html><svg>', 'Dear customer', 'PK\x03\x04', 'RIFF\0\0\0\0WAVE'])
    expect([head, kindOf(head)]).toEqual([head, 'none']);
});

it('a file of comments alone is no drawing, and is told at once', () => {
  const startMs = performance.now();
  // A pattern that tries every way to part them took 15 s here, and takes four times as long with every two comments more.
  expect(kindOf(`${'<!---->'.repeat(28)}x`)).toBe('none');
  // Told at once it is a matter of microseconds; the rest is room for a busy machine.
  expect(performance.now() - startMs).toBeLessThan(5_000);
});
