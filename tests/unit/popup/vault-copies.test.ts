import { expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import { createKeysService } from '../../../lib/app/keys-service.ts';
import { newRecoveryCode } from '../../../lib/app/new-keys.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import { makeWorld } from '../app/fake-world.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { newerContent } from '../vault/newer.ts';
import { filled, leastScrypt, randomBytes, sampleEntry } from '../vault/samples.ts';
import { spoiled } from '../vault/spoiled.ts';
import { inertPorts } from './inert-ports.ts';

const RIGHT = 'harbour demo words';
/** Stands for scrypt: one key for the right words, another for all others. */
const derive = async (passphrase: string): Promise<string> => toBase64(filled(32, passphrase === RIGHT ? 5 : 6));
const recovery = newRecoveryCode({ random: randomBytes });

/** A popup over a vault of one account, `one`, which was locked and then damaged. */
async function openPopup(damage: (world: ReturnType<typeof makeWorld>['world']) => void) {
  const { vault, world, ports } = makeWorld();
  const recoveryKek = fromBase64(recovery.key.kekBase64) ?? filled(32, 0);
  await vault.create({
    passphrase: { kdf: leastScrypt, kek: filled(32, 5) },
    recovery: { salt: recovery.key.salt, kek: recoveryKek },
  });
  world.now += 60_000;
  await vault.mutate((content) => ({ ...content, entries: [sampleEntry('one')] }));
  await vault.lock();
  damage(world);
  const keys = createKeysService(vault, createBackupService({ vault, ...ports }), { noteTyped: async () => undefined });
  const copies = createCopiesService({ vault, ...ports, underWay: { isAny: () => false } });
  const files: [string, string][] = [];
  const ask = scriptedBackground({
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'list-entries': async () => {
      const read = await vault.read();
      if (!read.ok) return { kind: 'failed', reason: read.error };
      const site = {
        origin: null,
        automatic: 'off',
        submits: false,
        refused: null,
        lookAlike: null,
        offer: null,
        practise: false,
      } as const;
      return { kind: 'entries', ...site, correctionSeconds: 0, missed: await vault.missed(), entries: [] };
    },
    'list-copies': async () => ({ kind: 'copies', copies: await vault.copies() }),
    'open-copy': keys.openCopy,
    'raw-copies': copies.raw,
    'check-proof': keys.check,
    'dismiss-missed': async () => {
      await vault.dismissMissed();
      return { kind: 'done' };
    },
    'set-shared-computer': async () => ({ kind: 'done' }),
    'create-vault': keys.create,
    'unlock-with-key': keys.unlock,
  });
  const popup = createPopup({
    ...inertPorts,
    nowUnixMs: () => world.now,
    ask,
    derive,
    random: randomBytes,
    saveFile: (name, text) => void files.push([name, text]),
  });
  await popup.retry();
  const ids = async () => {
    const read = await vault.read();
    return read.ok ? read.value.entries.map(({ id }) => id) : read.error;
  };
  return { popup, vault, world, files, ids };
}

const cutBoth = ({ disk }: ReturnType<typeof makeWorld>['world']): void => {
  for (const name of ['vault.a', 'vault.b']) disk.set(name, String(disk.get(name)).slice(0, 200));
};

it('lists the copies where nothing opens by itself, the newest readable first', async () => {
  const { popup } = await openPopup(cutBoth);
  expect(popup.current().vault).toEqual({ kind: 'unreadable', reason: 'damaged' });
  const copies = popup.current().rescue?.copies ?? [];
  expect(copies.map(({ place, fault }) => [place, fault])).toEqual([
    ['mirror', null],
    ['a', 'damaged'],
    ['b', 'damaged'],
  ]);
});

it('opens a copy by its passphrase, says when that is wrong, and goes on from it', async () => {
  const { popup, ids } = await openPopup(cutBoth);
  popup.askForCopy('mirror');
  await popup.openCopy('passphrase', 'other words');
  expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false, rescue: { asking: 'mirror' } });
  await popup.openCopy('passphrase', RIGHT);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, rescue: null, missed: null });
  expect(await ids()).toEqual(['one']);
});

it('opens a copy by the emergency key, and takes no mistyped one', async () => {
  const { popup, ids } = await openPopup(cutBoth);
  popup.askForCopy('mirror');
  await popup.openCopy('recovery', recovery.code.slice(0, -1));
  expect(popup.current().wrongPassphrase).toBe(true);
  await popup.openCopy('recovery', recovery.code.toLowerCase());
  expect(await ids()).toEqual(['one']);
});

it('says what was missed after an older copy was opened, also when the popup opens again, until it is put away', async () => {
  const { popup, ids, world } = await openPopup((world) => {
    world.disk.set('vault.b', 'torn');
    world.mirror.sealed = 'torn';
    world.disk.delete('vault.meta');
  });
  expect(popup.current().vault?.kind).toBe('locked');
  await popup.unlock(RIGHT);
  expect(await ids()).toEqual([]);
  const missed = { sinceUnixMs: world.now - 60_000 };
  expect(popup.current().missed).toEqual(missed);
  await popup.retry();
  expect(popup.current().missed).toEqual(missed);
  await popup.dismissMissed();
  expect(popup.current()).toMatchObject({ missed: null, failed: false });
});

it('shows the copies where the right passphrase opens nothing whole, and marks the ones that did not open', async () => {
  const { popup, world } = await openPopup(() => undefined);
  for (const name of ['vault.a', 'vault.b']) world.disk.set(name, spoiled(world.disk.get(name)));
  world.mirror.sealed = spoiled(world.mirror.sealed);
  await popup.unlock(RIGHT);
  expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, failed: false, wrongPassphrase: false });
  expect(popup.current().rescue?.copies).toHaveLength(3);
  popup.askForCopy('a');
  await popup.openCopy('passphrase', RIGHT);
  expect(popup.current()).toMatchObject({ failed: false, rescue: { asking: null, unopened: ['a'] } });
});

it.each(['passphrase', 'emergency key'])(
  'says that a newer Doorcode wrote what the right %s opens, and marks such a copy where it is chosen',
  async (by) => {
    const { popup, world, ids } = await openPopup(() => undefined);
    const newer = await newerContent(world.disk.get('vault.b'), filled(32, 5));
    for (const name of ['vault.a', 'vault.b']) world.disk.set(name, newer);
    await (by === 'passphrase' ? popup.unlock(RIGHT) : popup.unlockByEmergencyKey(recovery.code));
    expect(popup.current()).toMatchObject({ vault: { kind: 'unreadable', reason: 'newer-version' }, failed: false });
    popup.askForCopy('a');
    await popup.openCopy('passphrase', RIGHT);
    expect(popup.current()).toMatchObject({ failed: false, rescue: { asking: null } });
    expect(popup.current().rescue?.copies.find(({ place }) => place === 'a')?.fault).toBe('newer-version');
    popup.askForCopy('mirror');
    await popup.openCopy('passphrase', RIGHT);
    expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, rescue: null });
    expect(await ids()).toEqual(['one']);
  },
);

it('saves all copies as a file, as they lie there', async () => {
  const { popup, files, world } = await openPopup(cutBoth);
  await popup.saveCopies();
  expect(files.map(([name]) => name)).toEqual(['doorcode-copies.json']);
  const saved = JSON.parse(files[0]?.[1] ?? '');
  expect(saved.format).toBe('doorcode-rescue');
  expect(saved.copies).toContainEqual({ place: 'a', text: world.disk.get('vault.a') });
  expect(popup.current().success).toEqual({ kind: 'copies-saved' });
});

it('begins anew only after the warning and the choice, keeps the copies, and leads on to a saved copy', async () => {
  const { popup, ids, vault, world } = await openPopup(cutBoth);
  const before = world.mirror.sealed;
  popup.beginAnew();
  expect(popup.current().beginning).toBe('warned');
  popup.leaveBeginning();
  await popup.choosePassphrase(RIGHT, false);
  expect((await vault.state()).kind).toBe('unreadable');
  popup.beginAnew();
  popup.chooseAnew();
  await popup.choosePassphrase(RIGHT, false);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, screen: 'restore', beginning: null });
  expect(await ids()).toEqual([]);
  expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toContain(before);
});

it('begins nothing anew where there is no room to set more aside, and says what to do', async () => {
  const { popup, vault, world } = await openPopup(() => undefined);
  const aside = Array.from({ length: 24 }, (_, number) => `copy ${number}`);
  world.disk.set('vault.set-aside', aside);
  popup.beginAnew();
  popup.chooseAnew();
  await popup.choosePassphrase('another one', false);
  expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, beginning: 'full', failed: false });
  await popup.saveCopies();
  expect(popup.current()).toMatchObject({ beginning: 'full', success: { kind: 'copies-saved' } });
  expect(world.disk.get('vault.set-aside')).toEqual(aside);
  popup.leaveBeginning();
  await popup.unlock(RIGHT);
  expect((await vault.state()).kind).toBe('unlocked');
});

it('takes over from a passphrase that was forgotten: the locked vault is set aside', async () => {
  const { popup, vault, world } = await openPopup(() => undefined);
  const before = world.mirror.sealed;
  popup.beginAnew();
  popup.chooseAnew();
  await popup.choosePassphrase('another one', false);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, screen: 'restore' });
  expect(JSON.parse(await vault.rawCopies({ opened: true })).setAside).toContain(before);
});

it('asks first how Doorcode opens where somebody restores into a new browser, then for the file', async () => {
  const { popup } = await openPopup(({ disk, mirror }) => {
    disk.clear();
    Object.assign(mirror, { sealed: undefined, marker: null });
  });
  expect(popup.current().vault?.kind).toBe('absent');
  popup.restoreFirst();
  expect(popup.current()).toMatchObject({ vault: { kind: 'absent' }, screen: 'codes' });
  await popup.choosePassphrase(RIGHT, false);
  expect(popup.current()).toMatchObject({ vault: { kind: 'unlocked' }, screen: 'restore', beginning: null });
});

it('shows the copies of an open vault from its settings', async () => {
  const { popup } = await openPopup(() => undefined);
  await popup.unlock(RIGHT);
  await popup.showCopies();
  expect(popup.current()).toMatchObject({ screen: 'copies', vault: { kind: 'unlocked' } });
  expect(popup.current().stored).toHaveLength(3);
});

it('saves the copies of an open vault only for who knows its passphrase, with what was set aside as it was', async () => {
  const { popup, files, world } = await openPopup(({ disk }) => {
    disk.set('vault.a', String(disk.get('vault.a')).slice(0, 200));
  });
  const torn = world.disk.get('vault.a');
  await popup.unlock(RIGHT);
  await popup.showCopies();
  await popup.saveCopies();
  expect(popup.current()).toMatchObject({
    failed: false,
    savingCopies: { kind: 'asking', slot: { kind: 'passphrase' } },
  });
  await popup.proveCopies('not these');
  expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false, savingCopies: { kind: 'asking' } });
  expect(files).toEqual([]);
  await popup.proveCopies(RIGHT);
  expect(popup.current()).toMatchObject({ savingCopies: null, success: { kind: 'copies-saved' }, screen: 'copies' });
  expect(JSON.parse(files[0]?.[1] ?? '').setAside).toContain(torn);
});

it('asks for nothing any more once the copies were left, or the vault was locked', async () => {
  const { popup, vault, files } = await openPopup(() => undefined);
  await popup.unlock(RIGHT);
  await popup.showCopies();
  await popup.saveCopies();
  await popup.show('settings');
  expect(popup.current().savingCopies).toBe(null);
  await popup.showCopies();
  await popup.saveCopies();
  await vault.lock();
  await popup.retry();
  expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, savingCopies: null });
  await popup.proveCopies(RIGHT);
  expect(files).toEqual([]);
});
