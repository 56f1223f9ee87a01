import type { Picture } from '../../lib/qr/picture.ts';
import type { ReadOptions } from '../../lib/qr/read-codes.ts';

/** Reads the codes of one picture; its pixels are given away. */
export type Reader = (picture: Picture, options: ReadOptions) => Promise<readonly string[]>;

/** Reads pictures one after the other in a Worker that ends with the reading, and that starts with the first picture. */
export async function withReader<T>(use: (read: Reader) => Promise<T>): Promise<T> {
  let worker: Worker | undefined;
  const read: Reader = (picture, options) => {
    worker ??= new Worker('/qr.js');
    const running = worker;
    return new Promise((resolve, reject) => {
      running.onmessage = ({ data }: MessageEvent<unknown>) =>
        resolve(Array.isArray(data) ? data.filter((text) => typeof text === 'string') : []);
      running.onerror = () => reject(new Error('the QR Worker failed'));
      running.postMessage({ picture, options }, [picture.data.buffer]);
    });
  };
  try {
    return await use(read);
  } finally {
    worker?.terminate();
  }
}
