import type { Picture } from '../qr/picture.ts';

/** Something with pixels, drawn at whatever size the reader wants; sizes are longest sides in pixels. */
export type PictureSource = { readonly longestPx: number; readonly at: (longestPx: number) => Picture };

/** Takes an image, or the frame that a video shows now; null where it has no pixels yet. */
export function pictureSource(image: ImageBitmap | HTMLVideoElement): PictureSource | null {
  const [width, height] =
    image instanceof HTMLVideoElement ? [image.videoWidth, image.videoHeight] : [image.width, image.height];
  const longest = Math.max(width, height);
  if (Math.min(width, height) === 0) return null;
  return {
    longestPx: longest,
    at(longestPx) {
      const sized = (side: number): number => Math.max(1, Math.round((side * longestPx) / longest));
      const canvas = new OffscreenCanvas(sized(width), sized(height));
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no 2d canvas');
      context.imageSmoothingQuality = 'high';
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      return { width: canvas.width, height: canvas.height, data };
    },
  };
}
