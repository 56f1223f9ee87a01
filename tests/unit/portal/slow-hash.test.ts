import { scryptSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { matchesSlowHash, slowHash, usualHashCost } from '../../../portal/store/slow-hash.ts';

const surroundings = { clock: () => 0, random: (length: number) => new Uint8Array(length).fill(7), hashCost: 5 };

test('a hash says its own cost and salt, fits its text in either Unicode form, and no other text', async () => {
  const stored = await slowHash('café', surroundings);
  expect(stored).toMatch(/^scrypt\$5\$BwcHBwcHBwcHBwcHBwcHBw==\$/);
  const dearer = { ...surroundings, hashCost: 6 };
  expect(await matchesSlowHash('cafe\u0301', stored, dearer)).toBe(true);
  expect(await matchesSlowHash('cafe', stored, dearer)).toBe(false);
  expect(await matchesSlowHash('', undefined, dearer)).toBe(false);
});

test('a hash of the first version, which said no cost, still fits', async () => {
  const key = scryptSync('long enough', Buffer.alloc(16, 1), 32, { N: 16384, r: 8, p: 1 }).toString('base64');
  const stored = `scrypt$${Buffer.alloc(16, 1).toString('base64')}$${key}`;
  expect(await matchesSlowHash('long enough', stored, surroundings)).toBe(true);
  expect(await matchesSlowHash('long enough!', stored, surroundings)).toBe(false);
});

// OWASP Password Storage Cheat Sheet: scrypt with N = 2^17, r = 8, p = 1.
test('passwords cost what is recommended unless a test says otherwise', { timeout: 30_000 }, async () => {
  expect(usualHashCost).toBe(17);
  expect(await slowHash('x', { ...surroundings, hashCost: usualHashCost })).toMatch(/^scrypt\$17\$/);
});
