import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sealBackup } from '../../lib/backup/seal-backup.ts';
import { cases, seed } from '../support/chance.ts';
import { kek, makeBackup, makeLocks, openedBy, otherKek } from '../unit/backup/backup-samples.ts';
import { anyContent, randomBytes, sampleEntry } from '../unit/vault/samples.ts';

it(`a backup opens to what was sealed, for any accounts (seed ${seed})`, async () => {
  const locks = await makeLocks();
  await fc.assert(
    fc.asyncProperty(anyContent, async ({ entries }) => {
      const sealed = await sealBackup(entries, { locks, nowUnixMs: 1, randomBytes, readBack: { kek } });
      expect(sealed.ok && (await openedBy(sealed.value, kek))).toEqual(entries);
    }),
    { numRuns: cases(1_000), seed },
  );
});

it('a backup with any single bit flipped gives its accounts, or is damaged', async () => {
  const accounts = [sampleEntry('one')];
  const text = await makeBackup(accounts);
  for (let bit = 0; bit < text.length * 8; bit += 1) {
    const at = bit >> 3;
    const other = String.fromCharCode(text.charCodeAt(at) ^ (1 << (bit & 7)));
    const flipped = text.slice(0, at) + other + text.slice(at + 1);
    const opened = await openedBy(flipped, kek);
    if (opened !== 'damaged') expect([accounts, { touched: accounts }]).toContainEqual(opened);
    expect(await openedBy(flipped, otherKek)).toBe('damaged');
  }
});
