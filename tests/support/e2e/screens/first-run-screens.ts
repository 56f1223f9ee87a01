import type { Walk } from './walk.ts';

// One of each colour of the bar.
const newPassphrases = {
  '02-hard': 'marble quilt sunset anchor',
  '02-possible': 'velvet tractor mango',
  '02-very-easy': 'password',
} as const;

/** The first run and the first questions, before anything is kept. */
export async function firstRunScreens({ check, meter, open, openOn, press, pressIn }: Walk): Promise<void> {
  const first = await open('first-run.html');
  await first.waitForSelector('.first-run');
  await check(first, '01-first-run');
  await pressIn(first, 'No, others use it too');
  await first.waitForSelector('#choice-title');
  await check(first, '01-first-run-shared');
  await pressIn(first, 'Back');
  await pressIn(first, 'Yes, only mine');
  await first.waitForSelector('.alternative');
  await check(first, '01-first-run-choice');
  await pressIn(first, 'Go on without a passphrase');
  await first.locator('section[aria-labelledby=recovery-title] input').fill('0000-1111');
  await pressIn(first, 'I have it, go on');
  await first.waitForSelector('.problem');
  await check(first, '01-first-run-emergency-key');
  await first.close();

  const popup = await openOn('/plain');
  await popup.waitForSelector('#question-title');
  await check(popup, '02-question');
  await press('Yes, only mine');
  await popup.waitForSelector('.alternative');
  await check(popup, '02-choice');
  for (const [name, passphrase] of Object.entries(newPassphrases)) {
    for (const field of await popup.$$('input[autocomplete=new-password]')) {
      await field.click({ count: 3 });
      await field.type(passphrase);
    }
    await popup.waitForSelector('meter');
    if (name === '02-very-easy') {
      await press('Protect with this passphrase');
      await popup.waitForSelector('form > .problem');
    }
    await check(popup, name);
    await meter(popup, name);
  }
  await press('Go on without a passphrase');
  await popup.waitForSelector('.recovery-code');
  await check(popup, '02-emergency-key');
}
