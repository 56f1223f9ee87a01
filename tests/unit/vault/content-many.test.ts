import { describe, expect, it } from 'vitest';
import { decodeContent, encodeContent } from '../../../lib/vault/content.ts';
import { sampleContent } from './samples.ts';

const json = JSON.parse(new TextDecoder().decode(encodeContent(sampleContent('one'))));
const [entry] = json.entries;
const isWhole = (change: object) =>
  decodeContent(new TextEncoder().encode(JSON.stringify({ ...json, entries: [], ...change }))).ok;

// Seconds for each list, so none of them is asked about every mutant (docs/mutation.md).
describe('content of a vault', () => {
  it.each<[string, (items: readonly object[]) => object]>([
    ['accounts', (entries) => ({ entries })],
    [
      'removed accounts',
      (items) => ({ trash: items.map((one) => ({ entry: one, trashedUnixMs: 1, trashedAtMs: 1 })) }),
    ],
    [
      'accounts of a saved copy',
      (items) => {
        const accounts = items.map((_, at) => ({ id: `e${at}`, mark: '0123456789abcdef' }));
        return { saved: { last: { unixMs: 1, accounts }, automatic: null } };
      },
    ],
  ])('has at most 10 000 %s', (_name, of) => {
    const items = (length: number) => Array.from({ length }, (_, at) => ({ ...entry, id: `e${at}` }));
    expect(isWhole(of(items(10_000)))).toBe(true);
    expect(isWhole(of(items(10_001)))).toBe(false);
  });
});
