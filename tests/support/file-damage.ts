import type { Chance } from './chance.ts';

const nasty = [
  '',
  '\u0000',
  '"',
  '{',
  '}',
  '[',
  ']',
  ',',
  '<',
  '&#x110000;',
  '%zz',
  '=',
  '\ud800',
  '__proto__',
  ' '.repeat(300),
  '='.repeat(300),
];

/** Bytes with one to four faults: changed, cut out, doubled, exchanged for others' or for something nasty. */
export function damagedFile(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  let out = Buffer.from(bytes);
  for (let faults = 1 + chance.below(4); faults > 0; faults -= 1) {
    const at = chance.below(out.length + 1);
    const length = chance.below(1 + chance.pick([1, 4, 64, 400]));
    const from = chance.below(other.length + 1);
    const middle = chance.pick([
      Buffer.alloc(0),
      Buffer.from([chance.below(256)]),
      Buffer.concat(Array.from({ length: 2 + chance.below(30) }, () => out.subarray(at, at + length))),
      Buffer.from(chance.pick(nasty)),
      Buffer.from(other.subarray(from, from + length)),
    ]);
    out = Buffer.concat([out.subarray(0, at), middle, out.subarray(at + length)]);
  }
  return new Uint8Array(out);
}

const values: readonly ((inner: unknown) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 0.5,
  () => 1e308,
  () => 2 ** 53,
  () => '',
  () => 'NaN',
  () => '\ud800',
  () => '\u202e'.repeat(700),
  () => 'A'.repeat(3_000),
  () => [],
  () => ({ toString: 1, valueOf: 1 }),
  () => JSON.parse('{"__proto__":{"secret":"AAAA","type":"totp"}}'),
  (inner) => [inner],
  (inner) => ({ inner }),
  (inner) => (typeof inner === 'object' ? 'text' : String(inner)),
  (inner) => Array.from({ length: 40 }, () => inner),
  (inner) => Array.from({ length: 70 }).reduce((deep) => [deep], inner),
];

/** A JSON text with one to three values exchanged, taken away or doubled, at any depth; null for what is no JSON. */
export function damagedJson(text: string, chance: Chance): string | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  for (let faults = 1 + chance.below(3); faults > 0; faults -= 1) {
    if (typeof root !== 'object' || root === null) break;
    let holder: object = root;
    for (let depth = chance.below(7); depth > 0; depth -= 1) {
      const inner: unknown = Reflect.get(holder, chance.pick([...Object.keys(holder), 'none']));
      if (typeof inner === 'object' && inner !== null) holder = inner;
    }
    const name = chance.pick([...Object.keys(holder), 'secret', 'constructor']);
    if (chance.below(4) === 0) Reflect.deleteProperty(holder, name);
    else Reflect.set(holder, name, chance.pick(values)(Reflect.get(holder, name)));
  }
  const out = JSON.stringify(root) ?? '';
  // Names that stand twice, as no writer of JSON makes them.
  return chance.below(10) === 0 ? out.replace('{', '{"secret":1,"secret":"AAAA",') : out;
}
