import { expect, it } from 'vitest';
import { habitsOf, keepHabits, readHabits, usualHabits } from '../../../lib/app/habits.ts';
import { makeWorld } from './fake-world.ts';

it('keeps how codes are shown and copied, and is as usual before anything was chosen', async () => {
  const { storage } = makeWorld().ports;
  expect(await readHabits(storage)).toEqual({ grouping: 'threes', hidden: false, clearSeconds: 30 });
  const chosen = { grouping: 'pairs', hidden: true, clearSeconds: null } as const;
  await keepHabits(storage, chosen);
  expect(await readHabits(storage)).toEqual(chosen);
});

it.each([
  ['nothing', undefined],
  ['a text', 'pairs'],
  ['a list', ['pairs', true, 10]],
  ['other values', { grouping: 'fours', hidden: 'yes', clearSeconds: 1e9 }],
  ['a record that holds nothing', {}],
])('reads %s as the usual habits', (_, stored) => {
  expect(habitsOf(stored)).toEqual(usualHabits);
});

it('takes each part that is one, whatever the others are', () => {
  expect(habitsOf({ grouping: 'whole', hidden: 1, clearSeconds: 60, more: 1 })).toEqual({
    grouping: 'whole',
    hidden: false,
    clearSeconds: 60,
  });
  expect(habitsOf({ clearSeconds: null }).clearSeconds).toBeNull();
});

it('shows codes as usual where the store cannot be read', async () => {
  const read = () => Promise.reject(new Error('no store'));
  expect(await readHabits({ read })).toEqual(usualHabits);
});
