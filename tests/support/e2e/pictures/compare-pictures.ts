import { createHash } from 'node:crypto';
import pixelmatch from 'pixelmatch';
import { type Pixels, readPng } from './pixels.ts';
import { sealOf, writePng } from './write-png.ts';

/** How a picture stands to the accepted one; `difference` is a picture of what changed, where both are of one size. */
export type Comparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'new' }
  | { readonly kind: 'differs'; readonly pixels: number; readonly difference: Pixels }
  | { readonly kind: 'other-size' };

/** A screenshot as it is kept: its PNG, and how that stands to the accepted one. */
export type Kept = { readonly png: Uint8Array; readonly comparison: Comparison };

const sealFor = (screenshot: Uint8Array): string => createHash('sha256').update(screenshot).digest('hex');

/** Whether a screenshot is the one that was accepted, to the last bit. */
export const isSealed = (screenshot: Uint8Array, accepted: Uint8Array | null): boolean =>
  accepted !== null && sealOf(accepted) === sealFor(screenshot);

/** Compares a screenshot with the accepted picture; null where none was accepted. One that is the same to the last bit is not even read. */
export function compareScreenshot(screenshot: Uint8Array, accepted: Uint8Array | null): Kept {
  if (accepted !== null && isSealed(screenshot, accepted)) return { png: accepted, comparison: { kind: 'same' } };
  const png = writePng(readPng(screenshot), sealFor(screenshot));
  return { png, comparison: accepted === null ? { kind: 'new' } : comparePictures(png, accepted) };
}

function comparePictures(taken: Uint8Array, accepted: Uint8Array): Comparison {
  const [now, before] = [readPng(taken), readPng(accepted)];
  const { width, height } = now;
  if (width !== before.width || height !== before.height) return { kind: 'other-size' };
  const data = new Uint8Array(now.data.length);
  const pixels = pixelmatch(before.data, now.data, data, width, height, { threshold: 0.05 });
  return pixels === 0 ? { kind: 'same' } : { kind: 'differs', pixels, difference: { width, height, data } };
}
