import { scanTab } from '../../lib/browser/scan-tab.ts';
import { captureVisibleTab } from '../../lib/browser/screenshot.ts';
import type { PageScan } from '../../lib/page/collect-qr-candidates.ts';
import type { Picture } from '../../lib/qr/picture.ts';
import { pictureOf, rasterise } from './rasterise.ts';

/** What reading a page gave: texts of all codes, and how much was looked at. */
export type PageReading = {
  readonly texts: readonly string[];
  readonly looked: {
    readonly pictures: number;
    readonly links: number;
    readonly frames: number;
    readonly screenshot: boolean;
  };
};

type Scope = 'code' | 'page';

/** Reads pictures one after the other in a Worker that ends with the reading. */
async function withReader<T>(
  use: (read: (picture: Picture, scope: Scope) => Promise<readonly string[]>) => Promise<T>,
): Promise<T> {
  const worker = new Worker('/qr.js');
  try {
    return await use(
      (picture, scope) =>
        new Promise((resolve, reject) => {
          worker.onmessage = ({ data }: MessageEvent<unknown>) =>
            resolve(Array.isArray(data) ? data.filter((text) => typeof text === 'string') : []);
          worker.onerror = () => reject(new Error('the QR Worker failed'));
          worker.postMessage({ picture, scope }, [picture.data.buffer]);
        }),
    );
  } finally {
    worker.terminate();
  }
}

/** Reads the codes in the DOM of every document that the press reaches; takes no screenshot. */
export async function readDom(tabId: number): Promise<PageReading> {
  const scans: readonly PageScan[] = await scanTab(tabId);
  const candidates = scans.flatMap((scan) => scan.candidates);
  const texts = scans.flatMap((scan) => scan.texts);
  await withReader(async (read) => {
    for (const candidate of candidates) {
      const picture = await rasterise(candidate);
      if (picture !== null) texts.push(...(await read(picture, 'code')));
    }
  });
  return {
    texts,
    looked: { pictures: candidates.length, links: texts.length, frames: scans.length, screenshot: false },
  };
}

/** Reads the codes in a picture of the visible tab; only ever called from a press on the button that says so. */
export async function readScreenshot(reading: PageReading, windowId: number): Promise<PageReading> {
  const dataUrl = await captureVisibleTab(windowId);
  const picture = dataUrl === null ? null : await pictureOf(dataUrl);
  if (picture === null) return reading;
  const texts = await withReader((read) => read(picture, 'page'));
  return { texts: [...reading.texts, ...texts], looked: { ...reading.looked, screenshot: true } };
}
