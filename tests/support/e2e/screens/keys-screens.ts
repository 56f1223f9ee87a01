import { typeKeyBack } from './form-steps.ts';
import type { Walk } from './walk.ts';

/** The page about what opens Doorcode: changes the keys of a vault whose passphrase it is; gives the emergency key. */
export async function keysScreens(walk: Walk): Promise<string> {
  const { check, open, pressIn, printed } = walk;
  const passphrase = 'a passphrase of words';
  const keys = await open('keys.html');
  await keys.waitForSelector('#keys-title');
  await check(keys, '40-keys');
  await keys.locator('[data-act=key]').click();
  await keys.waitForSelector('#prove-title');
  await check(keys, '41-keys-prove');
  await keys.locator('input[type=password]').fill('not this one');
  await pressIn(keys, 'Next');
  await keys.waitForSelector('.problem');
  await check(keys, '42-keys-wrong');
  await keys.locator('input[type=password]').fill(passphrase);
  await pressIn(keys, 'Next');
  await keys.waitForSelector('.recovery-code');
  await pressIn(keys, 'Copy');
  await check(keys, '43-keys-emergency-key');
  await keys.emulateMediaType('print');
  await printed(keys, '44-keys-sheet');
  await keys.emulateMediaType();
  const code = await typeKeyBack(walk, keys);
  await keys.waitForSelector('.notice-success');
  await check(keys, '45-keys-done');
  await keys.locator('[data-act=without]').click();
  await keys.waitForSelector('#prove-title');
  await check(keys, '46-keys-without');
  await pressIn(keys, 'Forgot the passphrase?');
  await keys.locator('form input').fill('UUUU');
  await pressIn(keys, 'Next');
  await keys.waitForSelector('.problem');
  await check(keys, '47-keys-by-emergency-key');
  await pressIn(keys, 'Cancel');
  await keys.locator('[data-act=passphrase]').click();
  await keys.locator('input[type=password]').fill(passphrase);
  await pressIn(keys, 'Next');
  await keys.waitForSelector('#new-title');
  await check(keys, '48-keys-new-passphrase');
  await keys.close();
  return code;
}
