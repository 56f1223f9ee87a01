import { type LeftOut, leftOut } from './ablation/left-out.ts';
import { writeSection } from './ablation/section.ts';
import { figuresOf, judgeVerdicts } from './fields/figures.ts';
import { type PageFacts, wantsCode } from './fields/page-facts.ts';
import type { Run } from './fields/run-detector.ts';
import { needChromium, readCases, readCommand } from './input.ts';

const usage = `Usage: npm run ablation -- FILE... [--write]
FILEs are JSON lists of pages, as tests/score/fields/page-facts.ts describes them. With --write the table replaces the one in
docs/detection.md.`;
const { values, paths } = readCommand({ write: { type: 'boolean', default: false } }, usage);
const pages = paths.flatMap((path) =>
  readCases<PageFacts>(path, ['id', 'app', 'lang', 'kind', 'headings', 'fields', 'otp'], usage),
);
needChromium();
// What takes long to load comes after what may be wrong with the command.
const { bundle } = await import('./fields/bundle.ts');
const { detector, runJobs } = await import('./fields/run-detector.ts');

const whole: LeftOut = { part: '', what: 'nothing', replacements: {} };
const all = [whole, ...leftOut];
const runs: Run[] = [];
for (const [at, { replacements, stranger }] of all.entries()) {
  const name = `detector${at}`;
  const run = { name, script: await bundle(detector, name, replacements), enrolledHere: stranger !== true };
  runs.push({ ...run, mode: 'automatic' }, { ...run, mode: 'request' });
}
// A page may declare the wrong box; only what a box says of itself then holds the code back.
const declaring = pages
  .filter((page) => !wantsCode(page) && page.kind !== 'sms-code')
  .map((page) => ({
    ...page,
    fields: page.fields.map((field) => (field.tag === 'input' ? { ...field, autocomplete: 'one-time-code' } : field)),
  }));
const [verdicts = []] = await runJobs([{ pages: [...pages, ...declaring], runs }]);
const measured = verdicts.map((of) => ({
  ...figuresOf(judgeVerdicts(pages, of.slice(0, pages.length))),
  falseFillDeclared: figuresOf(judgeVerdicts(declaring, of.slice(pages.length))).falseFill,
}));
// Whoever asks sees where the code lands; what a veto is worth shows there most.
const figures = all.flatMap((_, at) => {
  const [automatic, asked] = measured.slice(2 * at, 2 * at + 2);
  return automatic === undefined || asked === undefined ? [] : [{ ...automatic, falseFillAsked: asked.falseFill }];
});

const columns = [
  'rightByApp',
  'rightSplit',
  'rightOtherLanguages',
  'falseFill',
  'falseFillAsked',
  'falseFillDeclared',
  'smsFilled',
] as const;
const signed = (difference: number): string => (difference > 0 ? `+${difference}` : String(difference));
type Measured = (typeof figures)[number];
function cells(of: Measured, base: Measured, compared: boolean): string {
  const cell = (column: (typeof columns)[number]): string => {
    const difference = Math.round((of[column] - base[column]) * 10) / 10;
    return !compared ? String(of[column]) : difference === 0 ? '' : `${of[column]} (${signed(difference)})`;
  };
  return columns.map(cell).join(' | ');
}
const rows = all.flatMap(({ part, what }, at) => {
  const [base] = figures;
  const of = figures[at];
  return of === undefined || base === undefined ? [] : [`| ${part} | ${what} | ${cells(of, base, at > 0)} |`];
});
const languages = new Set(pages.map(({ lang }) => lang)).size;
const apps = new Set(pages.map(({ app }) => app)).size;
const table = [
  `${new Date().toISOString().slice(0, 10)}, ${pages.length} pages of ${apps} applications in ${languages} languages. Percentages; an empty cell is as in the first row.`,
  '',
  '| part | left out | right box by app | rows | other languages | filled on traps | on traps when asked | on traps that declare every box | filled on sent codes |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...rows,
].join('\n');
console.log(table);
if (values.write) writeSection('ablation', table);
