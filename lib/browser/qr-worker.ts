import type { Picture } from '../qr/picture.ts';
import type { ReadOptions } from '../qr/read-codes.ts';

/** Reads the codes of one picture; its pixels are given away. Rejects where the Worker fails. */
export type Reader = (picture: Picture, options: ReadOptions) => Promise<readonly string[]>;

/** A reader; `end` ends its Worker, and whatever it is at. */
export type StartedReader = { readonly read: Reader; readonly end: () => void };

/** Starts a Worker that reads pictures one after the other. */
export function startReader(): StartedReader {
  const worker = new Worker('/qr.js');
  const read: Reader = (picture, options) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<unknown>) =>
        resolve(Array.isArray(data) ? data.filter((text) => typeof text === 'string') : []);
      worker.onerror = () => reject(new Error('the QR Worker failed'));
      worker.postMessage({ picture, options }, [picture.data.buffer]);
    });
  return { read, end: () => worker.terminate() };
}

/**
 * Reads pictures in a Worker that ends with the reading, and starts with the first picture.
 * @param started a reader that was started before, which ends too
 */
export async function withReader<T>(
  use: (read: Reader) => Promise<T>,
  started: StartedReader | null = null,
): Promise<T> {
  let reader = started;
  try {
    return await use((picture, options) => {
      reader ??= startReader();
      return reader.read(picture, options);
    });
  } finally {
    reader?.end();
  }
}
