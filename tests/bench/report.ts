import { barChart } from './chart.ts';
import { type Chart, type Topic, table, word } from './topic.ts';

/** A run: the machine it was made on, how long it took, and what it found. */
export type Run = {
  readonly machine: string;
  readonly seconds: number;
  readonly topics: readonly Topic[];
  /** What profiles told, as Markdown that stays when the page is written anew. */
  readonly profile: string;
};

const section = ({ title, text, parts, charts }: Topic): string =>
  [`## ${title}`, text, ...charts.map((chart) => `![${chart.title}](${chart.name}.svg)`), ...parts].join('\n\n');

/** What a customer waits for, all topics together. */
export function waits(topics: readonly Topic[]): Chart {
  const title = 'What somebody waits for (p95, logarithmic), and how long it may take';
  const bars = topics
    .flatMap(({ verdicts }) => verdicts)
    .flatMap(({ what, wait }) => (wait === undefined ? [] : [{ name: what, value: wait.ms, target: wait.mostMs }]));
  return { name: 'benchmarks', title, svg: barChart(title, 'ms', bars) };
}

/** The page about a run, as Markdown. */
export function benchmarkPage({ machine, seconds, topics, profile }: Run): string {
  const verdicts = topics.flatMap((topic) => topic.verdicts);
  const rows = verdicts.map(({ what, found, target, met }) => [what, found, target, word(met)]);
  return `# Benchmarks

\`npm run bench\` wrote this page and its charts in ${seconds} seconds. Contenders take turns within each round, in an order that turns
too; p95 is the time that 95 of 100 do not exceed. \`--quick\` runs all of it with three rounds and writes nothing, \`--only NAMES\`
runs some topics, \`--cycles N\` opens and closes the popup so often, \`--pictures FOLDER\` reads kept pictures too.

${machine}.

## Targets

![${waits(topics).title}](benchmarks.svg)

${table(['what', 'found', 'target', ''], rows)}

${topics.map(section).join('\n\n')}

${profile}`;
}
