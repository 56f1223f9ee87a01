import { describe, expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import { openVault, readHeader, readHeaderSoon, sealVault } from '../../../lib/vault/envelope.ts';
import { forge, type Outer } from './forged.ts';
import { filled, sampleContent, sampleHeader } from './samples.ts';

const dataKey = filled(32, 9);
const damaged = { ok: false, error: { kind: 'damaged' } };

function flipped(base64: string, bit: number): string {
  const bytes = fromBase64(base64);
  if (bytes === null) throw new Error('not base64');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return toBase64(bytes);
}

// Thousands of damaged vaults each, so none of them is asked about every mutant (docs/mutation.md).
describe('a sealed vault', () => {
  it('is damaged by any single flipped bit of its text', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    let rejected = 0;
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const at = bit >> 3;
      const other = String.fromCharCode(sealed.charCodeAt(at) ^ (1 << (bit & 7)));
      const verdict = readHeader(sealed.slice(0, at) + other + sealed.slice(at + 1));
      if (!verdict.ok && verdict.error.kind === 'damaged') rejected += 1;
    }
    expect(rejected).toBe(sealed.length * 8);
  });

  it('is rejected after any flipped bit of header or data, even with the checksum redone', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    const outer: Outer = JSON.parse(sealed);
    for (const part of ['header', 'data'] as const) {
      const bits = (fromBase64(outer[part])?.length ?? 0) * 8;
      expect(bits).toBeGreaterThan(1_000);
      const opened = await Promise.all(
        Array.from({ length: bits }, (_, bit) =>
          openVault(
            forge(sealed, (changed) => {
              changed[part] = flipped(changed[part], bit);
            }),
            dataKey,
          ),
        ),
      );
      expect(opened.filter(({ ok }) => ok)).toEqual([]);
    }
  });

  it('is damaged when cut at any place', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(readHeader(sealed.slice(0, length))).toEqual(damaged);
      expect(await readHeaderSoon(sealed.slice(0, length))).toEqual(damaged);
    }
  });
});
