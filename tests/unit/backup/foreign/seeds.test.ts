import { expect, it } from 'vitest';
import { readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import { reading } from './accounts.ts';
import { foreignSeeds } from './seeds.ts';

it('has files that bring accounts, for tests/fuzz/foreign.test.ts to damage', async () => {
  for (const { name, bytes, passphrase } of foreignSeeds) {
    const { outcome } = await readForeign(new Uint8Array(bytes), { ...reading(passphrase), costly: false });
    expect(outcome.ok && outcome.value.items.filter(({ kind }) => kind === 'account').length, name).toBeGreaterThan(0);
  }
});
