import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from '../e2e/chromium.ts';
import type { BrowserName, Driver, LaunchOptions } from '../e2e/driver.ts';
import { launchFirefox } from '../e2e/firefox.ts';
import { until } from '../e2e/until.ts';
import { type Answer, answerOf } from './answer.ts';

/** A browser on a profile folder, spoken to from one of the extension's own pages. */
export type OpenProfile = {
  readonly driver: Driver;
  /** Sends a message to the background; `lost` where the background or the browser ended before it answered. */
  readonly ask: (message: object) => Promise<Answer>;
  /** Evaluates an expression in the extension's page, with the extension's rights. */
  readonly evaluate: (expression: string) => Promise<unknown>;
};

const launchers = { chromium: launchChromium, firefox: launchFirefox } as const;

/** An expression that asks the background; it evaluates to null where no answer came. */
export const asking = (message: object): string =>
  `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(${JSON.stringify(message)}).catch(() => null)`;

/** Starts a browser on a profile folder, as a customer starts it again; `how`: what else is not as usual. */
export async function openProfile(
  profile: string,
  name: BrowserName = 'chromium',
  how: Pick<LaunchOptions, 'without' | 'granted'> = {},
): Promise<OpenProfile> {
  const driver = await launchers[name]({ ...how, profile, firstRun: true });
  const page = await driver.ownPage('/first-run.html');
  const ask = (message: object): Promise<Answer> =>
    page.evaluate(asking(message)).then(answerOf, () => ({ kind: 'lost' }));
  // A page that was quicker than the background is told that nobody hears it.
  await until('the background answers', async () => (await ask({ kind: 'vault-state' })).kind !== 'lost');
  return { driver, evaluate: page.evaluate, ask };
}

const STALE_MS = 2000;

/** Evaluates in the background, which is woken where it sleeps. */
export async function inBackground({ ask, driver }: OpenProfile, expression: string): Promise<void> {
  await until('the background is awake', async () => {
    await ask({ kind: 'settings' });
    const evaluated = driver.evaluateInBackground(expression).then(
      () => true,
      () => false,
    );
    // One that ended as it was asked never answers.
    return Promise.race([evaluated, pause(STALE_MS).then(() => false)]);
  });
}
