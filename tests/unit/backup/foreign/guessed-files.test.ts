import { describe, expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { writeZip } from '../../../support/zip-writer.ts';

const how = { passphrase: null, costly: false, onProgress: () => {} };
// Bytes that are no text, so that nothing but the beginning tells what a file is.
const rest = Array.from({ length: 200 }, (_, at) => 0x80 + (at % 0x40));
const beginning = (first: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...Buffer.from(first, 'latin1'), ...rest]);

async function whatIs(bytes: Uint8Array<ArrayBuffer>) {
  const { format, outcome } = await readForeign(bytes, how);
  return [format?.id ?? null, outcome.ok ? 'read' : outcome.error.kind];
}

describe('a file of another kind', () => {
  it.each([
    ['PDF', '%PDF-1.7\n'],
    ['gzip', '\x1f\x8b\x08\0'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['RAR', 'Rar!\x1a\x07\x01\0'],
    ['a document of Word 97', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['a program of Linux', '\x7fELF\x02'],
    ['a program of Windows', 'MZ\x90\0'],
    ['Ogg', 'OggS\0'],
    ['MP3 with a title', 'ID3\x04'],
    ['MP3 without one', '\xff\xfb\x90'],
    ['WAV', 'RIFF\x24\0\0\0WAVEfmt '],
    ['a class of Java', '\xca\xfe\xba\xbe'],
    ['MP4', '\0\0\0\x20ftypisom'],
    ['a font', 'wOF2\0'],
  ])('is not taken for a locked file: %s', async (_name, first) => {
    expect(await whatIs(beginning(first))).toEqual([null, 'unrecognised']);
  });

  it('is not taken for a locked file: a document in a zip', async () => {
    const [name, bytes] = ['word/document.xml', Buffer.from('<w:document/>')];
    expect(
      await whatIs(
        writeZip([
          { name: '[Content_Types].xml', bytes },
          { name, bytes },
        ]),
      ),
    ).toEqual([null, 'unrecognised']);
  });

  it('is a picture where RIFF is WebP, and a guess where nothing tells what it is', async () => {
    expect(await whatIs(beginning('RIFF\x24\0\0\0WEBPVP8 '))).toEqual(['picture', 'read']);
    expect(await whatIs(beginning('\0\x02\x22\xe0'))).toEqual(['andotp-encrypted', 'passphrase-needed']);
  });
});
