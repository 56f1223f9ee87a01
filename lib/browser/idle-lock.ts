import { browser } from 'wxt/browser';

const ALARM = 'deadline';

/** Calls `lock` when the computer's screen locks, and `check` every minute so that a passed deadline also forgets the key. */
export function watchIdle(lock: () => void, check: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    // Firefox never reports a locked screen; there the deadline stands in.
    if (state === 'locked') lock();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) check();
  });
}

/** Starts the minute alarm; an existing one of the name is replaced. */
export async function startDeadlineAlarm(): Promise<void> {
  await browser.alarms.create(ALARM, { periodInMinutes: 1 });
}
