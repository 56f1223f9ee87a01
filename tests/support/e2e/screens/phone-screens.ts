import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeScreenshot } from '../phone-pictures.ts';
import { key, moved, secret } from './served-pages.ts';
import type { Walk } from './walk.ts';

/** Help, and what is read from a phone, a picture or an area. */
export async function phoneScreens({ extension, check, openOn, press }: Walk): Promise<void> {
  const popup = await openOn('/login');
  await popup.waitForSelector('.row');
  await press('?');
  await popup.waitForSelector('#help-title');
  await popup.$$eval('details', (topics) => {
    for (const topic of topics) topic.open = true;
  });
  await check(popup, '31-help');
  await popup.goto(`${extension}print.html`);
  await popup.waitForSelector('main');
  await check(popup, '32-nothing-to-print');
  await popup.goto(`${extension}from-phone.html`);
  await popup.waitForSelector('input[type=file]');
  await check(popup, '33-from-phone');
  const screenshots = [moved(), key('ada', '&algorithm=MD5'), key('ada').replace(secret, 'KRSXG5CTMVRXEZLU')];
  const phone = mkdtempSync(join(tmpdir(), 'doorcode-e2e-screens-'));
  const files = screenshots.map((_, index) => join(phone, `${index}.png`));
  for (const [index, text] of screenshots.entries()) writeScreenshot(files[index] ?? '', text);
  const notes = join(phone, 'notes.txt');
  writeFileSync(notes, 'No picture.');
  const input = await popup.$('input[type=file]');
  if (input === null) throw new Error('no file input');
  await input.uploadFile(...files, notes);
  await popup.waitForSelector('.phone-accounts');
  await check(popup, '34-from-phone-read');
  await popup.goto(`${extension}from-phone.html?picture`);
  await popup.waitForSelector('form .field input[type=text]');
  await check(popup, '34-from-picture');
  await popup.goto(`${extension}from-phone.html?area`);
  await popup.waitForSelector('main > button');
  await check(popup, '34-area-gone');
}
