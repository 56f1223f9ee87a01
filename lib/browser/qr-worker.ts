import type { Picture } from '../qr/picture.ts';
import type { ReadOptions } from '../qr/read-codes.ts';

/** Reads the codes of one picture; its pixels are given away. Rejects where the Worker fails. */
export type Reader = (picture: Picture, options: ReadOptions) => Promise<readonly string[]>;

/** Reads pictures one after the other in a Worker, which starts with the first; `end` ends it, and whatever it is at. */
export function startReader(): { readonly read: Reader; readonly end: () => void } {
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
  return { read, end: () => worker?.terminate() };
}

/** Reads pictures in a Worker that ends with the reading. */
export async function withReader<T>(use: (read: Reader) => Promise<T>): Promise<T> {
  const { read, end } = startReader();
  try {
    return await use(read);
  } finally {
    end();
  }
}
