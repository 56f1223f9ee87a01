// A page nobody sees paints nothing; its lists come all the same.
const LONGEST_WAIT_MS = 250;

/** Resolves after the next frame was painted, or after a quarter of a second where none is. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST_WAIT_MS);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
