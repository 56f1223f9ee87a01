import { expect, it } from 'vitest';
import { createPhonePage } from '../../../entrypoints/from-phone/phone-page.ts';
import { byPassphrase, makeVault } from '../../../lib/app/first-keys.ts';
import { newPassphraseKey } from '../../../lib/app/new-keys.ts';
import { failed } from '../../../lib/app/page-answers.ts';
import { describePhone } from '../../../lib/app/phone-accounts.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import { err } from '../../../lib/result.ts';
import { costsOf, makeBackground, opensBy } from './fake-background.ts';

const words = 'four plain words here';

it('derives the passphrase anew by today’s cost where its vault was locked by less', async () => {
  const background = makeBackground();
  const { making, vault } = background;
  const today = await newPassphraseKey(making, words);
  if (today === null) throw new Error('no key');
  await makeVault(making.ask, byPassphrase({ ...today, kdf: { ...today.kdf, N: 2 ** 15 } }), false);
  await vault.lock();
  const ask: Ask = async (request) => {
    if (request.kind !== 'list-phone') return making.ask(request);
    const read = await vault.read();
    return read.ok ? { kind: 'phone', site: null, lookAlike: null, ...describePhone([], []) } : failed(read.error);
  };
  const page = createPhonePage({
    ...making,
    ask,
    tabId: 4,
    purpose: 'phone',
    readPicture: async () => err('no-picture'),
    readForeign: async () => null,
    readArea: async () => [],
    openCamera: async () => err('none'),
    showTab: async () => true,
    openOwnPage: async () => undefined,
    closeTab: async () => undefined,
  });
  await page.start();
  await page.unlock('not these');
  expect(page.current()).toMatchObject({ wrongPassphrase: true });
  expect(await costsOf(vault)).toEqual([2 ** 15]);
  await page.unlock(words);
  expect(page.current()).toMatchObject({ wrongPassphrase: false, failed: false });
  expect(await costsOf(vault)).toEqual([2 ** 17]);
  await vault.lock();
  expect(await opensBy(background, words)).toBe(true);
});
