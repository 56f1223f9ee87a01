import type { Outcome, Picture } from './report.ts';
import type { Shown, Step } from './step.ts';

/** What a tour does with its steps. */
export type AttemptOptions = {
  readonly say: (line: string) => void;
  /** Takes the pictures of what a step shows. */
  readonly take: (shown: Shown) => Promise<readonly Picture[]>;
  /** What is to be seen where a step failed. */
  readonly takeLast: () => Promise<readonly Picture[]>;
};

/** Makes steps in order up to the first that fails, and says a line for each; complete when none did. */
export async function attemptSteps(
  steps: Iterable<Step>,
  { say, take, takeLast }: AttemptOptions,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly complete: boolean }> {
  const outcomes: Outcome[] = [];
  for (const { sentence, act } of steps) {
    const startMs = performance.now();
    let problem: string | null = null;
    let pictures: readonly Picture[] = [];
    try {
      pictures = await take(await act());
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    const seconds = (performance.now() - startMs) / 1000;
    const number = String(outcomes.length + 1).padStart(2);
    say(`${number}. ${problem === null ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s  ${sentence}`);
    if (problem !== null) pictures = await takeLast().catch(() => []);
    outcomes.push({ sentence, seconds, problem, pictures });
    if (problem !== null) return { outcomes, complete: false };
  }
  return { outcomes, complete: true };
}
