import { isAccountCode } from '../setup-links.ts';
import { type QrReading, readWithJsqr, readWithQr } from './decoders.ts';
import { type Backdrop, type Grey, greyOf } from './grey.ts';
import { SMALLEST_SIDE_MODULES } from './module-grid.ts';
import type { Picture } from './picture.ts';
import { centreOf, covers, type FoundSymbol, windowsAround } from './places.ts';
import { enlarged, halved } from './scale.ts';
import { redrawnSmallCodes } from './small-code.ts';
import { straightened } from './straighten.ts';
import { trimmed } from './trim.ts';
import { createWork, type Work } from './work.ts';

/** Which step of the ladder read a code. */
export type Stage = 'jsqr' | 'qr' | 'trimmed' | 'upscaled' | 'redrawn' | 'straightened';

/** One text that was read, with the step that read it. */
export type ReadText = { readonly text: string; readonly stage: Stage };

/**
 * `code`: a picture of one code; `photo`: the same, photographed, which may take a second; `page`: a screenshot. `backdrop`: what
 * lies under transparent pixels.
 */
export type ReadOptions = { readonly scope: 'code' | 'photo' | 'page'; readonly backdrop?: Backdrop };

/** Each text once. `tooLarge`: nobody looked at the picture, so that no texts do not mean no code. */
export type Reading = { readonly texts: readonly ReadText[]; readonly tooLarge: boolean };

type Texts = Map<string, Stage>;

const WHITE: Backdrop = [255, 255, 255];
const BLACK: Backdrop = [0, 0, 0];
/** The longest side that `qr` takes; a picture of up to twice that is halved. */
const MAX_SIDE_PX = 4096;
const JSQR_MAX_SIDE_PX = 512;
const TRIM_MAX_SIDE_PX = 1200;
const UPSCALE_MAX_SIDE_PX = 400;
const UPSCALE_FACTOR = 3;

const hasKey = (texts: Texts): boolean => [...texts.keys()].some(isAccountCode);

/** Keeps the texts that are new; true when there is any text. */
function keep(texts: Texts, symbols: readonly FoundSymbol[], stage: Stage): boolean {
  for (const { text } of symbols) if (!texts.has(text)) texts.set(text, stage);
  return texts.size > 0;
}

/**
 * Reads a picture of one code by steps until one gives a text.
 * @param raw what `qr` saw in it.
 */
function readCode(grey: Grey, raw: QrReading, texts: Texts, work: Work): void {
  const side = Math.max(grey.width, grey.height);
  // Where all that looks like a code was read, jsQR has nothing to add, and most of the time is spared.
  const isAll = raw.symbols.length > 0 && raw.finders.every((finder) => raw.symbols.some((one) => covers(one, finder)));
  const first = side <= JSQR_MAX_SIDE_PX && !isAll ? readWithJsqr(grey) : null;
  if (first !== null) keep(texts, [first], 'jsqr');
  // jsQR reads one symbol, which may be an app-store link beside the key: `qr` has the others.
  const others = raw.symbols.filter((symbol) => first === null || !covers(first, centreOf(symbol)));
  if (keep(texts, others, 'qr')) return;

  const trims = side > TRIM_MAX_SIDE_PX ? [] : trimmed(grey);
  let finders = raw.finders.length;
  for (const variant of trims) {
    if (work.isOver()) return;
    const reading = readWithQr(variant, work);
    if (keep(texts, reading.symbols, 'trimmed')) return;
    finders += reading.finders.length;
  }

  // Most pictures of a page are no codes; where nothing looks like a finder the dear steps are spared.
  if (side > UPSCALE_MAX_SIDE_PX) return;
  for (const variant of finders === 0 ? [] : [grey, ...trims.slice(0, 1)]) {
    if (work.isOver()) return;
    if (keep(texts, readWithQr(enlarged(variant, UPSCALE_FACTOR), work).symbols, 'upscaled')) return;
  }
  for (const variant of redrawnSmallCodes(grey, work)) {
    if (keep(texts, readWithQr(variant, work).symbols, 'redrawn')) return;
  }
}

/** Reads a photograph of one code: as a picture of one code, then straightened; jsQR last, which is slow on large ones. */
function readPhoto(grey: Grey, texts: Texts, work: Work): void {
  const raw = readWithQr(grey, work);
  readCode(grey, raw, texts, work);
  if (texts.size > 0 || work.isOver()) return;
  for (const variant of straightened(grey, raw.finders, work)) {
    if (keep(texts, readWithQr(variant, work).symbols, 'straightened')) return;
  }
  if (work.isOver()) return;
  const side = Math.max(grey.width, grey.height);
  const last = side > JSQR_MAX_SIDE_PX && side <= TRIM_MAX_SIDE_PX ? readWithJsqr(grey) : null;
  if (last !== null) keep(texts, [last], 'jsqr');
}

/** Reads a whole page; where that gives no key, looks closer at the places that may hold a small code. */
function readPage(grey: Grey, texts: Texts, work: Work): void {
  const { symbols, finders } = readWithQr(grey, work);
  keep(texts, symbols, 'qr');
  const unread = finders.filter((finder) => !symbols.some((symbol) => covers(symbol, finder)));
  if (hasKey(texts)) return;
  for (const window of windowsAround(grey, unread)) {
    if (work.isOver()) return;
    keep(texts, readWithQr(enlarged(window, UPSCALE_FACTOR), work).symbols, 'upscaled');
    if (hasKey(texts)) return;
  }
}

/**
 * Reads every QR symbol of a picture: `qr` first, then jsQR on small pictures of one code, then a ladder of cheap variants.
 * The given pixels stay untouched.
 * @returns `tooLarge` beyond 8192 px a side; no texts where the pixels are not as many as the size says.
 */
export function readCodes(picture: Picture, { scope, backdrop }: ReadOptions): Reading {
  const { width, height, data } = picture;
  const texts: Texts = new Map();
  const side = Math.max(width, height);
  if (side > 2 * MAX_SIDE_PX) return { texts: [], tooLarge: true };
  const isWhole = Number.isSafeInteger(width) && Number.isSafeInteger(height) && data.length === width * height * 4;
  // At one pixel a module.
  if (!isWhole || Math.min(width, height) < SMALLEST_SIDE_MODULES) return { texts: [], tooLarge: false };
  const work = createWork();
  for (const colour of [backdrop ?? WHITE, WHITE, BLACK]) {
    const { grey, transparent } = greyOf(picture, colour);
    const fitting = side > MAX_SIDE_PX ? halved(grey) : grey;
    if (scope === 'code') readCode(fitting, readWithQr(fitting, work), texts, work);
    else if (scope === 'photo') readPhoto(fitting, texts, work);
    else readPage(fitting, texts, work);
    if (texts.size > 0 || !transparent || work.isOver()) break;
  }
  return { texts: [...texts].map(([text, stage]) => ({ text, stage })), tooLarge: false };
}
