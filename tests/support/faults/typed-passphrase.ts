import { randomBytes } from 'node:crypto';
import { launchChromium } from '../e2e/chromium.ts';
import { until } from '../e2e/until.ts';
import { scanProfile, secretText } from './scan-profile.ts';

/**
 * Types a passphrase in the first-run tab, as it is shown while it is typed, and leaves it there. A browser that is started again after a
 * crash brings tabs back with what was typed in them: an ordinary box beside it shows when it has written that down.
 * @returns where the passphrase lies then, and after the browser was closed
 */
export async function lookForTypedPassphrase(profile: string): Promise<readonly string[]> {
  const [typed, ordinary] = [randomBytes(20).toString('hex'), randomBytes(20).toString('hex')];
  const driver = await launchChromium({ profile, firstRun: true });
  const page = await driver.ownPage('/first-run.html');
  await page.waitFor('input[autocomplete=new-password]');
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('input'), { className: 'ordinary' }))`,
  );
  await page.click('.check input');
  await page.type('form .field input', typed);
  await page.type('.ordinary', ordinary);
  const lies = (name: string, text: string) => scanProfile(profile, [secretText(name, text)]).found;
  await until('the browser wrote down what was typed', async () => lies('ordinary', ordinary).length > 0);
  const open = lies('the passphrase', typed);
  await driver.close();
  return [...open, ...lies('the passphrase', typed)];
}
