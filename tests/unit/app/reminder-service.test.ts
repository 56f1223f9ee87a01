import { describe, expect, it } from 'vitest';
import { isPractiseDue } from '../../../lib/app/passphrase-reminder.ts';
import { createReminderService } from '../../../lib/app/reminder-service.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, leastScrypt } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const DAY_MS = 24 * 3_600_000;
const kek = filled(32, 5);

async function openVault(
  keys = { passphrase: { kdf: leastScrypt, kek } } as Parameters<ReturnType<typeof makeWorld>['vault']['create']>[0],
) {
  const { world, ports, vault } = makeWorld();
  await vault.create(keys);
  const state = await vault.state();
  const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
  const reminder = createReminderService({ vault, clock: ports.clock });
  const isDue = async () => {
    await vault.unlock({ slotId, kek });
    const content = await vault.read();
    return content.ok && isPractiseDue(content.value, world.now);
  };
  return { world, vault, reminder, isDue, slotId };
}

describe('the reminder of the passphrase', () => {
  it('is silent until it is asked for', async () => {
    const { world, isDue } = await openVault();
    world.now += 400 * DAY_MS;
    expect(await isDue()).toBe(false);
  });

  it('comes two weeks after the passphrase was typed last, and again after it was put off', async () => {
    const { world, reminder, isDue, slotId } = await openVault();
    await reminder.set({ kind: 'set-reminder', on: true });
    world.now += 14 * DAY_MS - 1;
    expect(await isDue()).toBe(false);
    world.now += 1;
    expect(await isDue()).toBe(true);
    await reminder.putOff();
    expect(await isDue()).toBe(false);
    world.now += 14 * DAY_MS;
    expect(await isDue()).toBe(true);
    const wrong = { slotId, kekBase64: toBase64(filled(32, 6)) };
    const answer = await reminder.practise({ kind: 'practise', proof: wrong });
    expect(answer).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
    expect(await isDue()).toBe(true);
    await reminder.practise({ kind: 'practise', proof: { slotId, kekBase64: toBase64(kek) } });
    expect(await isDue()).toBe(false);
  });

  it('counts a passphrase that opened the vault, with one write a day and none where nobody is reminded', async () => {
    const { world, vault, reminder, isDue, slotId } = await openVault();
    const generation = () => world.mirror.marker?.generation;
    world.now += 20 * DAY_MS;
    await vault.unlock({ slotId, kek });
    await reminder.noteTyped();
    expect(generation()).toBe(1);
    await reminder.set({ kind: 'set-reminder', on: true });
    world.now += 20 * DAY_MS;
    await vault.unlock({ slotId, kek });
    await reminder.noteTyped();
    const noted = generation();
    await reminder.noteTyped();
    expect(generation()).toBe(noted);
    expect(await isDue()).toBe(false);
  });

  it('is of no use where no passphrase opens the vault', async () => {
    const { world, vault, reminder } = await openVault(onThisComputer);
    await reminder.set({ kind: 'set-reminder', on: true });
    world.now += 20 * DAY_MS;
    await vault.unlockWithComputer();
    const content = await vault.read();
    expect(content.ok && isPractiseDue(content.value, world.now)).toBe(false);
  });
});
