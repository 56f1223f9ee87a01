import { expect, it } from 'vitest';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createSettingsInForce } from '../../../lib/app/settings-in-force.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

async function openSettings() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const { sites } = makeSites(ports);
  const idle: number[] = [];
  const { storage, lock } = ports;
  const policies = { changed: () => void idle.push(0) };
  const settings = createSettingsInForce({
    vault,
    storage,
    lock,
    sites,
    policies,
    setIdleMinutes: (minutes) => void idle.push(minutes),
  });
  return { world, vault, settings, idle };
}

it('tells the browser the stricter time to lock once the vault is open, where the one in the clear was another', async () => {
  const { world, vault, settings, idle } = await openSettings();
  await vault.setAutoLock(5);
  world.disk.set('vault.auto-lock', 60);
  await settings.compare();
  expect(idle).toEqual([5]);
  await settings.compare();
  expect(idle).toEqual([5]);
});

it('puts the most minutes that an organisation allows in force at once, read anew', async () => {
  const { world, settings, idle } = await openSettings();
  world.policies = { ...noPolicies, autoLockMostMinutes: 1 };
  await settings.bound();
  // The old policies are dropped before the time is asked for.
  expect(idle).toEqual([0, 1]);
});
