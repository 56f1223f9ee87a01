import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leftHere } from '../lib/page/left-here.ts';
import { rasterise } from '../lib/page/rasterise.ts';
import { readEnrolment } from '../lib/page/read-enrolment.ts';

/**
 * Injected, after the reader of pictures, into a document of an allowed site that presents a picture as an enrolment's code: reads that
 * picture, in the page's own process.
 */
export default defineUnlistedScript(() =>
  readEnrolment(document, async (candidate) => {
    const picture = await rasterise(candidate);
    if (picture === null) return null;
    const options = candidate.kind === 'grid' ? {} : { backdrop: candidate.backdrop };
    const read = leftHere('doorcodeReadCodes')?.(picture, { scope: 'code', ...options });
    return read?.texts.map(({ text }) => text) ?? null;
  }),
);
