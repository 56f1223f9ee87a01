// Chromium gives the press first and the grant that comes with it up to some milliseconds later (seen on two busy cores).
const GRANT_COMES_WITHIN_MS = [0, 20, 100];

/**
 * What an attempt gives that the grant of a press allows: tries again where it is rejected, as long as the grant may still come.
 * One that gives nothing in its time is not repeated: the page is busy, not shut.
 */
export async function oncePermitted<T>(attempt: () => Promise<T>): Promise<T> {
  for (const waitMs of GRANT_COMES_WITHIN_MS) {
    try {
      return await attempt();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  return attempt();
}
