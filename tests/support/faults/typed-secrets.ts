import { randomBytes } from 'node:crypto';
import { launchChromium } from '../e2e/chromium.ts';
import { popupPage } from '../e2e/popup-page.ts';
import { until } from '../e2e/until.ts';
import { type Secret, scanProfile, secretText } from './scan-profile.ts';

/**
 * Types a passphrase in the first-run tab, as it is shown while it is typed, and then an emergency key, and leaves them there. A browser that
 * is started again after a crash brings tabs back with what was typed in them: an ordinary box beside shows when it has written that down.
 * @returns where they lie then, and after the browser was closed
 */
export async function lookForTypedSecrets(profile: string): Promise<readonly string[]> {
  const driver = await launchChromium({ profile, firstRun: true });
  const page = await driver.ownPage('/first-run.html');
  const { at } = popupPage(page);
  const secrets: Secret[] = [];
  const found: string[] = [];
  const typeAndLook = async (box: string, name: string, text: string) => {
    secrets.push(secretText(name, text));
    const ordinary = randomBytes(20).toString('hex');
    await page.type(box, text);
    await page.retype('.ordinary', ordinary);
    const isWritten = async () => scanProfile(profile, [secretText('ordinary', ordinary)]).found.length > 0;
    await until('the browser wrote down what was typed', isWritten);
    found.push(...scanProfile(profile, secrets).found);
  };

  await page.click({ button: 'questionMine' });
  await page.waitFor(at.newPassphrase);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('input'), { className: 'ordinary' })) ?? true`,
  );
  await page.click('.check input');
  await typeAndLook('form .field input', 'the passphrase', randomBytes(20).toString('hex'));
  await page.click({ button: 'choiceWithout' });
  const key = await page.text(at.shownKey);
  await typeAndLook(at.typeBack, 'the emergency key', key.slice(0, -1));
  await driver.close();
  return [...found, ...scanProfile(profile, secrets).found];
}
