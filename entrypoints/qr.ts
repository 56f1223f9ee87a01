import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Picture } from '../lib/qr/picture.ts';
import type { ReadOptions } from '../lib/qr/read-codes.ts';

declare const importScripts: (url: string) => void;

/** A Worker that reads pictures in the order they arrive; reading a page would freeze the popup. */
export default defineUnlistedScript(() => {
  importScripts('/read-codes.js');
  self.addEventListener('message', ({ data }: MessageEvent<{ picture: Picture; options: ReadOptions }>) => {
    const read = globalThis.doorcodeReadCodes?.(data.picture, data.options);
    self.postMessage(read?.texts.map(({ text }) => text));
  });
});
