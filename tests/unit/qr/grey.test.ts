import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Backdrop, greyOf } from '../../../lib/qr/grey.ts';

type Pixel = readonly [number, number, number, number];

// Runs, as pages have them: the one way of reading four at once must not be seen.
const pixels = fc
  .array(
    fc.tuple(
      fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.constantFrom(255, 255, 255, 0, 128)),
      fc.integer({ min: 1, max: 9 }),
    ),
    { minLength: 1, maxLength: 20 },
  )
  .map((runs) => runs.flatMap(([pixel, length]) => Array.from({ length }, (): Pixel => pixel)));

/** ITU-R BT.601, in 256ths, over a backdrop where anything is to be seen of it. */
function plainly(all: readonly Pixel[], [red, green, blue]: Backdrop): number[] {
  const transparent = all.some(([, , , alpha]) => alpha < 255);
  return all.map(([r, g, b, alpha]) => {
    const own = 77 * r + 150 * g + 29 * b;
    if (!transparent) return own >> 8;
    const under = 77 * red + 150 * green + 29 * blue;
    return new Uint8ClampedArray([(own * alpha + under * (255 - alpha)) / (255 * 256)])[0] ?? 0;
  });
}

describe('a grey picture', () => {
  it('has the luminance of every pixel, whatever stands beside it and however many there are', () => {
    fc.assert(
      fc.property(pixels, fc.constantFrom<Backdrop>([255, 255, 255], [0, 0, 0], [10, 200, 90]), (all, backdrop) => {
        const data = new Uint8ClampedArray(all.flat());
        const { grey, transparent } = greyOf({ width: all.length, height: 1, data }, backdrop);
        expect(Array.from(grey.data)).toEqual(plainly(all, backdrop));
        expect(transparent).toBe(all.some(([, , , alpha]) => alpha < 255));
      }),
    );
  });

  it('is told to be transparent by its first pixel, its last, and one in a run', () => {
    for (const at of [0, 1, 5, 6]) {
      const data = new Uint8ClampedArray(7 * 4).fill(255);
      data[4 * at + 3] = 254;
      expect(greyOf({ width: 7, height: 1, data }, [0, 0, 0]).transparent).toBe(true);
    }
  });

  it.each([1, 4, 7, 8, 4096, 8192, 8197])(
    'of nothing but %i empty pixels is transparent, and shows the backdrop',
    (width) => {
      const data = new Uint8ClampedArray(width * 4);
      const { grey, transparent } = greyOf({ width, height: 1, data }, [200, 200, 200]);
      expect([transparent, ...new Set(grey.data)]).toEqual([true, 200]);
    },
  );

  it('of more pixels than are read at a time is the same as its parts', () => {
    const parts = fc
      .sample(pixels, { numRuns: 400, seed: 7 })
      .map((part) => part.map(([r, g, b]): Pixel => [r, g, b, 255]));
    const all = parts.flat();
    expect(all.length).toBeGreaterThan(2 * 4096);
    const { grey } = greyOf({ width: all.length, height: 1, data: new Uint8ClampedArray(all.flat()) }, [0, 0, 0]);
    expect(Array.from(grey.data)).toEqual(plainly(all, [0, 0, 0]));
  });
});
