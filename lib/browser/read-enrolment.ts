import { decodeEnrolment, type EnrolmentReading } from '../app/enrolment-reading.ts';
import { inject } from './inject.ts';
import { missingIn } from './page-scripts.ts';

// Reading a picture takes longer than a look at the page, and nobody waits for it.
const PATIENCE_MS = 10_000;

/** Reads what one frame of an allowed site presents as an enrolment's code; null where the grant does not reach it. */
export async function readEnrolmentIn(tabId: number, frameId: number): Promise<EnrolmentReading | null> {
  const target = { tabId, frameIds: [frameId] };
  const detector = await missingIn(target, ['/detector.js']);
  const [read] = await inject(target, { files: [...detector, '/read-codes.js', '/notice.js'] }, PATIENCE_MS);
  return decodeEnrolment(read?.result);
}
