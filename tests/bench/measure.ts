import { isQuick } from './amount.ts';

/** What many repeats of one act took. */
export type Sample = { readonly median: number; readonly p95: number; readonly repeats: number };

/** One act under a name; `run` gives how long it took in ms, or is timed when it gives nothing. */
export type Contender = { readonly name: string; readonly run: () => Promise<number> | number };

const quantile = (sorted: readonly number[], at: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(at * sorted.length) - 1)] ?? Number.NaN;

/** Median and 95th percentile (nearest rank) of numbers. */
export function summarise(numbers: readonly number[]): Sample {
  const sorted = numbers.toSorted((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), repeats: sorted.length };
}

/** How long an act takes, in ms. */
export async function timed(act: () => unknown): Promise<number> {
  const startMs = performance.now();
  await act();
  return performance.now() - startMs;
}

const leastRounds = isQuick ? 3 : 5;

/**
 * Runs every contender once a round, in an order that turns, so that a busy moment hits none of them alone. Stops after
 * `rounds`, or on a slow machine after `budgetMs` and no fewer than five.
 */
export async function interleave(
  contenders: readonly Contender[],
  rounds: number,
  budgetMs: number,
): Promise<ReadonlyMap<string, Sample>> {
  const taken = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const { run } of contenders) await run();
  const startMs = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    if (round >= leastRounds && performance.now() - startMs > budgetMs) break;
    for (let index = 0; index < contenders.length; index += 1) {
      const contender = contenders[(index + round) % contenders.length];
      if (contender !== undefined) taken.get(contender.name)?.push(await contender.run());
    }
  }
  return new Map([...taken].map(([name, numbers]) => [name, summarise(numbers)]));
}
