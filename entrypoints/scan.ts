import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { scanDocument } from '../lib/page/collect-qr-candidates.ts';
import { leftHere } from '../lib/page/left-here.ts';
import { pointedPictures } from '../lib/page/pointed-picture.ts';
import { createScanMemory } from '../lib/page/scan-memory.ts';
import { whenRead } from '../lib/page/when-read.ts';

/** Injected by a press: reports what may be a QR code in this document, and keeps the elements for `markAnchor`. */
export default defineUnlistedScript(async () => {
  await whenRead(document);
  const pointed = pointedPictures(document, leftHere('doorcodePointed'));
  // One press is about one picture, and the next scan about the page again.
  globalThis.doorcodePointed = undefined;
  const { scan, elements } = await scanDocument(document, {}, undefined, pointed);
  globalThis.doorcodeScan = createScanMemory(document, elements, leftHere('doorcodeScan'));
  return scan;
});
