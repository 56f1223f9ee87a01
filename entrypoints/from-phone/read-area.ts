import type { AreaBox } from '../../components/area-box.ts';
import { withReader } from '../../lib/browser/qr-worker.ts';
import { loadPicture } from '../../lib/page/load-picture.ts';
import { pictureSource } from '../../lib/page/picture-source.ts';
import { areaSteps } from '../../lib/qr/photo-steps.ts';
import { readLooks } from './read-looks.ts';

/** Reads the codes in a part of a picture, which is enlarged for it; no texts where nothing is left of the part. */
export async function readArea(picture: string, { left, top, width, height }: AreaBox): Promise<readonly string[]> {
  const image = await loadPicture(picture);
  if (image === null) return [];
  const { naturalWidth, naturalHeight } = image;
  const part = await createImageBitmap(
    image,
    Math.floor(left * naturalWidth),
    Math.floor(top * naturalHeight),
    Math.max(1, Math.ceil(width * naturalWidth)),
    Math.max(1, Math.ceil(height * naturalHeight)),
  );
  try {
    const source = pictureSource(part);
    if (source === null) return [];
    return await withReader((read) => readLooks(source, areaSteps(source.longestPx), read));
  } finally {
    part.close();
  }
}
