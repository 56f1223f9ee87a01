import jsqr from 'jsqr';
import decodeQr from 'qr/decode.js';
import type { Picture } from './picture.ts';

/** A corner of a symbol, in pixels. */
export type Corner = { readonly x: number; readonly y: number };

/** One symbol that was read, and where it stands. */
export type FoundSymbol = { readonly text: string; readonly corners: readonly Corner[] };

/** Reads one symbol with jsQR; null when it sees none. */
export function readWithJsqr({ width, height, data }: Picture): FoundSymbol | null {
  // jsQR keeps one call's options for the next, so the option is passed on every call.
  const found = jsqr(new Uint8ClampedArray(data), width, height, { inversionAttempts: 'attemptBoth' });
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

/** Reads one symbol with `qr`; null when it sees none. */
export function readWithQr({ width, height, data }: Picture): FoundSymbol | null {
  let corners: readonly Corner[] = [];
  try {
    const text = decodeQr(
      { width, height, data: new Uint8ClampedArray(data) },
      {
        textDecoder: textOf,
        pointsOnDetect: (points) => {
          corners = points.outline;
        },
      },
    );
    return text === '' ? null : { text, corners };
  } catch {
    // `qr` reports "no symbol" and "unreadable symbol" by throwing.
    return null;
  }
}
