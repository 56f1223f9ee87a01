import type { Bytes } from '../../otp/parameters.ts';
import { err, ok } from '../../result.ts';
import { unescaped } from './android-map.ts';
import { contentOf, type ForeignFormat, MOST_ITEMS } from './foreign-format.ts';
import { readKeyUri } from './key-uri-lines.ts';
import { looseBase64 } from './loose-base64.ts';

// A page may say each link twice, as a target and as a text.
const MOST_LINKS = 3 * MOST_ITEMS;
const MOST_PICTURES = 500;
const MOST_PICTURE_CHARACTERS = 2 ** 20;

/** What a pattern's last group finds, at most so many times. */
function found(text: string, pattern: RegExp, most: number): readonly string[] {
  const all: string[] = [];
  for (const match of text.matchAll(pattern)) {
    if (all.length >= most) break;
    all.push(match.at(-1) ?? '');
  }
  return all;
}

const keyUrisIn = (text: string): readonly string[] =>
  [...new Set(found(text, /(?:otpauth|steam):\/\/[^\s"'<>]+/gi, MOST_LINKS).map(unescaped))].slice(0, MOST_ITEMS + 1);

// Pictures of pixels alone: a drawing could hold anything.
const picturesIn = (text: string): readonly Bytes[] =>
  found(text, /data:image\/(?:png|jpeg|gif|webp);base64,([A-Za-z0-9+/=\s]+)/gi, MOST_PICTURES)
    .filter((data) => data.length <= MOST_PICTURE_CHARACTERS)
    .flatMap((data) => looseBase64(data) ?? []);

/** A page that an app saved for printing: its setup links, or where it has none the pictures of its QR codes. */
export const html: ForeignFormat = {
  id: 'html',
  app: 'Aegis, Stratum, Raivo OTP',
  appShown: '',
  reads: 'HTML with setup links or QR codes',
  source: 'https://github.com/beemdevelopment/Aegis',
  recognise: ({ text }) => text !== null && /^\s*(?:<!doctype html|<html|<head|<body)/i.test(text),
  async read({ text }) {
    const items = keyUrisIn(text ?? '').map(readKeyUri);
    if (items.length > 0) return ok(contentOf(items));
    const pictures = picturesIn(text ?? '');
    return pictures.length > 0 ? ok({ items, others: 0, pictures }) : err({ kind: 'unrecognised' });
  },
};
