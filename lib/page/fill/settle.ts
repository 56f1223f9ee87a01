const mostFrames = 6;
const lateMs = 250;
const lateTurnMs = 50;

/** One turn of the page: an animation frame (50 ms in a hidden tab, where none comes) and the timers due after it. */
function nextTurn(view: Window): Promise<void> {
  return new Promise((resolve) => {
    const timer = view.setTimeout(done, 50);
    const frame = view.requestAnimationFrame(done);
    function done(): void {
      view.clearTimeout(timer);
      view.cancelAnimationFrame(frame);
      view.setTimeout(resolve, 0);
    }
  });
}

/**
 * Waits until a condition has held for two turns of the page running, for six turns at most.
 * Two, because frameworks put their own value back in the turn after ours.
 * @returns whether it held
 */
export async function settles(view: Window, holds: () => boolean): Promise<boolean> {
  let held = 0;
  for (let turn = 0; turn < mostFrames && held < 2; turn += 1) {
    await nextTurn(view);
    held = holds() ? held + 1 : 0;
  }
  return held >= 2;
}

/**
 * Watches for a quarter of a second whether what has settled stays: some pages reset a box after a timer of theirs.
 * @param taken whether the page has the value in work, so that what it does to the box from now on is no reset
 * @returns whether it stayed, or was taken
 */
export async function stays(view: Window, holds: () => boolean, taken: () => boolean): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < lateMs; waitedMs += lateTurnMs) {
    if (taken()) return true;
    if (!holds()) return false;
    await new Promise((resolve) => view.setTimeout(resolve, lateTurnMs));
  }
  return taken() || holds();
}
