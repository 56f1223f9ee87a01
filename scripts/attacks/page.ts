import type { AttackRow, Evidence } from './attack-row.ts';
import { rows as frames } from './frames.ts';
import { rows as pages } from './pages.ts';
import { rows as reliability } from './reliability.ts';
import { rows as supply } from './supply.ts';
import { rows as vault } from './vault.ts';
import { rows as verifier } from './verifier.ts';

/** The attack matrix by its sections, in the order of the page. */
export const sections: Readonly<Record<string, readonly AttackRow[]>> = {
  'Frames and origins': frames,
  'What a page does': pages,
  'The vault and its keys': vault,
  'Faults and accidents': reliability,
  'The verifier of the portal': verifier,
  'What is built, and of what': supply,
};

const cell = (text: string): string => text.replace(/[|<$]/g, '\\$&');
const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
const test = ({ file, title }: Evidence): string => `“${cell(title)}” ([${nameOf(file)}](../${file}))`;

const section = ([name, rows]: readonly [string, readonly AttackRow[]]): string => `## ${name}

${[
  line(['attack or fault', 'what stands in the way', 'tests']),
  line(['---', '---', '---']),
  ...rows.map(({ threat, defence, evidence }) =>
    line([cell(threat.replace(/\.$/, '')), cell(defence), evidence.map(test).join('<br>')]),
  ),
].join('\n')}
`;

/** docs/attack-matrix.md: every attack that Doorcode is tested against, with the tests that fail where the defence is missing. */
export function attackMatrixPage(): string {
  const rows = Object.values(sections).flat();
  const tests = new Set(rows.flatMap(({ evidence }) => evidence.map(({ file, title }) => `${file} ${title}`)));
  return `# The attack matrix

${rows.length} attacks and faults, and ${tests.size} tests that fail where the defence is missing. Written by \`npm run attacks\` from the tables in
\`scripts/attacks\`; change those, not this page. Each test is named as its file writes it: \`%s\`, \`\${…}\` and the like stand for
values. How to run one, and the numbers to hold, are among the [targets](security-targets.md).

${Object.entries(sections).map(section).join('\n')}`;
}
