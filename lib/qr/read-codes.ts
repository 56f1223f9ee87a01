import { type FoundSymbol, readWithJsqr, readWithQr } from './decoders.ts';
import { type Backdrop, type Grey, greyOf, invert, rgbaOf } from './grey.ts';
import type { Picture } from './picture.ts';
import { blurred, scaled, trimmed } from './variants.ts';

/** Which step of the ladder read a code. */
export type Stage = 'jsqr' | 'qr' | 'trimmed' | 'upscaled' | 'inverted' | 'blurred' | 'halved';

/** One text that was read, with the step that read it. */
export type ReadText = { readonly text: string; readonly stage: Stage };

/** `code`: a picture of one code; `page`: a screenshot. `backdrop`: what lies under transparent pixels. */
export type ReadOptions = { readonly scope: 'code' | 'page'; readonly backdrop?: Backdrop };

const WHITE: Backdrop = [255, 255, 255];
const BLACK: Backdrop = [0, 0, 0];
const MAX_PIXELS = 4_096 * 4_096;
const JSQR_MAX_SIDE_PX = 512;
const UPSCALE_MAX_SIDE_PX = 400;
const HALVE_MIN_SIDE_PX = 400;
const MAX_SYMBOLS = 16;

const hasTransparency = ({ data }: Picture): boolean => {
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < 250) return true;
  return false;
};

/** Paints a found symbol over, so that the next reading finds another one; false when it has no place. */
function mask(picture: Grey, { corners }: FoundSymbol): boolean {
  if (corners.length === 0) return false;
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value)));
  const xs = corners.map(({ x }) => clamp(x, picture.width));
  const ys = corners.map(({ y }) => clamp(y, picture.height));
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (right - left < 8 || bottom - top < 8) return false;
  for (let y = top; y < bottom; y += 1) picture.data.fill(255, y * picture.width + left, y * picture.width + right);
  return true;
}

const isKey = (text: string): boolean => /^(?:apple-)?otpauth/i.test(text);

function readAll(grey: Grey, texts: Map<string, Stage>, stage: Stage): void {
  const left: Grey = { ...grey, data: grey.data.slice() };
  for (let count = 0; count < MAX_SYMBOLS; count += 1) {
    const symbol = readWithQr(rgbaOf(left));
    if (symbol === null) return;
    if (!texts.has(symbol.text)) texts.set(symbol.text, stage);
    if (!mask(left, symbol)) return;
  }
}

function* ladder(grey: Grey): Generator<readonly [Stage, Grey]> {
  const side = Math.max(grey.width, grey.height);
  const cut = trimmed(grey);
  if (cut !== null) yield ['trimmed', cut];
  if (side <= UPSCALE_MAX_SIDE_PX) {
    yield ['upscaled', scaled(grey, 3)];
    yield ['upscaled', scaled(grey, 2)];
    yield ['upscaled', scaled(grey, 4)];
    if (cut !== null) yield ['upscaled', scaled(cut, 3)];
  }
  const negative = invert(grey);
  const cutNegative = trimmed(negative);
  yield ['inverted', cutNegative ?? negative];
  if (cutNegative !== null && side <= UPSCALE_MAX_SIDE_PX) yield ['inverted', scaled(cutNegative, 2)];
  yield ['blurred', blurred(grey)];
  if (side >= HALVE_MIN_SIDE_PX) yield ['halved', scaled(grey, 0.5)];
}

function readGrey(grey: Grey, scope: ReadOptions['scope'], texts: Map<string, Stage>): void {
  if (scope === 'code' && Math.max(grey.width, grey.height) <= JSQR_MAX_SIDE_PX) {
    const symbol = readWithJsqr(rgbaOf(grey));
    if (symbol !== null) texts.set(symbol.text, 'jsqr');
    // A key is what the picture was for; anything else may be a neighbour of the key, such as an app-store link.
    if (symbol !== null && isKey(symbol.text)) return;
  }
  readAll(grey, texts, 'qr');
  if (texts.size > 0) return;
  for (const [stage, variant] of ladder(grey)) {
    readAll(variant, texts, stage);
    if (texts.size > 0) return;
  }
}

/**
 * Reads every QR symbol of a picture: jsQR first on small pictures of one code, then `qr` and a ladder of cheap variants.
 * @returns each text once; none for a picture larger than 4096 × 4096 or without pixels. The given pixels stay untouched.
 */
export function readCodes(picture: Picture, { scope, backdrop }: ReadOptions): { readonly texts: readonly ReadText[] } {
  const pixels = picture.width * picture.height;
  const texts = new Map<string, Stage>();
  if (pixels === 0 || pixels > MAX_PIXELS || picture.data.length !== pixels * 4) return { texts: [] };
  const backdrops = hasTransparency(picture) ? [backdrop ?? WHITE, WHITE, BLACK] : [WHITE];
  for (const colour of backdrops) {
    readGrey(greyOf(picture, colour), scope, texts);
    if (texts.size > 0) break;
  }
  return { texts: [...texts].map(([text, stage]) => ({ text, stage })) };
}
