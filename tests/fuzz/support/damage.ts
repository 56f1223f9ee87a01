import type { Chance } from '../../support/chance.ts';

const nasty = [
  '',
  '\u0000',
  '\uFFFD',
  '\u202E',
  '%',
  '%00',
  '%zz',
  '&',
  '=',
  '?secret=A&secret=B',
  '{',
  '}',
  '"',
  '\\',
  '__proto__',
  '-1',
  '1e309',
  '9007199254740993',
  '𐀀',
  '\uD800',
  'A'.repeat(3000),
  '%C3%A9'.repeat(500),
] as const;

/** A text with one to four faults: cut, doubled, overwritten, exchanged characters, or something nasty put in. */
export function damage(text: string, chance: Chance): string {
  let damaged = text;
  for (let faults = 1 + chance.below(4); faults > 0; faults -= 1) {
    const at = chance.below(damaged.length + 1);
    const length = chance.below(1 + chance.pick([1, 4, 64]));
    const [before, after] = [damaged.slice(0, at), damaged.slice(at + length)];
    const middle = chance.pick([
      '',
      damaged.slice(at, at + length).repeat(2),
      chance.pick(nasty),
      String.fromCharCode(chance.below(0x10000)),
      String.fromCharCode(33 + chance.below(94)),
    ]);
    damaged = `${before}${middle}${after}`;
  }
  return damaged;
}

/** Bytes with up to five of them changed, then sometimes cut short or doubled. */
export function damagedBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  const damaged = Uint8Array.from(bytes);
  for (let faults = chance.below(6); faults > 0; faults -= 1)
    damaged[chance.below(damaged.length)] = chance.pick([0, 1, 0x7f, 0x80, 0xff, chance.below(256)]);
  const kept = damaged.subarray(0, chance.pick([damaged.length, chance.below(damaged.length + 1)]));
  return chance.below(10) === 0 ? Uint8Array.from([...kept, ...damaged]) : kept;
}

// Made anew each time: a later fault may change what an earlier one put in.
const values: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => true,
  () => Number.NaN,
  () => -1,
  () => 0.5,
  () => 2 ** 53,
  () => Number.POSITIVE_INFINITY,
  () => [],
  () => ({}),
  () => Object.create(null),
  () => 'x'.repeat(20_000),
  () => Array.from({ length: 200 }, () => ''),
  () => ({ toString: null, valueOf: null }),
];

/** A message with one to three of its values exchanged, taken away or added, at any depth. */
export function damagedValue(value: unknown, chance: Chance): unknown {
  const copy: unknown = structuredClone(value);
  for (let faults = 1 + chance.below(3); faults > 0; faults -= 1) {
    if (typeof copy !== 'object' || copy === null || chance.below(20) === 0) return chance.pick(values)();
    let holder: object = copy;
    for (let depth = chance.below(3); depth > 0; depth -= 1) {
      const inner: unknown = Reflect.get(holder, chance.pick([...Object.keys(holder), 'none']));
      if (typeof inner === 'object' && inner !== null) holder = inner;
    }
    const name = chance.pick([...Object.keys(holder), 'kind', 'constructor', 'extra']);
    if (chance.below(3) === 0) Reflect.deleteProperty(holder, name);
    else Reflect.set(holder, name, chance.pick(values)());
  }
  return copy;
}
