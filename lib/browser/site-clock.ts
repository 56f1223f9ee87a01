import { browser } from 'wxt/browser';
import { type ClockReading, decodeClockReading } from '../app/clock-check.ts';
import { inTime } from './in-time.ts';

// Longer than the page itself waits for its server.
const PATIENCE_MS = 12_000;

/** Runs in the page: asks its own server for its front page's header fields, with no cookie and past every cache. */
async function askOwnServer(origin: string): Promise<ClockReading | null> {
  // The tab may have gone on since it was looked at.
  if (self.origin !== origin) return null;
  const startUnixMs = Date.now();
  const { headers } = await fetch(new URL('/', location.href), {
    method: 'HEAD',
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(10_000),
  });
  return { startUnixMs, endUnixMs: Date.now(), date: headers.get('Date'), age: headers.get('Age') };
}

/** The time of a tab's own server, asked from inside its page; null where that is of another origin, out of reach, or gets no answer. */
export async function siteClock(tabId: number, origin: string): Promise<ClockReading | null> {
  try {
    const asking = browser.scripting.executeScript({ target: { tabId }, func: askOwnServer, args: [origin] });
    const [injected] = await inTime(asking, PATIENCE_MS, []);
    return decodeClockReading(injected?.result);
  } catch {
    return null;
  }
}
