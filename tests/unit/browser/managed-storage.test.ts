import { describe, expect, it, vi } from 'vitest';

type Changed = (changes: object, area: string) => void;

const listeners: Changed[] = [];
const managed = { get: async (_keys: readonly string[]): Promise<unknown> => ({}) };
const storage = { managed, onChanged: { addListener: (listener: Changed) => void listeners.push(listener) } };
vi.stubGlobal('browser', { runtime: { id: 'doorcode' }, storage });
// Afterwards: whoever loads it takes the browser that is there then.
const { managedStorage, onManagedChanged } = await import('../../../lib/browser/managed-storage.ts');

describe('what the browser holds of an organisation', () => {
  it('is asked for by its names', async () => {
    managed.get = async (keys) => ({ asked: keys });
    expect(await managedStorage.read(['helpLink'])).toEqual({ asked: ['helpLink'] });
  });

  it('is nothing where Firefox has no manifest', async () => {
    managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
    expect(await managedStorage.read(['helpLink'])).toEqual({});
  });

  it.each([
    new Error('An unexpected error occurred'),
    new Error('Managed storage manifest not found, or so'),
    'Managed storage',
  ])('is not known, and never nothing, where the browser fails with %s', async (error) => {
    managed.get = () => Promise.reject(error);
    await expect(managedStorage.read(['helpLink'])).rejects.toBe(error);
  });

  it('is not known where the browser fails at once', async () => {
    managed.get = () => {
      throw new TypeError('get is not a function');
    };
    await expect(managedStorage.read(['helpLink'])).rejects.toThrow(TypeError);
  });
});

it('a change of what an organisation sets is told, and one of other storage is not', () => {
  const told: string[] = [];
  onManagedChanged(() => void told.push('changed'));
  const change = (area: string) => {
    for (const listener of listeners) listener({}, area);
  };
  change('local');
  change('session');
  expect(told).toEqual([]);
  change('managed');
  expect(told).toEqual(['changed']);
});
