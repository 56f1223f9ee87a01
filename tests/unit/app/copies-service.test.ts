import { describe, expect, it } from 'vitest';
import { saveByItself } from '../../../lib/app/automatic-copy.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import { forgetCopyNote } from '../../../lib/app/copy-notes.ts';
import { failed, type PageAnswer } from '../../../lib/app/page-answers.ts';
import { openBackup } from '../../../lib/backup/doorcode-backup.ts';
import type { PageRequest, RequestOf } from '../../../lib/messages/protocol.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { filled, leastScrypt } from '../vault/samples.ts';
import { makeFolder } from './fake-folder.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt, idOf } from './sample-entry.ts';

type Request = RequestOf<'export-backup'>;

const DAY = 24 * 3_600_000;
const MINUTE = 60_000;
const key = { kdf: leastScrypt, kekBase64: toBase64(filled(32, 5)) };
const account = (name: string, part: Partial<Entry> = {}): Entry =>
  entryAt('https://a.example', name, { id: idOf(name), createdUnixMs: 1_700_000_000_000, ...part });

/** The service over an open vault with these accounts, and a folder beside it. */
async function openCopies(...entries: readonly Entry[]) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries }));
  const fills = { isAny: () => false };
  const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => fills.isAny() } });
  const { world: disk, folder } = makeFolder();
  const asked: PageRequest['kind'][] = [];
  const ask = async (request: PageRequest): Promise<PageAnswer> => {
    asked.push(request.kind);
    if (request.kind === 'copy-health') return copies.health();
    if (request.kind === 'seal-copy') return copies.sealByItself(request);
    return request.kind === 'backup-kept' ? copies.kept(request) : failed('not-scripted');
  };
  const byItself = (pressed = false) => saveByItself({ folder, lock: ports.lock, ask }, pressed);
  const add = (...more: readonly Entry[]) =>
    vault.mutate((content) => ({ ...content, entries: [...content.entries, ...more] }));
  const health = async () => {
    const answer = await copies.health();
    if (answer.kind !== 'copy-health') throw new Error(answer.kind);
    return answer;
  };
  const byHand = async () => {
    const answer = await copies.exportBackup({ kind: 'export-backup', ...key, proof: null });
    if (answer.kind !== 'backup') throw new Error(answer.kind);
    return answer;
  };
  /** Days pass, over which the vault locks, and it is opened again. */
  const later = async (ms: number) => {
    world.now += ms;
    await vault.unlockWithComputer();
  };
  return { world, ports, later, vault, copies, fills, disk, folder, asked, byItself, add, health, byHand };
}

const namesIn = async (text: string, kek: Uint8Array, slotIndex = 0) => {
  const opened = await openBackup(text, { slotIndex, kek: new Uint8Array(kek) });
  return opened.ok
    ? opened.value.items.map((item) => (item.kind === 'entry' ? item.entry.account : item.reason))
    : opened.error;
};

describe('a copy that was handed over', () => {
  it('counts as saved with what it held, not with what was added before its page said so', async () => {
    const { copies, add, health, byHand } = await openCopies(account('ada'));
    const { copyId } = await byHand();
    await add(account('bob'));
    expect((await health()).health.last).toBe(null);
    expect(await copies.kept({ kind: 'backup-kept', copyId })).toEqual({ kind: 'done' });
    expect((await health()).health).toMatchObject({ last: { days: 0 }, added: 1, changed: 0 });
  });

  it('counts once, and no other name does', async () => {
    const { copies, byHand, ports } = await openCopies(account('ada'));
    const { copyId } = await byHand();
    expect(await copies.kept({ kind: 'backup-kept', copyId: 'another' })).toEqual(failed('unknown-copy'));
    expect(await copies.kept({ kind: 'backup-kept', copyId })).toEqual({ kind: 'done' });
    expect(await copies.kept({ kind: 'backup-kept', copyId })).toEqual(failed('unknown-copy'));
    const second = await byHand();
    await forgetCopyNote(ports.session);
    expect(await copies.kept({ kind: 'backup-kept', copyId: second.copyId })).toEqual(failed('unknown-copy'));
  });

  it('is sealed though it could not be noted, and then does not count', async () => {
    const { ports, copies, byHand, health } = await openCopies(account('ada'));
    const set = ports.session.set;
    ports.session.set = async (values) => {
      if ('copies.sealed' in values) throw new Error('no room');
      return set(values);
    };
    const { copyId } = await byHand();
    expect(await copies.kept({ kind: 'backup-kept', copyId })).toEqual(failed('unknown-copy'));
    expect((await health()).health.last).toBe(null);
  });

  it('opens with its passphrase, and with the emergency key of the vault', async () => {
    const { byHand, health } = await openCopies(account('ada'));
    const { text } = await byHand();
    expect(await namesIn(text, filled(32, 5))).toEqual(['ada']);
    expect(await namesIn(text, filled(32, 8), 1)).toEqual(['ada']);
    expect((await health()).health.withEmergencyKey).toBe(true);
  });

  it('says nothing and seals nothing of a locked vault', async () => {
    const { vault, copies } = await openCopies(account('ada'));
    await vault.lock();
    expect(await copies.health()).toEqual(failed('locked'));
    expect(await copies.exportBackup({ kind: 'export-backup', ...key, proof: null })).toEqual(failed('locked'));
    expect(await copies.sealByItself({ kind: 'seal-copy', newestUnixMs: null })).toEqual(failed('locked'));
  });
});

describe('who takes all accounts away', () => {
  const [right, wrong] = [filled(32, 1), filled(32, 2)];

  /** The service over an open vault that a passphrase opens, with one account. */
  async function openProtected() {
    const { world, ports, vault } = makeWorld();
    await vault.create({ passphrase: { kdf: leastScrypt, kek: right } });
    await vault.mutate((content) => ({ ...content, entries: [account('ada')] }));
    const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => false } });
    const opened = await vault.state();
    if (opened.kind !== 'unlocked') throw new Error(opened.kind);
    const slotId = opened.slots[0]?.id ?? '';
    const proofOf = (kek: Uint8Array) => ({ slotId, kekBase64: toBase64(new Uint8Array(kek)) });
    /** The reason of each refusal: of a copy that is saved, and of copies that are switched on. */
    const refusals = async (proof: Request['proof']) => {
      const answers = [
        await copies.exportBackup({ kind: 'export-backup', ...key, proof }),
        await copies.switchOn({ kind: 'copies-on', key, proof }),
      ];
      return answers.map((answer) => (answer.kind === 'failed' ? answer.reason : answer.kind));
    };
    const automatic = async () => {
      const content = await vault.read({ use: false });
      return content.ok && content.value.saved.automatic;
    };
    return { world, vault, copies, slotId, opened, proofOf, refusals, automatic };
  }

  it('proves first to know the passphrase of Doorcode, by whatever passphrase the copy is to open', async () => {
    const { proofOf, refusals, automatic } = await openProtected();
    expect(await refusals(null)).toEqual(['passphrase-needed', 'passphrase-needed']);
    expect(await refusals(proofOf(wrong))).toEqual(['wrong-passphrase', 'wrong-passphrase']);
    expect(await refusals({ slotId: 'another', kekBase64: toBase64(right) })).toEqual(['unknown-slot', 'unknown-slot']);
    expect(await refusals({ ...proofOf(right), kekBase64: '!' })).toEqual(['wrong-passphrase', 'wrong-passphrase']);
    expect(await automatic()).toBe(null);
    expect(await refusals(proofOf(right))).toEqual(['backup', 'done']);
    expect(await automatic()).toMatchObject({ keep: 5 });
  });

  it('puts the lock off by no wrong guess', async () => {
    const { world, vault, opened, proofOf, refusals } = await openProtected();
    world.now += MINUTE;
    await refusals(proofOf(wrong));
    expect(await vault.state()).toEqual(opened);
  });

  it('is not asked for copies that are written by themselves afterwards', async () => {
    const { copies, proofOf, refusals } = await openProtected();
    await refusals(proofOf(right));
    const copy = await copies.sealByItself({ kind: 'seal-copy', newestUnixMs: null });
    expect(copy.kind === 'backup' && (await namesIn(copy.text, filled(32, 5)))).toEqual(['ada']);
  });
});

describe('the question for a copy', () => {
  it('comes once the first account is confirmed, not in the middle of its enrolment', async () => {
    const { world, health, vault } = await openCopies(account('ada', { state: 'pending' }));
    expect((await health()).ask).toBe(false);
    world.now += 10 * MINUTE;
    expect((await health()).ask).toBe(true);
    world.now -= 10 * MINUTE;
    await vault.mutate((content) => ({ ...content, entries: [account('ada')] }));
    expect((await health()).ask).toBe(true);
  });

  it('is put off for a week, and is not there after a copy', async () => {
    const { later, copies, health, byHand, add } = await openCopies(account('ada'));
    expect(await copies.putOff()).toEqual({ kind: 'done' });
    expect((await health()).ask).toBe(false);
    await later(7 * DAY - 1);
    expect((await health()).ask).toBe(false);
    await later(1);
    expect((await health()).ask).toBe(true);
    await copies.kept({ kind: 'backup-kept', copyId: (await byHand()).copyId });
    expect((await health()).ask).toBe(false);
    await add(account('bob'));
    expect((await health()).ask).toBe(false);
    await later(7 * DAY);
    expect((await health()).ask).toBe(true);
  });

  it('is no use of the vault: asking it never puts the lock off', async () => {
    const { world, vault, health } = await openCopies(account('ada'));
    const deadline = async () => {
      const state = await vault.state();
      return state.kind === 'unlocked' ? state.deadlineUnixMs : null;
    };
    const before = await deadline();
    world.now += MINUTE;
    await health();
    expect(await deadline()).toBe(before);
  });
});

describe('copies that are written by themselves', () => {
  it('are written where one is missing, once, and no more often than every five minutes', async () => {
    const { later, world, copies, disk, byItself, add, health } = await openCopies(account('ada'));
    expect(await byItself()).toBe('idle');
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    expect(await byItself()).toBe('saved');
    expect((await health()).health).toMatchObject({ last: { days: 0 }, added: 0 });
    await add(account('bob'));
    world.now += 5 * MINUTE - 1;
    expect(await byItself()).toBe('idle');
    world.now += 1;
    expect(await byItself()).toBe('saved');
    await later(DAY);
    expect(await byItself()).toBe('idle');
    expect(disk.files.size).toBe(2);
    expect(await namesIn([...disk.files.values()].at(-1) ?? '', filled(32, 5))).toEqual(['ada', 'bob']);
  });

  it('are written again where the folder was emptied, and where the last one is a download that nobody may have kept', async () => {
    const { later, copies, disk, byItself, byHand, add } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    await byItself();
    disk.files.clear();
    expect(await byItself()).toBe('saved');
    await later(DAY);
    await add(account('bob'));
    await copies.kept({ kind: 'backup-kept', copyId: (await byHand()).copyId });
    expect(await byItself()).toBe('saved');
  });

  it('keep the passphrase they were given though the keys of Doorcode change, and open with the new emergency key', async () => {
    const { later, vault, copies, disk, byItself, add } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    const changed = await vault.changeKeys({ recovery: { salt: toBase64(filled(16, 1)), kek: filled(32, 77) } }, null);
    expect(changed.ok).toBe(true);
    await add(account('bob'));
    await later(DAY);
    expect(await byItself()).toBe('saved');
    const [text = ''] = disk.files.values();
    expect(await namesIn(text, filled(32, 5))).toEqual(['ada', 'bob']);
    expect(await namesIn(text, filled(32, 77), 1)).toEqual(['ada', 'bob']);
    expect(await namesIn(text, filled(32, 8), 1)).toBe('wrong-passphrase');
  });

  it('are written anew after the emergency key was changed, which opens none of those before', async () => {
    const { world, vault, copies, disk, byItself } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    await byItself();
    await vault.changeKeys({ recovery: { salt: toBase64(filled(16, 1)), kek: filled(32, 77) } }, null);
    world.now += 1_000;
    expect(await byItself()).toBe('saved');
    expect(await namesIn([...disk.files.values()].at(-1) ?? '', filled(32, 77), 1)).toEqual(['ada']);
    world.now += 6 * MINUTE;
    expect(await byItself()).toBe('idle');
  });

  it('wait while a fill is under way, and are never of an emptied vault', async () => {
    const { copies, fills, byItself, vault, disk } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    fills.isAny = () => true;
    expect(await byItself(true)).toBe('idle');
    fills.isAny = () => false;
    await vault.mutate((content) => ({ ...content, entries: [] }));
    expect(await byItself(true)).toBe('idle');
    expect(disk.files.size).toBe(0);
  });

  it('say that a press is needed, or a folder, and ask for no copy meanwhile', async () => {
    const { copies, disk, byItself, asked } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    disk.state = 'needs-press';
    expect(await byItself()).toBe('needs-press');
    disk.state = 'none';
    expect(await byItself()).toBe('no-folder');
    expect(asked).not.toContain('seal-copy');
  });

  it('are not remembered as saved where the folder failed, and are tried again', async () => {
    const { copies, disk, byItself, health } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    disk.fault = (call) => {
      if (call === 'write') throw new Error('the disk is full');
    };
    expect(await byItself()).toBe('failed');
    expect((await health()).health.last).toBe(null);
    disk.fault = () => undefined;
    expect(await byItself()).toBe('saved');
  });

  it('keep as many as was said, from 1 to 50, and end when switched off, with the passphrase forgotten', async () => {
    const { copies, health, vault } = await openCopies(account('ada'));
    await copies.switchOn({ kind: 'copies-on', key, proof: null });
    expect((await health()).automatic?.keep).toBe(5);
    expect(await copies.keep({ kind: 'copies-keep', keep: 0 })).toEqual(failed('out-of-range'));
    expect(await copies.keep({ kind: 'copies-keep', keep: 51 })).toEqual(failed('out-of-range'));
    expect(await copies.keep({ kind: 'copies-keep', keep: 10 })).toEqual({ kind: 'done' });
    const other = { ...key, kdf: { ...leastScrypt, salt: toBase64(filled(16, 9)) } };
    await copies.switchOn({ kind: 'copies-on', key: other, proof: null });
    expect((await health()).automatic).toMatchObject({ keep: 10, salt: other.kdf.salt });
    expect(await copies.switchOff()).toEqual({ kind: 'done' });
    expect((await health()).automatic).toBe(null);
    const content = await vault.read();
    expect(content.ok && content.value.saved.automatic).toBe(null);
  });

  it('take no passphrase that was derived more cheaply than a file may be', async () => {
    const { copies, health } = await openCopies(account('ada'));
    const cheap = { ...key, kdf: { ...leastScrypt, N: 2 ** 10 } };
    expect((await copies.switchOn({ kind: 'copies-on', key: cheap, proof: null })).kind).toBe('failed');
    expect((await health()).automatic).toBe(null);
  });
});

describe('all that lies on this computer as one text', () => {
  const kek = filled(32, 5);
  /** A vault that a passphrase opens, and that has set a torn copy aside. */
  async function withAside() {
    const { world, ports, vault } = makeWorld();
    await vault.create({ passphrase: { kdf: leastScrypt, kek } });
    await vault.mutate((content) => ({ ...content, entries: [account('ada')] }));
    const torn = String(world.disk.get('vault.a')).slice(0, 200);
    world.disk.set('vault.a', torn);
    await vault.mutate((content) => ({ ...content, entries: [account('ada'), account('bob')] }));
    const copies = createCopiesService({ ...ports, vault, underWay: { isAny: () => false } });
    const state = await vault.state();
    const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
    const setAside = (answer: PageAnswer): unknown =>
      answer.kind === 'raw-copies' ? JSON.parse(answer.text).setAside : answer;
    const raw = async (proof: { slotId: string; kekBase64: string } | null) =>
      setAside(await copies.raw({ kind: 'raw-copies', proof }));
    return { world, vault, raw, torn, proof: { slotId, kekBase64: toBase64(kek) } };
  }

  it('is given of an open vault only to who knows its passphrase, what was set aside as it was', async () => {
    const { raw, torn, proof } = await withAside();
    expect(await raw(null)).toEqual(failed('passphrase-needed'));
    expect(await raw({ ...proof, kekBase64: toBase64(filled(32, 6)) })).toEqual(failed('wrong-passphrase'));
    expect(await raw(proof)).toEqual([torn]);
  });

  it('is given of a locked vault to everybody, sealed', async () => {
    const { raw, torn, vault, world } = await withAside();
    await vault.lock();
    expect(await raw(null)).toEqual(world.disk.get('vault.set-aside'));
    expect(JSON.stringify(await raw(null))).not.toContain(torn.slice(0, 50));
  });

  it('is given of a vault that nothing opens to everybody, sealed, also where it was open until then', async () => {
    const { raw, vault, world } = await withAside();
    for (const name of ['vault.a', 'vault.b']) world.disk.set(name, 'torn');
    world.mirror.sealed = 'torn';
    expect((await vault.state()).kind).not.toBe('unlocked');
    expect(await raw(null)).toEqual(world.disk.get('vault.set-aside'));
  });
});
