import { inject, type Target } from './inject.ts';

// What each script leaves in the world that ours have in a page.
const leaves = {
  '/detector.js': 'doorcodeDetector',
  '/fill.js': 'doorcodePage',
  '/outcome.js': 'doorcodeOutcome',
} as const;

/** A script that leaves something in a page; `/fill.js` and `/outcome.js` take the detector from the first. */
export type PageScript = keyof typeof leaves;

/** The scripts that leave the agent. */
export const AGENT: readonly PageScript[] = ['/detector.js', '/fill.js'];
/** The scripts that leave what reads a site's answer. */
export const READER: readonly PageScript[] = [...AGENT, '/outcome.js'];

/**
 * The scripts to inject, by what each document that answered lacks; one that answered nothing lacks all.
 * @returns all where no document answers: a busy one takes in its turn what waits for it, and the next question finds it there
 */
export const toInject = (
  lacking: readonly (readonly string[] | null | undefined)[],
  scripts: readonly PageScript[],
): PageScript[] =>
  scripts.filter(
    (script) => lacking.length === 0 || lacking.some((names) => names?.includes(leaves[script]) !== false),
  );

/** The scripts that some document lacks: to compile the detector once more takes a page longer than all that is asked of it. */
export async function missingIn(target: Target, scripts: readonly PageScript[]): Promise<PageScript[]> {
  const asked = await inject(target, {
    func: (names: readonly string[]) => names.filter((name) => !Object.hasOwn(globalThis, name)),
    args: [scripts.map((script) => leaves[script])],
  });
  return toInject(
    asked.map(({ result }) => result),
    scripts,
  );
}

/** Puts scripts into the documents of a tab, as far as some lack them. */
export async function bring(target: Target, scripts: readonly PageScript[]): Promise<void> {
  const files = await missingIn(target, scripts);
  if (files.length > 0) await inject(target, { files });
}
