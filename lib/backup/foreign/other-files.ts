import { startsWith } from './foreign-file.ts';

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** The first bytes of widespread kinds of files; three at least, as old locked files of andOTP begin by chance. */
const signatures: readonly (readonly number[])[] = [
  ascii('%PDF-'),
  [0x1f, 0x8b, 0x08],
  ascii('BZh'),
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x28, 0xb5, 0x2f, 0xfd],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  ascii('Rar!\x1a\x07'),
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x7f, 0x45, 0x4c, 0x46],
  ascii('MZ\x90\0'),
  ascii('RIFF'),
  ascii('OggS'),
  ascii('fLaC'),
  ascii('ID3'),
  [0xff, 0xfb, 0x90],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x1a, 0x45, 0xdf, 0xa3],
  ascii('wOFF'),
  ascii('wOF2'),
  [0x00, 0x01, 0x00, 0x00, 0x00],
  ascii('OTTO'),
  ascii('II*\0'),
  ascii('MM\0*'),
  ascii('8BPS'),
  ascii('bplist00'),
  ascii('\0asm'),
];
const MOVIE = ascii('ftyp');
const MOVIE_AT = 4;

/** Whether bytes are a file of a widespread kind: a document, an archive, a program, a sound, a film, a font. */
export const isOtherFile = (bytes: Uint8Array): boolean =>
  signatures.some((magic) => startsWith(bytes, magic)) || startsWith(bytes.subarray(MOVIE_AT), MOVIE);
