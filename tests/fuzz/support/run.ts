import { appendFileSync } from 'node:fs';
import { type Chance, chanceFrom } from '../../support/chance.ts';
import { corpusOf, writeFinding } from './corpus.ts';

/** What is fed, and what must hold of it. */
export type Target<I> = {
  /** Also the name of its folder in the corpus. */
  readonly name: string;
  /** How many inputs a long run makes, and each seed of a short one. */
  readonly counts: { readonly long: number; readonly short: number };
  /** Takes an input out of the corpus; throws for one of another form. */
  readonly take: (kept: unknown) => I;
  /** Makes a source of new inputs; `kept` are those of the corpus. */
  readonly source: (chance: Chance, kept: readonly I[]) => () => I;
  /** What an input broke, null for nothing; what it throws is broken too. */
  readonly check: (input: I) => string | null | Promise<string | null>;
  /** The longest call that the last input made, in milliseconds, where it makes several. */
  readonly longestMs?: () => number;
  /** Milliseconds that one input may take; 50 where nothing else is said, null for a derivation, which takes what its cost says. */
  readonly limitMs?: (input: I) => number | null;
};

/** What came of feeding a target. */
export type Report = {
  readonly target: string;
  readonly seed: number;
  readonly inputs: number;
  readonly seconds: number;
  readonly longestMs: number;
  readonly findings: readonly string[];
};

/** No call may take longer, in milliseconds, but for those that derive a key. */
const HANG_MS = 50;
/** The part of a limit from which a call is measured again. */
const LONG = 0.2;
const ATTEMPTS = 6;
/** One fault shows in thousands of inputs. */
const MOST_FINDINGS = 8;

/** What has not answered by then never does, on the busiest machine. */
const NEVER_MS = 60_000;
// Some targets exchange the timers of what they test.
const { setTimeout: later, clearTimeout: stop } = globalThis;

type Outcome = { readonly broke: string | null; readonly ms: number };

function inTime(checked: Promise<string | null>): Promise<string | null> {
  const { promise, resolve, reject } = Promise.withResolvers<string | null>();
  const timer = later(() => resolve('was never answered'), NEVER_MS);
  checked.then(resolve, reject);
  return promise.finally(() => stop(timer));
}

async function once<I>({ check, longestMs }: Target<I>, input: I): Promise<Outcome> {
  const [startMs, start] = [performance.now(), process.cpuUsage()];
  try {
    const checked = check(input);
    const broke = checked instanceof Promise ? await inTime(checked) : checked;
    const wallMs = performance.now() - startMs;
    const { user, system } = process.cpuUsage(start);
    // Whoever else is busy on this machine takes time, and none of this process's.
    return { broke, ms: Math.min(longestMs?.() ?? wallMs, (user + system) / 1_000) };
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : 'something';
    return { broke: `threw ${said.split('\n').slice(0, 3).join(' ')}`, ms: 0 };
  }
}

/** Feeds one input; one that took a part of its limit is fed again, as a busy machine is slow and a collection of garbage is no hang. */
async function feed<I>(target: Target<I>, input: I): Promise<Outcome> {
  const limitMs = target.limitMs === undefined ? HANG_MS : target.limitMs(input);
  let { broke, ms } = await once(target, input);
  const isLong = () => limitMs !== null && ms > limitMs * LONG;
  for (let attempt = 1; broke === null && isLong() && attempt < ATTEMPTS; attempt += 1) {
    const again = await once(target, input);
    broke = again.broke;
    ms = Math.min(ms, again.ms);
  }
  if (broke === null && limitMs !== null && ms > limitMs) broke = `took ${ms.toFixed(0)} ms`;
  return { broke, ms: limitMs === null ? 0 : ms };
}

/** Feeds every kept input of a target; gives what is broken again. */
export async function feedKept<I>(target: Target<I>): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const { name, input } of corpusOf(target.name)) {
    const { broke } = await feed(target, target.take(input));
    if (broke !== null) broken.push(`${name}: ${broke}`);
  }
  return broken;
}

/** Feeds so many new inputs made from a seed; what broke something is written down. */
export async function feedNew<I>(target: Target<I>, seed: number, count: number): Promise<Report> {
  const kept = corpusOf(target.name).map(({ input }) => target.take(input));
  const next = target.source(chanceFrom(seed), kept);
  const findings = new Map<string, string>();
  const startMs = performance.now();
  let longestMs = 0;
  let inputs = 0;
  for (; inputs < count && findings.size < MOST_FINDINGS; inputs += 1) {
    const input = next();
    const { broke, ms } = await feed(target, input);
    longestMs = Math.max(longestMs, ms);
    // What broke the same way is one finding.
    const kind = broke?.replaceAll(/\d+/g, '0') ?? '';
    if (broke !== null && !findings.has(kind))
      findings.set(kind, `${broke}: ${writeFinding(target.name, `${seed}-${inputs}`, broke, input)}`);
  }
  const seconds = (performance.now() - startMs) / 1_000;
  return { target: target.name, seed, inputs, seconds, longestMs, findings: [...findings.values()] };
}

/** Writes down what came of a target for the table at the end of a long run. */
export function note(report: Report): void {
  const { FUZZ_REPORT: path } = process.env;
  if (path !== undefined) appendFileSync(path, `${JSON.stringify(report)}\n`);
}
