import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

type Sources = Readonly<Record<string, string>>;

const bare = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
const product: Sources = Object.fromEntries(
  globSync('{lib,entrypoints,components}/**/*.{ts,tsx}', { cwd: root }).map((file) => [
    file.replaceAll('\\', '/'),
    bare(readFileSync(join(root, file), 'utf8')),
  ]),
);

/** The way of a code into a page, from its end: what does each step, and the only files that may name it. */
const steps: readonly (readonly [step: string, named: RegExp, files: readonly string[]])[] = [
  [
    'a text is put into a box',
    /\b(?:writeInput|pasteInto)\b/,
    ['lib/page/fill-code-field.ts', 'lib/page/fill/write-input.ts'],
  ],
  ['a code is put into boxes', /\bfillCodeField\b/, ['lib/page/fill-code-field.ts', 'lib/page/page-agent.ts']],
  ['the agent is made', /\bcreateAgent\b/, ['entrypoints/fill.ts', 'lib/page/page-agent.ts']],
  [
    'the agent is made to write',
    /\bdoorcodePage\b(?!(?:'\))?\??\.(?:box|look|note)\b)/,
    // The last only asks whether it is there.
    ['entrypoints/fill.ts', 'lib/browser/page-scripts.ts', 'lib/browser/pages.ts'],
  ],
  [
    'the port is called',
    /\bpages\??\.(?:write|writeBackup)\b|\[['"`]write(?:Backup)?['"`]\]/,
    ['lib/app/fill-code.ts', 'lib/app/rescue-service.ts'],
  ],
  [
    'a code is authorised',
    /\bauthoriseFill\b/,
    ['lib/app/authorise-fill.ts', 'lib/app/fill-code.ts', 'lib/app/rescue-service.ts'],
  ],
  [
    'something is run in a page',
    /\bexecuteScript\b/,
    [
      'lib/browser/early-scan.ts',
      'lib/browser/inject.ts',
      'lib/browser/native-api.ts',
      'lib/browser/scan-tab.ts',
      'lib/browser/site-clock.ts',
      'lib/browser/site-permissions.ts',
      'lib/browser/vouched-origins.ts',
    ],
  ],
  ['a message is sent to a page', /\btabs\.(?:sendMessage|connect)\b/, []],
];

const naming = (sources: Sources, named: RegExp): readonly string[] =>
  Object.keys(sources)
    .filter((file) => named.test(sources[file] ?? ''))
    .toSorted();

/** Files that call the port, but not by the one document and origin of a decision that was asked for before and was no refusal. */
function unauthorised(sources: Sources): readonly string[] {
  const call = /pages\.(?:write|writeBackup)\([^)]*\bdocumentId, \{[^}]*\borigin\b/;
  const order = [
    /const decision = authoriseFill\(\{/,
    /if \(decision\.kind === 'refused'\)\s*(?:return|\{[^}]*continue;)/,
    /const \{ origin, documentId \} = decision;/,
    call,
  ];
  const isOrdered = (text: string): boolean => {
    const places = order.map((part) => text.search(part));
    return places.every((place, at) => place >= 0 && (at === 0 || place > (places[at - 1] ?? 0)));
  };
  const calls = (text: string): number => text.match(/pages\.(?:write|writeBackup)\b/g)?.length ?? 0;
  return Object.keys(sources).filter((file) => {
    const text = sources[file] ?? '';
    return calls(text) > 0 && (calls(text) > 1 || !isOrdered(text));
  });
}

describe('the way of a code into a page', () => {
  it.each(steps)('has no side way: where %s', (_, named, files) => {
    expect(Object.keys(product).length).toBeGreaterThan(400);
    expect(naming(product, named)).toEqual(files);
  });

  it('goes into the document and the origin that authoriseFill allowed just before', () => {
    expect(unauthorised(product)).toEqual([]);
  });

  it.each([
    ['calls the port without asking', "await ports.pages.write(tabId, documentId, { origin, code: '' });"],
    [
      'asks and does not listen',
      'const decision = authoriseFill({});\nconst { origin, documentId } = decision;\nawait pages.write(tabId, documentId, { origin });',
    ],
    [
      'asks afterwards',
      "const { origin, documentId } = decision;\nawait pages.write(tabId, documentId, { origin });\nconst decision = authoriseFill({});\nif (decision.kind === 'refused') return;",
    ],
  ])('would be seen to have one that %s', (_, text) => {
    expect(unauthorised({ ...product, 'lib/app/side-way.ts': text })).toEqual(['lib/app/side-way.ts']);
  });
});
