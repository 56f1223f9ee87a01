import { isRecord } from '../../../lib/vault/shape.ts';

const MARK = '$is';
// What JSON has no word for.
const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

function marked(value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Uint8ClampedArray)
    return { [MARK]: 'bytes', base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value))
    return Array.from(value, (inner, place) => (place in value ? marked(inner) : { [MARK]: 'nothing' }));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, marked(inner)]));
  const word = [...words].find(([, one]) => Object.is(one, value));
  return word === undefined ? value : { [MARK]: word[0] };
}

function plainList(values: readonly unknown[]): readonly unknown[] {
  const list: unknown[] = values.map(plain);
  // A place of a list that holds nothing, not even `undefined`.
  for (const [place, value] of values.entries()) if (isRecord(value) && value[MARK] === 'nothing') delete list[place];
  return list;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return plainList(value);
  if (!isRecord(value)) return value;
  if (value[MARK] === 'bytes') return new Uint8Array(Buffer.from(String(value.base64), 'base64'));
  if (typeof value[MARK] === 'string') return words.get(value[MARK]);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

/** An input as a text that `inputOf` reads back: JSON with bytes, and with the numbers and `undefined` that JSON lacks. */
export const textOfInput = (input: unknown): string => JSON.stringify(marked(input), null, 2);

/** The input that a text stands for. */
export const inputOf = (text: string): unknown => plain(JSON.parse(text));
