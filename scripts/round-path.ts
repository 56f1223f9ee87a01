/** How many numbers each command of a path takes (SVG 2 §9.3). */
const takes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const number = String.raw`([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)`;
const numbersIn = new RegExp(number, 'gi');
// An arc's two flags may stand without anything between them.
const arcsIn = new RegExp(`${`${number}[\\s,]*`.repeat(3)}([01])[\\s,]*([01])[\\s,]*${number}[\\s,]*${number}`, 'gi');

/** One command with the numbers of one step, its places counted from the corner of the picture. */
export type Step = { readonly command: string; readonly numbers: readonly number[] };

const isRelative = (command: string): boolean => command !== command.toUpperCase();
const isPlace = (kind: string, at: number): boolean => kind !== 'A' || at > 4;
const isAcross = (kind: string, at: number): boolean => kind !== 'V' && (kind === 'A' ? at === 5 : at % 2 === 0);

function written(command: string, rest: string): readonly Step[] {
  const each = takes[command.toUpperCase()] ?? 0;
  if (each === 0) return [{ command, numbers: [] }];
  const found = command.toUpperCase() === 'A' ? rest.matchAll(arcsIn) : rest.matchAll(numbersIn);
  const numbers = [...found].flatMap(([, ...each]) => each.map(Number));
  if (numbers.length === 0 || numbers.length % each !== 0) throw new Error(`no path: ${command}${rest}`);
  return Array.from({ length: numbers.length / each }, (_, place) => ({
    // After the first pair of a move come lines.
    command: place === 0 ? command : command.replace('m', 'l').replace('M', 'L'),
    numbers: numbers.slice(place * each, (place + 1) * each),
  }));
}

/** Where a step ends that begins at a place. */
function endOf({ command, numbers }: Step, [x, y]: readonly [number, number], start: readonly [number, number]) {
  const kind = command.toUpperCase();
  if (kind === 'Z') return start;
  const [last = 0, before = 0] = numbers.toReversed();
  return [kind === 'V' ? x : kind === 'H' ? last : before, kind === 'H' ? y : last] as const;
}

/** A path's steps, its places counted from the corner; throws for what is no path. */
export function stepsOf(path: string): readonly Step[] {
  let at: readonly [number, number] = [0, 0];
  let start = at;
  return [...path.matchAll(/([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi)]
    .flatMap(([, command = '', rest = '']) => written(command, rest))
    .map(({ command, numbers }) => {
      const kind = command.toUpperCase();
      const moved = (value: number, place: number): number =>
        isRelative(command) && isPlace(kind, place) ? value + at[isAcross(kind, place) ? 0 : 1] : value;
      const step = { command, numbers: numbers.map(moved) };
      at = endOf(step, at, start);
      if (kind === 'M') start = at;
      return step;
    });
}

/** Numbers as short as a path allows. */
const short = (numbers: readonly number[], digits: number): string =>
  numbers.reduce((text, value) => {
    const next = String(Number(value.toFixed(digits))).replace(/^(-?)0\./, '$1.');
    const isParted = text === '' || next.startsWith('-') || (next.startsWith('.') && /\.\d*$/.test(text));
    return isParted ? text + next : `${text} ${next}`;
  }, '');

/**
 * A path with its places rounded, in its own commands: each is rounded from where it was, so that no error grows.
 * @param digits decimals that are kept
 */
export function roundedPath(path: string, digits: number): string {
  let at: readonly [number, number] = [0, 0];
  let start = at;
  let before = '';
  return stepsOf(path)
    .map(({ command, numbers }) => {
      const kind = command.toUpperCase();
      // The flags of an arc are whole, so that rounding leaves them.
      const rounded = { command, numbers: numbers.map((value) => Number(value.toFixed(digits))) };
      const from = (place: number): number =>
        isRelative(command) && isPlace(kind, place) ? at[isAcross(kind, place) ? 0 : 1] : 0;
      const text = short(
        rounded.numbers.map((value, place) => value - from(place)),
        digits,
      );
      at = endOf(rounded, at, start);
      if (kind === 'M') start = at;
      const isSame = command === before && kind !== 'M';
      before = command;
      return isSame && kind !== 'Z' ? text.replace(/^(?!-)/, ' ') : command + text;
    })
    .join('');
}
