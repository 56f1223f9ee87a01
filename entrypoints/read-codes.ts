import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leftHere } from '../lib/page/left-here.ts';
import { readCodes } from '../lib/qr/read-codes.ts';

declare global {
  var doorcodeReadCodes: typeof readCodes | undefined;
}

/** Leaves the reader of pictures, which is large, for the scripts that come after it: the Worker's and a page's. */
export default defineUnlistedScript(() => {
  globalThis.doorcodeReadCodes = leftHere('doorcodeReadCodes') ?? readCodes;
});
