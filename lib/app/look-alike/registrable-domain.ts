import { publicSuffixList } from './public-suffix-list.ts';

/** What the list says of a label: names are registered below it, are not although a rule says so, or nothing. */
type Label = { readonly rule: 'suffix' | 'exception' | 'none'; readonly below: Level };
type Level = Map<string, Label>;

const token = /([A-Z])([a-z\d*-]*)([;!]?)|[()]/g;

/** Reads a row of the list. */
function levelOf(row: string): Level {
  const top: Level = new Map();
  const outer: { readonly level: Level; readonly before: string }[] = [];
  let level = top;
  let before = '';
  for (const [whole, shared, rest, mark] of row.matchAll(token))
    if (whole === '(') {
      outer.push({ level, before });
      level = level.get(before)?.below ?? level;
      before = '';
    } else if (whole === ')') ({ level, before } = outer.pop() ?? { level: top, before: '' });
    else {
      before = before.slice(0, (shared ?? 'A').charCodeAt(0) - 65) + rest;
      level.set(before, { rule: mark === '' ? 'suffix' : mark === '!' ? 'exception' : 'none', below: new Map() });
    }
  return top;
}

const none: Level = new Map();
const read = new Map<string, Level>();

/** What is below a top-level name; its row is read when a name under it is first asked for. */
function below(topLevel: string): Level {
  const start = publicSuffixList.indexOf(`\n${topLevel} `);
  if (start === -1) return none;
  const known = read.get(topLevel);
  if (known !== undefined) return known;
  const row = publicSuffixList.slice(start + topLevel.length + 2, publicSuffixList.indexOf('\n', start + 1));
  const level = levelOf(row);
  read.set(topLevel, level);
  return level;
}

/** How many of the labels, counted from the last, names are registered under. */
function suffixLength([topLevel = '', ...labels]: readonly string[]): number {
  let level = below(topLevel);
  let length = 1;
  for (const [place, name] of labels.entries()) {
    const label = level.get(name) ?? (name === '' ? undefined : level.get('*'));
    if (label === undefined) break;
    if (label.rule === 'exception') return place + 1;
    if (label.rule === 'suffix') length = place + 2;
    level = label.below;
  }
  return length;
}

/**
 * The name that somebody registered, out of a host name as `URL` serialises it, by the Public Suffix List with its private part; null
 * where there is none: an address of numbers, a single label, a name that names are registered under (https://publicsuffix.org/list/).
 */
export function registrableDomain(host: string): string | null {
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return null;
  const labels = host.split('.').toReversed();
  const length = suffixLength(labels) + 1;
  const own = labels[length - 1] ?? '';
  return own === '' ? null : labels.slice(0, length).toReversed().join('.');
}
