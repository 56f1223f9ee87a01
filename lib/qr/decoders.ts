import jsqr from 'jsqr';
import { _QRScanner as QrScanner } from 'qr/decode.js';
import type { Finder } from './finder-triples.ts';
import { type Grey, rgbaOf } from './grey.ts';
import type { FoundSymbol } from './places.ts';
import type { Work } from './work.ts';

/** Wrong guesses of which three finder patterns belong together that `qr` may try again; its default is none. */
const QR_EFFORT = 16;
/** Noise of 2.5 million pixels has 745; each is compared with each. */
const MOST_FINDERS = 768;
/** Units of work for a finder and another: every row that shows the one is compared with all, and then each with each. */
const [ROW_UNITS, PAIR_UNITS] = [1, 16];

/** Reads one symbol with jsQR; null when it sees none. */
export function readWithJsqr(grey: Grey): FoundSymbol | null {
  const { width, height, data } = rgbaOf(grey);
  // jsQR keeps one call's options for the next, so the option is passed on every call.
  const found = jsqr(data, width, height, { inversionAttempts: 'attemptBoth' });
  if (found === null || found.data === '') return null;
  const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = found.location;
  return { text: found.data, corners: [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner] };
}

/** Text of a symbol's bytes: UTF-8 where they are UTF-8, else Shift_JIS, which QR codes from Japan hold without saying so. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** Symbols, and the centres of everything that looks like a finder pattern (ISO/IEC 18004 §5.3.2.1). */
export type QrReading = { readonly symbols: readonly FoundSymbol[]; readonly finders: readonly Finder[] };

/**
 * Reads every symbol with `qr`, dark on light and light on dark.
 * @param grey sides of at most 4096 px.
 */
export function readWithQr({ width, height, data }: Grey, work: Work): QrReading {
  const symbols: FoundSymbol[] = [];
  const scanner = new QrScanner({
    maxSize: { width, height },
    effort: QR_EFFORT,
    // A limit in milliseconds would make a slow computer read less.
    timeLimit: Number.POSITIVE_INFINITY,
    textDecoder: textOf,
    pointsOnDetect: ({ bounds }, result) => {
      if (typeof result === 'string' && result !== '') symbols.push({ text: result, corners: bounds });
    },
  });
  // In its own memory, where it copies nothing. Of I420 the decoder reads only the plane of luminance, which is what a grey picture is.
  scanner.luma.set(data);
  scanner.addImage({ width, height, data: scanner.luma }, 'I420');
  // The scanner gives up where it has no room for another finder.
  for (const layer of scanner.layers)
    if (layer.patterns.length > 4 * MOST_FINDERS) layer.patterns = layer.patterns.subarray(0, 4 * MOST_FINDERS);
  try {
    scanner.decode(true);
  } catch (error) {
    if (!scanner.layers.some(({ patterns, patternCount }) => 4 * patternCount > patterns.length)) throw error;
  }
  const counts = scanner.layers.map(({ patterns, patternCount }) => Math.min(patternCount, patterns.length / 4));
  const finders = scanner.layers.flatMap(({ patterns }, level) =>
    // Four numbers a pattern: x, y, the size of a module and the rows that show it; in a layer that is halved `level` times.
    Array.from({ length: counts[level] ?? 0 }, (_, index) => ({
      x: (patterns[4 * index] ?? 0) * 2 ** level,
      y: (patterns[4 * index + 1] ?? 0) * 2 ** level,
      pitchPx: (patterns[4 * index + 2] ?? 0) * 2 ** level,
      rows: (patterns[4 * index + 3] ?? 0) * 2 ** level,
    })),
  );
  const rows = finders.reduce((sum, finder) => sum + finder.rows, 0);
  work.spend(width * height + ROW_UNITS * rows * finders.length + PAIR_UNITS * finders.length ** 2);
  return { symbols, finders };
}
