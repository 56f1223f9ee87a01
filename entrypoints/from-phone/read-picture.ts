import { withReader } from '../../lib/browser/qr-worker.ts';
import { pictureSource } from '../../lib/page/picture-source.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { readPhoto } from './read-photo.ts';

/** Reads the codes of a picture file; it is decoded here and now, and kept nowhere. */
export async function readPicture(file: Blob): Promise<Result<readonly string[], 'no-picture'>> {
  const image = await createImageBitmap(file).catch(() => null);
  const source = image === null ? null : pictureSource(image);
  if (image === null || source === null) return err('no-picture');
  try {
    return ok(await withReader((read) => readPhoto(source, read)));
  } finally {
    image.close();
  }
}
