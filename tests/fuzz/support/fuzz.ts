import { describe, expect, it } from 'vitest';
import { feedKept, feedNew, note, type Report, type Target } from './run.ts';

// FUZZ: a long run, of so many times the usual inputs. FUZZ_SEED: one seed, of a run that is to be repeated.
const times = Number(process.env.FUZZ ?? 0) || 0;
const chosen = Number(process.env.FUZZ_SEED ?? 0) || 0;
const fresh = (Date.now() % 2 ** 31) + 1;
const FIXED = 20_261_127;
const seeds = chosen > 0 ? [chosen] : times > 0 ? [fresh] : [FIXED, fresh];
const HOURS_MS = 6 * 3_600_000;

const told = ({ target, inputs, seed, seconds, longestMs }: Report): string =>
  `${target}: ${inputs} inputs of seed ${seed} in ${seconds.toFixed(1)} s, the longest call ${longestMs.toFixed(1)} ms`;

/** Tests a target by what is kept for it, and by new inputs: many in a long run, a few of a fixed and of a fresh seed in a short one. */
export function fuzz<I>(target: Target<I>): void {
  describe(target.name, () => {
    it('breaks at no input that once broke something', async () => {
      expect(await feedKept(target)).toEqual([]);
    });

    it.each(seeds)('breaks at no new input, and never hangs: seed %i', { timeout: HOURS_MS }, async (seed) => {
      const count = times > 0 ? Math.ceil(target.counts.long * times) : target.counts.short;
      const report = await feedNew(target, seed, count);
      // A short run says only what it finds; the seeds are in the names.
      if (times > 0) console.info(told(report));
      note(report);
      expect(report.findings).toEqual([]);
    });
  });
}
