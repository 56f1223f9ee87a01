import { browser } from 'wxt/browser';

const ALARM = 'deadline';

/** Calls `lock` when the computer is idle or its screen locks, and `check` every minute so that a passed deadline also forgets the key. */
export function watchIdle(lock: () => void, check: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    // Firefox never reports a locked screen; there the idle time stands in.
    if (state !== 'active') lock();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) check();
  });
}

/** Counts the computer as idle after so many minutes without input; the browsers take 15 s and more. */
export function setIdleMinutes(minutes: number): void {
  browser.idle.setDetectionInterval(minutes * 60);
}

/** Starts the minute alarm; an existing one of the name is replaced. */
export async function startDeadlineAlarm(): Promise<void> {
  await browser.alarms.create(ALARM, { periodInMinutes: 1 });
}
