import { expect, it } from 'vitest';
import { createVaultWatch } from '../../../lib/app/vault-watch.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const NEVER = new Promise<void>(() => undefined);

/** A watch that writes down what it has done. */
function openWatch() {
  const { world, ports, vault } = makeWorld();
  const acts: string[] = [];
  const state = { fails: false, compares: () => NEVER };
  const act = (name: string) => async () => void acts.push(name);
  const watch = createVaultWatch({
    vault,
    clock: ports.clock,
    session: ports.session,
    found: { forgetAdded: act('forget added') },
    typedNames: { forget: act('forget names') },
    area: { forget: () => void acts.push('forget area') },
    followUp: { afterUnlock: act('follow up') },
    signs: {
      hideAll: async (badges) => void acts.push(`hide ${badges}`),
      renewAll: act('renew'),
    },
    showLocked: async (locked) => {
      if (state.fails) throw new Error('no button');
      acts.push(locked ? 'show locked' : 'show open');
    },
    // What an opening waits for must not be this.
    compareSettings: () => {
      acts.push('compare');
      return state.compares();
    },
  });
  return { world, vault, watch, state, taken: () => acts.splice(0) };
}

it('knows nothing of the vault before the first look', async () => {
  const { watch } = openWatch();
  expect(watch.known()).toBe('unknown');
  await watch.learn();
  expect(watch.known()).toBe('absent');
});

it('forgets at a lock what was shown and named while the vault was open, and says on all buttons that it is locked', async () => {
  const { world, vault, watch, taken } = openWatch();
  await vault.create(onThisComputer);
  await watch.learn();
  taken();
  const kept = ['print.job', 'added.undo', 'copies.sealed'];
  for (const name of kept) world.memory.set(name, 'a secret');
  await vault.lock();
  await watch.learn();
  expect(taken().toSorted()).toEqual(['forget added', 'forget area', 'forget names', 'renew', 'show locked']);
  expect(kept.filter((name) => world.memory.has(name))).toEqual([]);
  expect(watch.known()).toBe('locked');
});

it('takes the lock off all buttons at an opening, follows up what was filled, and compares the settings, once', async () => {
  const { vault, watch, taken } = openWatch();
  await vault.create(onThisComputer);
  await watch.note({ kind: 'locked', slots: [] });
  taken();
  await watch.learn();
  expect(taken()).toEqual(['show open', 'hide locked', 'follow up', 'compare']);
  await watch.learn();
  expect(taken()).toEqual([]);
});

it('reads no copy to learn that an open vault is still open, and hears of its lock', async () => {
  const { world, vault, watch, taken } = openWatch();
  await vault.create(onThisComputer);
  await watch.learn();
  taken();
  const fault = world.fault;
  world.fault = () => {
    throw new Error('storage was asked');
  };
  await watch.learn();
  expect(watch.known()).toBe('unlocked');
  world.fault = fault;
  world.now += 24 * 3_600_000;
  await watch.learn();
  expect(watch.known()).toBe('locked');
  expect(taken()).toContain('show locked');
});

it('does again at the next look what failed at this one', async () => {
  const { vault, watch, state, taken } = openWatch();
  await vault.create(onThisComputer);
  state.fails = true;
  await expect(watch.learn()).rejects.toThrow('no button');
  expect(watch.known()).toBe('unknown');
  state.fails = false;
  taken();
  await watch.learn();
  expect(taken()).toContain('follow up');
  expect(watch.known()).toBe('unlocked');
});

it('leaves a comparison of the settings that fails to the next opening', async () => {
  const { vault, watch, state, taken } = openWatch();
  await vault.create(onThisComputer);
  state.compares = () => Promise.reject(new Error('no storage'));
  await watch.learn();
  expect(taken()).toContain('compare');
  expect(watch.known()).toBe('unlocked');
});
