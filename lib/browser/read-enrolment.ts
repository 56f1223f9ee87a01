import { decodeEnrolment, type EnrolmentReading } from '../app/enrolment-reading.ts';
import { inject } from './inject.ts';
import { DETECTOR_SCRIPT } from './pages.ts';

// Reading a picture takes longer than a look at the page, and nobody waits for it.
const PATIENCE_MS = 10_000;

/** Reads what one frame of an allowed site presents as an enrolment's code; null where the grant does not reach it. */
export async function readEnrolmentIn(tabId: number, frameId: number): Promise<EnrolmentReading | null> {
  const files = [DETECTOR_SCRIPT, '/read-codes.js', '/notice.js'];
  const [read] = await inject({ tabId, frameIds: [frameId] }, { files }, PATIENCE_MS);
  return decodeEnrolment(read?.result);
}
