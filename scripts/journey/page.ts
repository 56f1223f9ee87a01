import type { Browser, Picture, Proof, Row } from './row.ts';

const where: Readonly<Record<Browser, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

// “step-5”, “step-6”, “step-7” become “5–7”; the parts after the steps have no number.
const numbers = (parts: readonly string[]): string => {
  const steps = parts.flatMap((part) => /^step-(\d+)$/.exec(part)?.[1] ?? []);
  return [...new Set([steps[0], steps.at(-1)])].filter((step) => step !== undefined).join('–');
};

const image = ({ file, shows }: Picture): string => `![${shows}](pictures/${file})`;

const nameOf = (spec: string): string => spec.replace(/^.*\//, '').replace(/\.spec\.ts$/, '');

const proof = ({ spec, title, browsers }: Proof): string =>
  `“${title}” (${[nameOf(spec), ...(browsers.length > 1 ? [] : browsers.map((one) => where[one]))].join(', ')})`;

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** The page about the journey, as Markdown: one table, a line for each row. */
export const journeyPage = (rows: readonly Row[]): string => `# The journey, with a phone and with Doorcode

The lines follow the article about two-factor login in the local customer area (\`npm run portal\`, then \`/help/two-factor\`), every step and
every part of it. Each names the tests that show it to be true, and their file in \`tests/e2e\`: they passed in Chromium and in Firefox,
or in the one that is named. \`npm test\` writes this page from their report, and fails when one of them did not pass. The texts are in
\`scripts/journey/rows.ts\`.

${[
  line(['', 'step', 'with a phone', 'with Doorcode', 'picture', 'tests']),
  line(Array.from({ length: 6 }, () => '---')),
  ...rows.map(({ parts, step, phone, doorcode, picture, proofs }) =>
    line([numbers(parts), step, phone, doorcode, image(picture), proofs.map(proof).join('<br>')]),
  ),
].join('\n')}
`;
