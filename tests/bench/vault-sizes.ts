import { rounds } from './amount.ts';
import { curveChart } from './curve-chart.ts';
import { interleave, type Sample } from './measure.ts';
import { memoryVault } from './memory-vault.ts';
import type { Line, Topic } from './topic.ts';
import { timesTable, verdictsOf } from './topic.ts';

/** How many accounts the vaults have, and how long a save may take, in ms. */
export const vaultSizes: ReadonlyMap<number, number> = new Map([
  [10, 20],
  [1000, 100],
  [10_000, 1000],
]);

/** Times by the number of accounts. */
export type BySize = ReadonlyMap<number, Sample>;

const counted = (count: number): string => `${count.toLocaleString('en-US')} accounts`;

async function inMemory(): Promise<{ readonly save: BySize; readonly open: BySize }> {
  const vaults = new Map<number, Awaited<ReturnType<typeof memoryVault>>>();
  for (const count of vaultSizes.keys()) vaults.set(count, await memoryVault(count));
  const contenders = (act: 'save' | 'open') =>
    [...vaults].map(([count, vault]) => ({ name: String(count), run: () => vault[act]() }));
  const bySize = (samples: ReadonlyMap<string, Sample>): BySize =>
    new Map([...samples].map(([count, sample]) => [Number(count), sample]));
  const save = await interleave(contenders('save'), rounds(40), 40_000);
  const open = await interleave(contenders('open'), rounds(40), 40_000);
  return { save: bySize(save), open: bySize(open) };
}

/** Saving and opening vaults of three sizes, in Node without a browser, and in Chromium as it was measured there. */
export async function vaultTopic(chromium: { readonly save: BySize; readonly open: BySize }): Promise<Topic> {
  const node = await inMemory();
  const lines = (of: BySize, what: string, hasTarget: boolean): readonly Line[] =>
    [...of].map(([count, sample]) => {
      const mostMs = vaultSizes.get(count);
      return { what: `${what}, ${counted(count)}`, sample, ...(hasTarget && mostMs !== undefined ? { mostMs } : {}) };
    });
  const inChromium = [...lines(chromium.save, 'save', true), ...lines(chromium.open, 'open', false)];
  const inNode = [...lines(node.save, 'save', false), ...lines(node.open, 'open', false)];
  const points = (of: BySize, hasTarget: boolean) =>
    [...of].map(([count, { p95 }]) => {
      const mostMs = vaultSizes.get(count);
      return { count, ms: p95, ...(hasTarget && mostMs !== undefined ? { mostMs } : {}) };
    });
  const title = 'Saving one more account (p95, both axes logarithmic)';
  const opening = 'Opening the vault, its key at hand (p95, both axes logarithmic)';
  return {
    title: 'Saving and opening vaults of three sizes',
    text: `One more account: storage is read, everything is sealed anew, written, read back, and written into the second place. In Chromium the time is from
the message of a page to its answer; opening is without scrypt. In Node storage is memory: what is left is our own work.`,
    parts: [`In Chromium\n\n${timesTable(inChromium)}`, `In Node\n\n${timesTable(inNode)}`],
    verdicts: verdictsOf(inChromium),
    charts: [
      {
        name: 'benchmarks-save',
        title,
        svg: curveChart(title, 'accounts', [
          { name: 'Chromium', points: points(chromium.save, true) },
          { name: 'Node', points: points(node.save, false) },
        ]),
      },
      {
        name: 'benchmarks-open',
        title: opening,
        svg: curveChart(opening, 'accounts', [
          { name: 'Chromium', points: points(chromium.open, false) },
          { name: 'Node', points: points(node.open, false) },
        ]),
      },
    ],
  };
}
