import { expect, it } from 'vitest';
import { tellingStorage } from '../../../lib/app/telling-storage.ts';
import { makeWorld } from './fake-world.ts';

it('tells of a write once it is stored, and of none that failed', async () => {
  const { world, ports } = makeWorld();
  const told: unknown[] = [];
  const storage = tellingStorage(ports.storage, () => told.push(world.disk.get('vault.meta')));
  await storage.write({ 'vault.meta': 1 });
  expect(told).toEqual([1]);
  expect(await storage.read(['vault.meta'])).toEqual({ 'vault.meta': 1 });
  world.fault = () => {
    throw new Error('full');
  };
  await expect(storage.write({ 'vault.meta': 2 })).rejects.toThrow('full');
  expect(told).toEqual([1]);
});
