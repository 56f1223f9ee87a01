import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sealBackup } from '../../lib/backup/seal-backup.ts';
import { kek, makeLocks, openedBy } from '../unit/backup/backup-samples.ts';
import { anyContent, randomBytes } from '../unit/vault/samples.ts';
import { cases, seed } from './chance.ts';

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
