import { performance } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { readHeader, sealVault } from '../../../lib/vault/envelope.ts';
import { filled, leastScrypt, sampleContent, sampleHeader } from './samples.ts';

const [slot] = sampleHeader().slots;
const thousand = sampleContent(...Array.from({ length: 1_000 }, (_, index) => `account ${index}`));
const costing = (...costs: readonly { readonly N: number; readonly r?: number; readonly p?: number }[]) =>
  costs.flatMap((cost) =>
    slot === undefined ? [] : [{ ...slot, kind: 'passphrase' as const, kdf: { ...leastScrypt, ...cost } }],
  );

/** The shortest of some runs, in milliseconds: a busy machine makes a run longer, never shorter. */
function leastMs(act: () => void): number {
  const times = Array.from({ length: 5 }, () => {
    const startMs = performance.now();
    act();
    return performance.now() - startMs;
  });
  return Math.min(...times);
}

it.each([
  ['a cost that protects nothing', costing({ N: 2 })],
  ['a cost of 1 TiB', costing({ N: 2 ** 30 })],
  ['blocks that take 1 TiB', costing({ N: 2 ** 17, r: 2 ** 16 })],
  ['a thousand lanes', costing({ N: 2 ** 17, p: 1_000 })],
  ['sixteen of the greatest cost', costing(...Array.from({ length: 16 }, () => ({ N: 2 ** 20, p: 4 })))],
])('a vault of 1000 accounts with %s is refused in under 50 ms', async (_, slots) => {
  const sealed = await sealVault({ ...sampleHeader(), slots }, thousand, filled(32, 9));
  const verdicts = new Set<string>();
  const tookMs = leastMs(() => {
    const verdict = readHeader(sealed);
    verdicts.add(verdict.ok ? 'read' : verdict.error.kind);
  });
  expect([...verdicts]).toEqual(['damaged']);
  expect(tookMs).toBeLessThan(50);
});
