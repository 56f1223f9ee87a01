import { KIND_BYTES, pictureKind } from '../../lib/app/picture-kind.ts';
import { withReader } from '../../lib/browser/qr-worker.ts';
import { isHuge, loadPicture } from '../../lib/page/load-picture.ts';
import { pictureSource } from '../../lib/page/picture-source.ts';
import { sizedDrawing } from '../../lib/page/sized-drawing.ts';
import { photoSteps } from '../../lib/qr/photo-steps.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { readLooks } from './read-looks.ts';

/** Why a file could not be looked at. */
export type PictureProblem = 'no-picture' | 'unknown-kind' | 'too-large';

/** The file as the browser can draw it: a drawing gets a size. */
async function drawable(file: Blob): Promise<Result<Blob, PictureProblem>> {
  const kind = pictureKind(new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer()));
  if (kind === 'none') return err('no-picture');
  if (kind !== 'drawing') return ok(file);
  const sized = sizedDrawing(await file.text());
  return sized === null ? err('unknown-kind') : ok(new Blob([sized], { type: 'image/svg+xml' }));
}

/** Reads the codes of a picture file; it is decoded here and now, and kept nowhere. A script in a drawing does not run in an `img`. */
export async function readPicture(file: Blob): Promise<Result<readonly string[], PictureProblem>> {
  const blob = await drawable(file);
  if (!blob.ok) return blob;
  const address = URL.createObjectURL(blob.value);
  try {
    const image = await loadPicture(address);
    if (image !== null && isHuge(image)) return err('too-large');
    const pixels = image === null ? null : await createImageBitmap(image).catch(() => null);
    const source = pixels === null ? null : pictureSource(pixels);
    if (pixels === null || source === null) return err('unknown-kind');
    try {
      return ok(await withReader((read) => readLooks(source, photoSteps(source.longestPx), read)));
    } finally {
      pixels.close();
    }
  } finally {
    URL.revokeObjectURL(address);
  }
}
