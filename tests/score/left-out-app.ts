import { writeSection } from './ablation/section.ts';
import { figuresOf, judgeVerdicts, type Row } from './fields/figures.ts';
import type { PageFacts } from './fields/page-facts.ts';
import { needChromium, readCases, readCommand } from './input.ts';
import { supportOf } from './word-support/support.ts';

const usage = `Usage: npm run left-out-app -- FILE... [--write]
FILEs are JSON lists of pages, as tests/score/fields/page-facts.ts describes them. Of each application the words that stand on
no other one's pages are taken out of the tables, and its pages are judged without them. With --write the result replaces the
one in docs/detection.md.`;
const { values, paths } = readCommand({ write: { type: 'boolean', default: false } }, usage);
const pages = paths.flatMap((path) =>
  readCases<PageFacts>(path, ['id', 'app', 'lang', 'kind', 'headings', 'fields', 'otp'], usage),
);
needChromium();
const { bundle } = await import('./fields/bundle.ts');
const { detector, runJobs } = await import('./fields/run-detector.ts');

const support = supportOf(pages);
const apps = [...new Set(pages.map(({ app }) => app))];
const wordsOf = (app: string): string[] => [
  ...new Set(support.filter((one) => one.apps.size === 1 && one.apps.has(app)).map(({ phrase }) => phrase)),
];
// The tables become patterns when the script starts, so that the words to leave out are said before.
const script = await bundle(detector, 'detector', {
  'page/detect/words.ts': {
    anyOf: `(...tables) => {
      const kept = tables.flatMap(real.phrasesOf).filter((phrase) => !globalThis.leftOut.has(phrase));
      return real.anyOf({ kept: ['\\u0000', ...kept] });
    }`,
  },
});
const run = (words: readonly string[]) =>
  ({
    name: 'detector',
    script: `globalThis.leftOut = new Set(${JSON.stringify(words)});\n${script}`,
    enrolledHere: true,
    mode: 'automatic',
  }) as const;

const jobs = apps.map((app) => {
  const own = pages.filter((page) => page.app === app);
  return { app, words: wordsOf(app), pages: own, runs: [run(wordsOf(app))] };
});
const [[wholeVerdicts = []] = [], ...answers] = await runJobs([{ pages, runs: [run([])] }, ...jobs]);
const whole = judgeVerdicts(pages, wholeVerdicts);
const rightBefore = new Set(whole.filter(({ ok }) => ok).map(({ page }) => page));
const without = jobs.map(({ pages: own }, at) => judgeVerdicts(own, answers[at]?.[0] ?? []));
const changed = jobs.flatMap(({ app, words }, at) => {
  const rows = without[at] ?? [];
  const lost = rows.filter(({ page, ok }) => !ok && rightBefore.has(page)).map(({ page }) => page.id);
  const won = rows.filter(({ page, ok }) => ok && !rightBefore.has(page)).map(({ page }) => `+${page.id}`);
  return lost.length + won.length === 0 ? [] : [`| ${app} | ${words.join(', ')} | ${[...lost, ...won].join(', ')} |`];
});

const standing = support.filter(({ apps: on }) => on.size > 0);
const once = support.filter(({ apps: on }) => on.size === 1);
const columns = ['rightByApp', 'rightSplit', 'rightOtherLanguages', 'falseFill', 'smsFilled'] as const;
const cells = (of: readonly Row[]): string => columns.map((column) => figuresOf(of)[column]).join(' | ');
const table = [
  `${new Date().toISOString().slice(0, 10)}, ${pages.length} pages of ${apps.length} applications. Of ${support.length} phrases ${standing.length} stand on`,
  `these pages, ${once.length} on those of one application only; ${jobs.filter(({ words }) => words.length > 0).length} applications have such words.`,
  '',
  '| tables | right box by app | rows | other languages | filled on traps | filled on sent codes |',
  '| --- | ---: | ---: | ---: | ---: | ---: |',
  `| whole | ${cells(whole)} |`,
  `| without the words of the application that is judged | ${cells(without.flat())} |`,
  '',
  '| application | words that no other one has | pages that are wrong without them (`+`: right) |',
  '| --- | --- | --- |',
  ...changed,
].join('\n');
console.log(table);
if (values.write) writeSection('left-out-app', table);
