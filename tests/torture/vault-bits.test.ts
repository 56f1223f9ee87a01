import { describe, expect, it } from 'vitest';
import { openAnySlot } from '../../lib/app/vault-proof.ts';
import { openVault, readHeader } from '../../lib/vault/envelope.ts';
import { type Chance, cases, chanceFrom, seed } from '../support/chance.ts';
import { forge } from '../unit/vault/forged.ts';
import { filled, sampleContent } from '../unit/vault/samples.ts';
import { sealSample, slotKey } from './sealed-sample.ts';

const dataKey = filled(32, 9);
const count = cases(10_000);
const patience = { timeout: 3_600_000 };
const thousand = sampleContent(...Array.from({ length: 1_000 }, (_, index) => String(index).padStart(32, '0')));

/** A text with one bit of one of its bytes the other way round, at a place of chance. */
function flipped(text: string, chance: Chance): string {
  const bytes = Buffer.from(text, 'latin1');
  const at = chance.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
  return bytes.toString('latin1');
}

/** The same with the checksum that anybody can make, which a bit of the header or of the data was flipped under. */
function flippedInside(text: string, field: 'header' | 'data', chance: Chance): string {
  // A bit of the bytes themselves, or one of the letters that stand for them.
  const bytes = chance.below(2) === 0;
  return forge(text, (outer) => {
    const inside = bytes ? Buffer.from(outer[field], 'base64').toString('latin1') : outer[field];
    const changed = flipped(inside, chance);
    outer[field] = bytes ? Buffer.from(changed, 'latin1').toString('base64') : changed;
  });
}

describe(`a sealed vault of 1000 accounts with one bit changed (seed ${seed})`, () => {
  const chance = chanceFrom(seed);

  it('opens while it is whole, by every slot', async () => {
    const { header, text } = await sealSample(thousand, dataKey);
    console.log(`1000 accounts take ${Math.round(text.length / 1000)} kB`);
    for (const slot of header.slots) {
      const opened = await openAnySlot(slot, slotKey, header.id);
      expect(opened.ok && (await openVault(text, opened.value)).ok, slot.kind).toBe(true);
    }
  });

  it(`is rejected before any key is tried, ${count} times`, patience, async () => {
    const { text } = await sealSample(thousand, dataKey);
    for (let index = 0; index < count; index += 1) {
      const damaged = flipped(text, chance);
      if (readHeader(damaged).ok) expect.fail(`case ${index}: its header was read`);
      if ((await openVault(damaged, dataKey)).ok) expect.fail(`case ${index}: it opened`);
    }
  });

  it.each(['header', 'data'] as const)(
    `is rejected with the checksum made anew and the key at hand, ${count} times: its %s`,
    patience,
    async (field) => {
      const { text } = await sealSample(thousand, dataKey);
      for (let index = 0; index < count; index += 1)
        if ((await openVault(flippedInside(text, field, chance), dataKey)).ok) expect.fail(`case ${index}: it opened`);
    },
  );
});
