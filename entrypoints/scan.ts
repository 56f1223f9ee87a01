import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { collectQrCandidates } from '../lib/page/collect-qr-candidates.ts';

/** Injected by a press: reports what may be a QR code in this document. */
export default defineUnlistedScript(() => collectQrCandidates(document));
