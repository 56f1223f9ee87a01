import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../../portal/demo.ts';
import { listen } from '../../portal/listen.ts';
import { createPortal } from '../../portal/server.ts';
import { attemptSteps } from './attempt-steps.ts';
import { buildExtension } from './build-extension.ts';
import type { CleanUp } from './clean-up.ts';
import { customerArea } from './customer-area.ts';
import { disguisedPicture } from './disguise.ts';
import type { Driver } from './driver.ts';
import { journeySteps } from './journey.ts';
import { type KeptPictures, keepPictures, viewportFor } from './keep-pictures.ts';
import { type FoundBrowser, openBrowser } from './open-browser.ts';
import type { Picture } from './report.ts';
import type { Shown, Step } from './step.ts';
import { writeReport } from './write-report.ts';

/** How a tour is made. */
export type TourOptions = {
  readonly root: string;
  readonly found: FoundBrowser;
  readonly cleanUp: CleanUp;
  /** Which pictures are kept too, with made-up codes and blurred QR codes; null for the report's true ones alone. */
  readonly kept: KeptPictures | null;
  readonly say: (line: string) => void;
};

/** Makes the whole journey without a display, says a line a step, and leaves the report; gives whether all of it worked. */
export async function runTour({ root, found, cleanUp, kept, say }: TourOptions): Promise<boolean> {
  const temporary = mkdtempSync(join(tmpdir(), 'doorcode-tour-'));
  cleanUp.add(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  const take = async (shown: Shown): Promise<readonly Picture[]> => {
    const pictures: Picture[] = [];
    for (const [name, surface] of shown) {
      const png = await (kept === null ? surface.picture() : disguisedPicture(surface));
      pictures.push({ name, png });
    }
    return pictures;
  };

  let extensionFolder = '';
  let portalUrl = '';
  let driver: Driver | undefined;
  const beginning: readonly Step[] = [
    {
      sentence: 'The extension is built',
      async act() {
        extensionFolder = await buildExtension(root, found.target, cleanUp);
        return [];
      },
    },
    {
      sentence: 'The customer area answers on 127.0.0.1, with a database of its own',
      async act() {
        const portal = createPortal({ databasePath: join(temporary, 'portal.sqlite'), log: () => {} });
        await seedDemo(portal);
        const listening = await listen(portal, { port: 0, host: '127.0.0.1' });
        cleanUp.add(listening.close);
        portalUrl = listening.url;
        if (!(await fetch(`${portalUrl}/login`)).ok) throw new Error('the login page is not served');
        return [];
      },
    },
    {
      sentence: 'The customer area opens in a browser that has the extension and a profile of its own',
      async act() {
        const opened = await openBrowser(
          found,
          {
            extensionFolder,
            profileFolder: join(temporary, 'profile'),
            temporaryFolder: temporary,
            headless: true,
            viewport: viewportFor(kept),
          },
          cleanUp,
        );
        driver = opened;
        // The extension's tab comes in front, and a tab behind another one is painted in part.
        await opened.firstRun();
        await opened.page.bringToFront();
        await customerArea(opened.page, portalUrl).showLogin();
        return [
          ['portal', { evaluate: (text) => opened.page.evaluate(text), picture: () => opened.page.screenshot() }],
        ];
      },
    },
  ];
  const takeLast = async (): Promise<readonly Picture[]> =>
    driver === undefined ? [] : [{ name: 'the-page-then', png: await driver.page.screenshot() }];
  // The journey needs what the beginning opened.
  function* steps(): Iterable<Step> {
    yield* beginning;
    if (driver !== undefined) yield* journeySteps(driver, portalUrl);
  }
  mkdirSync(join(temporary, 'profile'));
  const startMs = performance.now();
  const { outcomes, complete } = await attemptSteps(steps(), { say, take, takeLast });

  const name = driver?.name ?? 'the browser';
  const seconds = Math.round((performance.now() - startMs) / 1000);
  const problem = outcomes.at(-1)?.problem;
  const verdict = complete
    ? `The whole journey works in ${name}: ${outcomes.length} steps in ${seconds} seconds.`
    : `The journey stopped at step ${outcomes.length} in ${name}: ${problem}.`;
  writeReport(join(root, '.output', 'tour'), verdict, outcomes);
  if (kept !== null && complete && driver !== undefined) {
    const pictures = outcomes.flatMap((outcome) => outcome.pictures);
    await keepPictures(kept, pictures, driver.browser);
  }
  say(`${verdict} Pictures: .output/tour/index.html`);
  return complete;
}
