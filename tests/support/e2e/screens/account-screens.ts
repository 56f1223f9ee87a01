import type { Walk } from './walk.ts';

/** One account: changed, taken back, removed. */
export async function accountScreens({ check, openOn, press }: Walk): Promise<void> {
  const popup = await openOn('/login');
  await popup.waitForSelector('.row');
  await popup.locator('button.more').click();
  await popup.waitForSelector('.account-change');
  await popup.$eval('.account-change', (part) => part.scrollIntoView({ block: 'end' }));
  await check(popup, '60-account');
  await press('Edit');
  await popup.waitForSelector('.edit-account');
  await check(popup, '61-edit');
  await popup.locator('.edit-account summary').click();
  await popup.locator('.edit-sites button').click();
  await popup.locator('.edit-account input[type=number]').fill('11');
  await press('Save');
  await popup.waitForSelector('.edit-account .problem');
  await check(popup, '62-edit-problem');
  await popup.locator('.edit-sites button').click();
  await popup.locator('.edit-account input[type=number]').fill('8');
  await popup.locator('.edit-account details > .field:last-child input').fill('KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU');
  await press('Save');
  await popup.waitForSelector('.edit-warning');
  await check(popup, '63-edit-warning');
  await press('Change the codes');
  await popup.waitForSelector('.account .badge-pending');
  await check(popup, '64-edited');
  await press('Undo');
  await popup.waitForSelector('.account .badge-confirmed, .account .badge-pending');
  await popup.waitForSelector('main > .notice-success:not(:has(button))');
  await check(popup, '65-edit-undone');
  await press('Remove from Doorcode');
  await popup.waitForSelector('.account-change h2');
  await check(popup, '66-remove-question');
  await press('Keep it here');
}
