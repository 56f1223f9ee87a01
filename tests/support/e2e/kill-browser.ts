import { once } from 'node:events';
import type { Browser } from 'puppeteer-core';

/** Ends a browser and all its processes with SIGKILL, so that none of them writes anything more, and waits until it is gone. */
export async function killBrowser(browser: Browser): Promise<void> {
  const child = browser.process();
  if (child?.pid === undefined) throw new Error('only a browser that was launched here can be killed');
  const gone = once(child, 'exit');
  // The group: IndexedDB may be written by another process than storage.local. Puppeteer makes one of each browser.
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
  await gone;
}
