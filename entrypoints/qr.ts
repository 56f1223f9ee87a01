import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Picture } from '../lib/qr/picture.ts';
import { readCodes } from '../lib/qr/read-codes.ts';

/** One picture to read: a picture of one code, or a whole page. */
export type QrOrder = { readonly picture: Picture; readonly scope: 'code' | 'page' };

/** A Worker that reads pictures in the order they arrive; reading a page would freeze the popup. */
export default defineUnlistedScript(() => {
  self.addEventListener('message', ({ data }: MessageEvent<QrOrder>) => {
    const read = readCodes(data.picture, { scope: data.scope });
    self.postMessage(read.texts.map(({ text }) => text));
  });
});
