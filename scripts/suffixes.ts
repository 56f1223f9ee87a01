import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as trie from 'tldts/dist/es6/src/data/trie.js';

// npm run suffixes: the Public Suffix List as tldts carries it, packed into lib/app/look-alike/public-suffix-list.ts.
const path = fileURLToPath(new URL('../lib/app/look-alike/public-suffix-list.ts', import.meta.url));

const at = (numbers: ArrayLike<number>, place: number): number => numbers[place] ?? 0;

const offsets = [0];
for (const length of trie.edgeLength) offsets.push(at(offsets, offsets.length - 1) + length);

type Edge = { readonly label: string; readonly node: number };

/** The labels below a node of tldts, each with its own node. */
function edgesOf(node: number): readonly Edge[] {
  const first = at(trie.edgeStart, node);
  return Array.from({ length: at(trie.edgeStart, node + 1) - first }, (_, place) => ({
    label: trie.labelText.slice(at(offsets, first + place), at(offsets, first + place + 1)),
    node: at(trie.edgeChild, first + place),
  }));
}

/** The rules below a node, as publicsuffix.org writes them, exceptions with their exclamation mark. */
const rulesBelow = (node: number, sign: '' | '!', name = ''): readonly string[] =>
  edgesOf(node).flatMap((edge) => {
    const whole = name === '' ? edge.label : `${edge.label}.${name}`;
    return [...(at(trie.nodeFlags, edge.node) === 0 ? [] : [sign + whole]), ...rulesBelow(edge.node, sign, whole)];
  });

/** Every rule that tldts knows, those for names in other letters twice: as they are read and in ASCII. */
export const rules = (): readonly string[] => [
  ...rulesBelow(trie.rulesRoot, ''),
  ...rulesBelow(trie.exceptionsRoot, '!'),
];

type Level = Map<string, Label>;
type Label = { mark: '' | ';' | '!'; readonly below: Level };

/** The rules as a tree of labels, from the last one on. */
function treeOf(all: readonly string[]): Level {
  const top: Level = new Map();
  for (const rule of all) {
    let last: Label = { mark: '', below: top };
    for (const label of rule.replace('!', '').split('.').toReversed()) {
      const next = last.below.get(label) ?? { mark: ';', below: new Map() };
      last.below.set(label, next);
      last = next;
    }
    last.mark = rule.startsWith('!') ? '!' : '';
  }
  return top;
}

/** A level of the tree: what a label has in common with the one before it is a letter for its length. */
function packed(level: Level): string {
  let before = '';
  let text = '';
  for (const [label, { mark, below }] of [...level].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    let shared = 0;
    while (shared < 25 && shared < label.length && label[shared] === before[shared]) shared += 1;
    text += `${String.fromCharCode(65 + shared)}${label.slice(shared)}${mark}`;
    if (below.size > 0) text += `(${packed(below)})`;
    before = label;
  }
  return text;
}

// Browsers write names in other letters in ASCII.
const isSent = (rule: string): boolean => /^[!-~]+$/.test(rule);

/** The module that holds the list: a row for each top-level name that has rules below it; each name is a suffix by the list's last rule. */
export function listModule(): string {
  const rows = [...treeOf(rules().filter(isSent))].filter(([, { below }]) => below.size > 0);
  const lines = rows.map(([name, { below }]) => `${name} ${packed(below)}`).toSorted();
  return `// Written by npm run suffixes from the Public Suffix List (https://publicsuffix.org/, MPL-2.0), in the state that tldts has it in.

/**
 * What names are registered under: a row for each top-level name with rules below it, then the labels below that, sorted. A letter
 * says how much of a label is the label before it (A none, B one character, …), \`;\` that the label is no rule, \`!\` an exception, and
 * brackets hold what is below a label.
 */
export const publicSuffixList = \`
${lines.join('\n')}
\`;
`;
}

if (import.meta.main) writeFileSync(path, listModule());
