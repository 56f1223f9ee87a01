import { describe, expect, it } from 'vitest';
import { createCopiesPage } from '../../../entrypoints/copies/copies-page.ts';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import { createKeysService } from '../../../lib/app/keys-service.ts';
import type { KeyChange } from '../../../lib/app/vault-keys.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { makeFolder } from '../app/fake-folder.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { entryAt } from '../app/sample-entry.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { filled, leastScrypt, randomBytes } from '../vault/samples.ts';

/** The page over the real service, an open vault of one account, and a folder that was not chosen yet. */
async function openPage(keys: KeyChange = onThisComputer) {
  const { world, ports, vault } = makeWorld();
  await vault.create(keys);
  await vault.mutate((content) => ({ ...content, entries: [entryAt('https://a.example', 'ada')] }));
  const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => false } });
  const service = createKeysService(vault, createBackupService({ vault, ...ports }), {
    noteTyped: async () => undefined,
  });
  const asked: PageRequest['kind'][] = [];
  const answer = scriptedBackground({
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'check-proof': service.check,
    'copy-health': copies.health,
    'seal-copy': copies.sealByItself,
    'backup-kept': copies.kept,
    'copies-on': copies.switchOn,
    'copies-keep': copies.keep,
    'copies-off': copies.switchOff,
  });
  const ask: Ask = (request) => {
    asked.push(request.kind);
    return answer(request);
  };
  const { world: disk, folder } = makeFolder();
  disk.state = 'none';
  const answers = { choose: 'chosen' as 'chosen' | 'cancelled', allow: true };
  const page = createCopiesPage({
    ask,
    derive: async (passphrase) => toBase64(filled(32, passphrase.length)),
    random: randomBytes,
    nowUnixMs: () => world.now,
    folder,
    choice: {
      choose: async () => {
        if (answers.choose === 'chosen') disk.state = 'ready';
        return answers.choose;
      },
      allow: async () => {
        if (answers.allow) disk.state = 'ready';
        return answers.allow;
      },
      forget: async () => {
        disk.state = 'none';
      },
    },
    lock: ports.lock,
  });
  await page.start();
  return { world, vault, disk, page, answers, asked };
}

/** The page with copies switched on and a folder chosen: one copy is there. */
async function openReady() {
  const made = await openPage();
  await made.page.prove('');
  await made.page.choosePassphrase('words for the copies');
  await made.page.chooseFolder();
  return made;
}

it('writes the first copy as soon as there are a passphrase and a folder', async () => {
  const { page, disk } = await openPage();
  expect(page.current()).toMatchObject({ vault: 'open', folder: 'none', copies: { automatic: null } });
  await page.prove('');
  await page.choosePassphrase('words for the copies');
  expect(page.current()).toMatchObject({ folder: 'none', copies: { automatic: { keep: 5 } } });
  expect(disk.files.size).toBe(0);
  await page.chooseFolder();
  expect(page.current()).toMatchObject({ folder: 'ready', outcome: 'saved', files: [{ ours: true }] });
  expect(page.current().copies?.health).toMatchObject({ last: { days: 0 }, added: 0 });
});

it('writes into a folder that was chosen before as soon as a passphrase is', async () => {
  const { page, disk } = await openPage();
  disk.state = 'ready';
  await page.tick();
  await page.prove('');
  await page.choosePassphrase('words for the copies');
  expect(page.current()).toMatchObject({ outcome: 'saved', files: [{ ours: true }] });
});

it('changes nothing where the customer chooses no folder', async () => {
  const { page, answers, disk } = await openPage();
  await page.prove('');
  await page.choosePassphrase('words for the copies');
  answers.choose = 'cancelled';
  await page.chooseFolder();
  expect(page.current()).toMatchObject({ folder: 'none', outcome: null, failed: false });
  expect(disk.files.size).toBe(0);
});

it('asks for the one press that the browser wants, and writes after it', async () => {
  const { page, answers, disk } = await openReady();
  disk.state = 'needs-press';
  disk.files.clear();
  await page.tick();
  expect(page.current()).toMatchObject({ folder: 'needs-press', files: [] });
  answers.allow = false;
  await page.allowFolder();
  expect(page.current()).toMatchObject({ folder: 'needs-press', outcome: null, failed: false });
  answers.allow = true;
  await page.allowFolder();
  expect(page.current()).toMatchObject({ folder: 'ready', outcome: 'saved' });
  expect(disk.files.size).toBe(1);
});

it('writes what was added meanwhile, without a press, and says nothing of it', async () => {
  const { world, vault, page, disk } = await openReady();
  await vault.mutate((content) => ({ ...content, entries: [...content.entries, entryAt('https://a.example', 'bob')] }));
  world.now += 5 * 60_000;
  await page.tick();
  expect(disk.files.size).toBe(2);
  expect(page.current().copies?.health.added).toBe(0);
});

it('tells of a copy that could not be written by itself, and of one that was pressed for', async () => {
  const { page, disk } = await openReady();
  const kept = [...disk.files.keys()];
  disk.fault = (call) => {
    if (call === 'write') throw new Error('the disk is full');
  };
  await page.saveNow();
  expect(page.current().outcome).toBe('failed');
  expect([...disk.files.keys()]).toEqual(kept);
  disk.fault = () => undefined;
  await page.saveNow();
  expect(page.current().outcome).toBe('saved');
  disk.files.clear();
  disk.fault = (call) => {
    if (call === 'write') throw new Error('the disk is full');
  };
  await page.tick();
  expect(page.current().outcome).toBe('failed');
});

it('shows nothing of a vault that was locked meanwhile, and all of it once it is open again', async () => {
  const { vault, page } = await openReady();
  await vault.lock();
  await page.tick();
  expect(page.current()).toMatchObject({ vault: 'shut', copies: null, files: [] });
  await vault.unlockWithComputer();
  await page.tick();
  expect(page.current()).toMatchObject({ vault: 'open', files: [{ ours: true }] });
});

it('takes another passphrase, and keeps what was written for the one before', async () => {
  const { world, page, disk } = await openReady();
  world.now += 1_000;
  page.changePassphrase();
  expect(page.current().choosing).toBe(true);
  await page.prove('');
  await page.choosePassphrase('other words');
  expect(page.current()).toMatchObject({ choosing: false, outcome: 'saved' });
  expect(page.current().files.map(({ ours }) => ours)).toEqual([true, false]);
  expect(disk.files.size).toBe(2);
});

it('leaves the copies where they are when it is stopped, and forgets the folder', async () => {
  const { page, disk } = await openReady();
  await page.keep(3);
  expect(page.current().copies?.automatic?.keep).toBe(3);
  await page.stop();
  expect(page.current()).toMatchObject({ copies: { automatic: null }, folder: 'none', outcome: 'stopped' });
  expect(disk.files.size).toBe(1);
});

describe('whoever chooses a passphrase for the copies', () => {
  const words = 'four plain words';
  const keys = { passphrase: { kdf: leastScrypt, kek: filled(32, words.length) } };

  it('is asked for the passphrase of Doorcode first, and gets nothing with another', async () => {
    const { page, asked } = await openPage(keys);
    expect(page.current()).toMatchObject({ question: { kind: 'asking', slot: { kind: 'passphrase' } } });
    await page.choosePassphrase('mine');
    expect(page.current()).toMatchObject({ failed: true, copies: { automatic: null } });
    await page.prove('mine');
    expect(page.current()).toMatchObject({ wrong: true, failed: false, question: { kind: 'asking' } });
    expect(asked).not.toContain('copies-on');
    await page.prove(words);
    expect(page.current()).toMatchObject({ wrong: false, question: { kind: 'proven' } });
    await page.choosePassphrase('words for the copies');
    expect(page.current()).toMatchObject({ question: { kind: 'asking' }, copies: { automatic: { keep: 5 } } });
  });

  it('is asked again for another one, and after going back', async () => {
    const { page } = await openPage(keys);
    await page.prove(words);
    await page.choosePassphrase('words for the copies');
    const before = page.current().copies?.automatic?.salt;
    page.changePassphrase();
    await page.choosePassphrase('mine');
    expect(page.current()).toMatchObject({ failed: true, choosing: true, copies: { automatic: { salt: before } } });
    await page.prove(words);
    page.keepPassphrase();
    expect(page.current()).toMatchObject({ choosing: false, question: { kind: 'asking' } });
    page.changePassphrase();
    expect(page.current().question?.kind).toBe('asking');
  });

  it('is asked again where the form was left open for more than five minutes, at the next look and at the next press', async () => {
    const { page, world, asked } = await openPage(keys);
    await page.prove(words);
    world.now += 5 * 60_000;
    await page.tick();
    expect(page.current().question?.kind).toBe('proven');
    world.now += 1;
    await page.choosePassphrase('mine');
    expect(page.current()).toMatchObject({ failed: true, question: { kind: 'asking' }, copies: { automatic: null } });
    await page.prove(words);
    world.now += 5 * 60_000 + 1;
    await page.tick();
    expect(page.current()).toMatchObject({ failed: false, question: { kind: 'asking' } });
    expect(asked).not.toContain('copies-on');
  });

  it('is asked again after a lock', async () => {
    const { page, vault } = await openPage(keys);
    await page.prove(words);
    const state = await vault.state();
    await vault.lock();
    await page.tick();
    const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
    await vault.unlock({ slotId, kek: keys.passphrase.kek });
    await page.tick();
    expect(page.current()).toMatchObject({ vault: 'open', question: { kind: 'asking' } });
    await page.choosePassphrase('mine');
    expect(page.current()).toMatchObject({ failed: true, copies: { automatic: null } });
  });

  it('is asked for the new passphrase where it was changed after the proof', async () => {
    const { page, vault } = await openPage(keys);
    await page.prove(words);
    const { question } = page.current();
    const proof = {
      slotId: (question?.kind === 'proven' && question.proof?.slotId) || '',
      kek: keys.passphrase.kek,
    };
    const other = { passphrase: { kdf: leastScrypt, kek: filled(32, 'other words'.length) } };
    expect((await vault.changeKeys(other, proof)).ok).toBe(true);
    await page.choosePassphrase('words for the copies');
    expect(page.current()).toMatchObject({ failed: true, question: { kind: 'asking' }, copies: { automatic: null } });
    await page.prove('other words');
    await page.choosePassphrase('words for the copies');
    expect(page.current()).toMatchObject({ failed: false, copies: { automatic: { keep: 5 } } });
  });
});
