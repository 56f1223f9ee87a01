import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeContent, encodeContent } from '../../../lib/vault/content.ts';
import { openVault, readHeader, sealVault } from '../../../lib/vault/envelope.ts';
import { anyContent, randomBytes, sampleHeader } from './samples.ts';

// Whole vaults by the dozen, so none of them is asked about every mutant (docs/mutation.md).
describe('any content', () => {
  it('comes back as it was, in a multiple of 1 KiB', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const plain = encodeContent(content);
        expect(plain.length % 1_024).toBe(0);
        expect(decodeContent(plain)).toEqual({ ok: true, value: content });
      }),
    );
  });

  it('opens to what was sealed in a vault', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const [key, header] = [randomBytes(32), sampleHeader()];
        const sealed = await sealVault(header, content, key);
        expect(readHeader(sealed)).toEqual({ ok: true, value: header });
        expect(await openVault(sealed, key)).toEqual({ ok: true, value: { header, content } });
      }),
      { numRuns: 60 },
    );
  });
});
