import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import { byComputer, byPassphrase, makeVault } from '../../../lib/app/first-keys.ts';
import { keptKeys, newPassphraseKey, newRecoveryCode, passphraseProof } from '../../../lib/app/new-keys.ts';
import { readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { inertPorts } from '../popup/inert-ports.ts';
import { costsOf, makeBackground, opensBy } from './fake-background.ts';

const words = 'four plain words here';

/** A popup over the real services of keys, on a page that shows nothing. */
async function open(background = makeBackground()) {
  const { making, vault } = background;
  const opened: string[] = [];
  const copied: string[] = [];
  const files: string[] = [];
  const looked = { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false };
  const reading = { origin: null, texts: [], shownKeys: [], pointed: false, places: [], looked };
  const ask = async (request: PageRequest) => {
    const isList = request.kind === 'list-entries' && (await vault.state()).kind === 'unlocked';
    if (!isList) return making.ask(request);
    const nothing = { origin: null, automatic: 'off', submits: false, refused: null, correctionSeconds: 0 } as const;
    return {
      kind: 'entries',
      ...nothing,
      lookAlike: null,
      offer: null,
      practise: false,
      missed: null,
      entries: [],
    } as const;
  };
  const popup = createPopup({
    ...inertPorts,
    ...making,
    ask,
    readDom: async () => reading,
    markPlace: async () => true,
    readScreenshot: async () => reading,
    readSecurityLinks: async () => null,
    openHere: async () => undefined,
    openOwnPage: async (path) => void opened.push(path),
    saveFile: (_name, text) => void files.push(text),
    requestSite: async () => true,
    copyCode: async (code) => void copied.push(code),
    copyText: async (text) => void copied.push(text),
    afterPaint: async () => undefined,
  });
  await popup.start();
  return { ...background, popup, opened, copied, files };
}

/** A locked vault with an emergency key; a passphrase opens it, or this computer. */
async function locked(by: 'passphrase' | 'computer', cost: { readonly N?: number } = {}) {
  const background = makeBackground();
  const { making, vault } = background;
  const { code, key } = newRecoveryCode(making);
  const today = await newPassphraseKey(making, words);
  if (today === null) throw new Error('no key');
  const made = { ...today, kdf: { ...today.kdf, ...cost } };
  await makeVault(making.ask, by === 'computer' ? byComputer(key) : byPassphrase(made), false);
  if (by === 'passphrase') {
    const state = await vault.state();
    const slot = state.kind === 'unlocked' ? state.slots[0] : undefined;
    const proof = slot?.kind === 'passphrase' ? await passphraseProof(slot, words, making.derive) : null;
    await making.ask({ kind: 'change-keys', keys: { ...keptKeys, recovery: key }, proof });
  }
  await vault.lock();
  return { ...(await open(background)), code };
}

it('makes nothing without a passphrase until the emergency key that it shows was typed back', async () => {
  const { popup, vault, messages, copied } = await open();
  popup.continueWithout();
  const code = popup.current().newKey?.code ?? '';
  expect(code).toHaveLength(44);
  expect((await vault.state()).kind).toBe('absent');
  expect(popup.checkTypedBack('0000')).toMatchObject({ kind: 'length', letters: 4 });
  expect(popup.checkTypedBack(code)).toBe(null);
  await popup.copyNewKey(code);
  expect(copied).toEqual([code]);
  await popup.makeWithout();
  expect(popup.current()).toMatchObject({ newKey: null, failed: false, vault: { kind: 'unlocked' } });
  expect(messages.join()).not.toContain(code);
});

it('goes back to the choice, and the key that was shown is worth nothing', async () => {
  const { popup, vault, opened } = await open();
  popup.continueWithout();
  popup.leaveNewKey();
  await popup.makeWithout();
  expect((await vault.state()).kind).toBe('absent');
  await popup.openFirstRun();
  expect(opened).toEqual(['/first-run.html']);
});

it('offers an emergency key once a passphrase was chosen, and makes none by itself', async () => {
  const { popup, vault, opened } = await open();
  await popup.choosePassphrase(words, true);
  expect(popup.current()).toMatchObject({ success: { kind: 'opens-by-passphrase' }, vault: { kind: 'unlocked' } });
  expect(await vault.state()).toMatchObject({ slots: [{ kind: 'passphrase' }] });
  await popup.openKeys();
  expect(opened).toEqual(['/keys.html']);
});

it('opens by the emergency key and takes a new passphrase, after which the old one opens nothing', async () => {
  const made = await locked('passphrase');
  const { popup, vault, code } = made;
  await popup.unlockByEmergencyKey('0000');
  expect(popup.current()).toMatchObject({ emergencyProblem: { kind: 'length', letters: 4 }, failed: false });
  await popup.unlockByEmergencyKey(newRecoveryCode(made.making).code);
  expect(popup.current()).toMatchObject({ emergencyProblem: { kind: 'another' }, failed: false });
  await popup.unlockByEmergencyKey(code);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, recovered: { wasThisComputer: false } });
  await popup.choosePassphraseAnew('other words');
  expect(popup.current()).toMatchObject({ recovered: null, success: { kind: 'keys-changed' } });
  await vault.lock();
  expect(await opensBy(made, words)).toBe(false);
  expect(await opensBy(made, 'other words')).toBe(true);
});

it('derives the passphrase anew by today’s cost where its vault was locked by less', async () => {
  const made = await locked('passphrase', { N: 2 ** 15 });
  const { popup, vault } = made;
  expect(await costsOf(vault)).toEqual([2 ** 15]);
  await popup.unlock('not these');
  expect(await costsOf(vault)).toEqual([2 ** 15]);
  await popup.unlock(words);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, failed: false });
  expect(await costsOf(vault)).toEqual([2 ** 17]);
  await vault.lock();
  expect(await opensBy(made, words)).toBe(true);
});

it('exports under the passphrase of the file by today’s cost', async () => {
  const { popup, files } = await open();
  await popup.choosePassphrase(words, false);
  await popup.show('export');
  await popup.proveExport(words);
  await popup.exportBackup('words for the file');
  const header = readBackupHeader(files.join());
  expect(header).toMatchObject({
    ok: true,
    value: { slots: [{ kind: 'passphrase', kdf: { name: 'scrypt', N: 131_072, r: 8, p: 1 } }] },
  });
});

describe('whoever saves a copy', () => {
  /** A popup over a vault that was just made, where somebody has asked for a copy. */
  async function asking(by: 'passphrase' | 'computer' = 'passphrase') {
    const made = await open();
    const { popup } = made;
    if (by === 'passphrase') await popup.choosePassphrase(words, false);
    else {
      popup.continueWithout();
      await popup.makeWithout();
    }
    await popup.show('export');
    return made;
  }

  it('is asked for the passphrase of Doorcode first, and gets nothing with another', async () => {
    const { popup, files, messages } = await asking();
    expect(popup.current()).toMatchObject({
      screen: 'export',
      exporting: { kind: 'asking', slot: { kind: 'passphrase' } },
    });
    await popup.exportBackup('words of my own');
    expect(popup.current()).toMatchObject({ failed: true, exporting: { kind: 'asking' } });
    await popup.proveExport('words of my own');
    expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false, exporting: { kind: 'asking' } });
    expect(messages.filter((message) => message.includes('export-backup'))).toEqual([]);
    await popup.proveExport(words);
    expect(popup.current()).toMatchObject({ wrongPassphrase: false, exporting: { kind: 'proven' } });
    await popup.exportBackup('words for the file');
    expect(popup.current()).toMatchObject({ screen: 'settings', exporting: null, success: { kind: 'backup-saved' } });
    expect(files).toHaveLength(1);
    expect(messages.join()).not.toContain(words);
  });

  it('has nothing to type where this computer opens Doorcode', async () => {
    const { popup, files } = await asking('computer');
    expect(popup.current().exporting).toEqual({ kind: 'asking', slot: null });
    await popup.proveExport('');
    await popup.exportBackup('words for the file');
    expect(files).toHaveLength(1);
  });

  it('is asked anew after going back, and the next time', async () => {
    const { popup } = await asking();
    await popup.proveExport(words);
    await popup.show('settings');
    expect(popup.current().exporting).toBe(null);
    await popup.show('export');
    expect(popup.current().exporting?.kind).toBe('asking');
    await popup.proveExport(words);
    await popup.exportBackup('words for the file');
    await popup.show('export');
    expect(popup.current().exporting?.kind).toBe('asking');
  });

  it('is asked anew after a lock, which takes the screen away', async () => {
    const { popup, vault, files } = await asking();
    await popup.proveExport(words);
    await vault.lock();
    await popup.exportBackup('words for the file');
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, screen: 'codes', exporting: null });
    expect(files).toEqual([]);
  });

  it.each(['before the proof', 'after it'])('is asked for the new passphrase where it was changed %s', async (when) => {
    const made = await asking();
    const { popup, making, files } = made;
    const { exporting } = popup.current();
    const slot = exporting?.kind === 'asking' ? exporting.slot : null;
    const [proof, passphrase] = [
      slot === null ? null : await passphraseProof(slot, words, making.derive),
      await newPassphraseKey(making, 'other words'),
    ];
    if (passphrase === null) throw new Error('no key');
    if (when === 'after it') await popup.proveExport(words);
    const changed = await making.ask({ kind: 'change-keys', keys: { ...keptKeys, passphrase }, proof });
    expect(changed).toEqual({ kind: 'done' });
    if (when === 'after it') await popup.exportBackup('words for the file');
    else await popup.proveExport(words);
    expect(popup.current()).toMatchObject({ failed: true, wrongPassphrase: false, exporting: { kind: 'asking' } });
    await popup.proveExport('other words');
    await popup.exportBackup('words for the file');
    expect(files).toHaveLength(1);
  });
});

it('may leave the passphrase as it is', async () => {
  const made = await locked('passphrase');
  await made.popup.unlockByEmergencyKey(made.code);
  await made.popup.chooseLater();
  expect(made.popup.current()).toMatchObject({ recovered: null, vault: { kind: 'unlocked' } });
  await made.vault.lock();
  expect(await opensBy(made, words)).toBe(true);
});

it("asks for the emergency key where this computer's key is gone, and lets it have a new one", async () => {
  const { popup, vault, world, code } = await locked('computer');
  world.keys.clear();
  await popup.unlock('');
  expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false, vault: { kind: 'locked' } });
  await popup.unlockByEmergencyKey(code);
  expect(popup.current()).toMatchObject({ recovered: { wasThisComputer: true } });
  await popup.useComputerAgain();
  expect(popup.current()).toMatchObject({ recovered: null, success: { kind: 'keys-changed' } });
  await vault.lock();
  expect((await vault.unlockWithComputer()).ok).toBe(true);
});

it('says that nothing was changed when the new passphrase could not be kept, and asks again', async () => {
  const made = await locked('passphrase');
  await made.popup.unlockByEmergencyKey(made.code);
  made.world.fault = () => 'lost';
  await made.popup.choosePassphraseAnew('other words');
  made.world.fault = () => null;
  expect(made.popup.current()).toMatchObject({ failed: true, recovered: { wasThisComputer: false } });
  await made.vault.lock();
  expect(await opensBy(made, words)).toBe(true);
});

it.each([
  ['a quarter of an hour later', 15 * 60_000, true],
  ['a minute before that', 14 * 60_000, false],
  ['once the clock went back', -1_000, true],
])('forgets what the emergency key has proven where nobody chooses: %s', async (_, pastMs, forgets) => {
  const { popup, code } = await locked('passphrase');
  await popup.unlockByEmergencyKey(code);
  const opened = popup.current().recovered?.openedUnixMs ?? Number.NaN;
  await popup.tick(opened + pastMs);
  expect(popup.current().recovered === null).toBe(forgets);
});

it('forgets what the emergency key has proven once Doorcode is locked elsewhere', async () => {
  const { popup, vault, code } = await locked('passphrase');
  await popup.unlockByEmergencyKey(code);
  await vault.lock();
  await popup.retry();
  expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, recovered: null });
});

it('keeps that others use this computer too', async () => {
  const { popup, sites } = await open();
  await popup.choosePassphrase(words, false);
  await popup.setShared(true);
  expect(popup.current()).toMatchObject({ sharedComputer: true, failed: false });
  expect(await sites.isShared()).toBe(true);
});

it('does not count the emergency key as practice of the passphrase', async () => {
  const made = await locked('passphrase');
  const { popup, vault, world, making } = made;
  expect(await opensBy(made, words)).toBe(true);
  await making.ask({ kind: 'set-reminder', on: true });
  const asked = async () => {
    const content = await vault.read();
    return content.ok ? content.value.reminder.provenUnixMs : null;
  };
  const begun = await asked();
  world.now += 3 * 24 * 3_600_000;
  await vault.lock();
  await popup.retry();
  await popup.unlockByEmergencyKey(made.code);
  expect(popup.current().vault).toEqual({ kind: 'unlocked' });
  expect(await asked()).toBe(begun);
  await vault.lock();
  expect(await opensBy(made, words)).toBe(true);
  expect(await asked()).toBe(world.now);
});
