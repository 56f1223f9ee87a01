import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBackup, readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { sealBackup, WRITER } from '../../../lib/backup/seal-backup.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { createLock, type SlotLock } from '../../../lib/vault/key-slots.ts';
import { anyContent, filled, leastScrypt, randomBytes, sampleEntry } from '../vault/samples.ts';
import { emergencyKek, headerOf, kek, makeBackup, makeLocks, openedBy, otherKek, outerOf } from './backup-samples.ts';

const one = sampleEntry('one');
const nowUnixMs = 1_700_000_000_000;

describe('a backup file', () => {
  it('opens to what was sealed, by the passphrase and by the emergency key', async () => {
    const locks = await makeLocks();
    await fc.assert(
      fc.asyncProperty(anyContent, async ({ entries }) => {
        const text = await makeBackup(entries, locks);
        expect(await openedBy(text, kek, 0)).toEqual(entries);
        expect(await openedBy(text, emergencyKek, 1)).toEqual(entries);
      }),
      { numRuns: 50 },
    );
  });

  it('says what can open it and when it was made, without a key', async () => {
    const text = await makeBackup();
    expect(readBackupHeader(text)).toEqual({
      ok: true,
      value: {
        slots: [
          { index: 0, kind: 'passphrase', kdf: leastScrypt },
          { index: 1, kind: 'recovery', salt: headerOf(text).slots[1]?.salt },
        ],
        createdUnixMs: nowUnixMs,
        intact: true,
      },
    });
    const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(WRITER.toLowerCase()).toBe(`${name} ${version}`);
    expect(headerOf(text).app).toBe(WRITER);
  });

  it('has a size that is the same for one account and for two', async () => {
    const length = async (...ids: string[]) => String(outerOf(await makeBackup(ids.map(sampleEntry))).data).length;
    expect(await length('one', 'two')).toBe(await length('one'));
  });

  it('shares no key, no nonce and no identifier with another file of the same accounts', async () => {
    const [first, second] = [headerOf(await makeBackup()), headerOf(await makeBackup())];
    for (const name of ['id', 'nonce']) expect(first[name]).not.toBe(second[name]);
    expect(first.slots[0]?.encapsulated).not.toBe(second.slots[0]?.encapsulated);
  });

  it('opens by both spellings of a passphrase (NFC and NFD)', async () => {
    const composed = derivePassphraseKey('pässword', leastScrypt);
    const text = await makeBackup(
      [one],
      [await createLock({ kind: 'passphrase', id: '3'.repeat(32), kdf: leastScrypt }, composed)],
    );
    expect(await openedBy(text, derivePassphraseKey('pa\u0308ssword', leastScrypt))).toEqual([one]);
  });

  it('opens after other white space, and with CRLF, as mail leaves it', async () => {
    const text = (await makeBackup()).replaceAll('\n', '\r\n  ');
    expect(await openedBy(text, kek)).toEqual([one]);
  });

  it('cannot be written by who knows only the public half of a slot', async () => {
    const [lock] = await makeLocks();
    const text = await makeBackup([one], [{ ...lock, psk: randomBytes(32) }]);
    expect(await openedBy(text, kek)).toBe('altered');
  });
});

describe('writing a backup file', () => {
  const seal = (locks: readonly SlotLock[], readBack: { readonly kek: typeof kek } | null, entries = [one]) =>
    sealBackup(entries, { locks, nowUnixMs, randomBytes, readBack });
  const refused = { ok: false, error: 'unacceptable' };

  it('reads it back by the key at hand, whichever slot it is of', async () => {
    const locks = await makeLocks();
    expect(await seal(locks, { kek })).toMatchObject({ ok: true });
    expect(await seal(locks, { kek: emergencyKek })).toMatchObject({ ok: true });
    expect(await seal(locks, { kek: otherKek })).toEqual(refused);
  });

  it('gives none that its own key would not open', async () => {
    const [lock] = await makeLocks();
    expect(await seal([{ ...lock, psk: filled(32, 1) }], { kek })).toEqual(refused);
  });

  it('gives none that our own reader refuses', async () => {
    const [lock] = await makeLocks();
    const greedy = await createLock({ kind: 'passphrase', id: '1'.repeat(32), kdf: { ...leastScrypt, N: 2 } }, kek);
    expect(await seal([greedy], null)).toEqual(refused);
    expect(await seal([], null)).toEqual(refused);
    expect(
      await seal(
        Array.from({ length: 17 }, () => lock),
        null,
      ),
    ).toEqual(refused);
    expect(await seal([lock], null, [one, one])).toEqual(refused);
    expect(await seal([lock], null, [{ ...one, issuer: 'x'.repeat(4_097) }])).toEqual(refused);
  });

  it('gives none of a computer, which no other computer could open', async () => {
    expect(await seal([await createLock({ kind: 'computer', id: '4'.repeat(32) }, kek)], { kek })).toEqual(refused);
  });
});

describe('a backup file of version 1', () => {
  const text = readFileSync('tests/fixtures/backup/backup-1.json', 'utf8');
  const header = readBackupHeader(text);
  const slot = header.ok ? header.value.slots[0] : undefined;

  it('still opens', async () => {
    if (slot?.kind !== 'passphrase' || slot.kdf.name !== 'scrypt') throw new Error('no passphrase');
    const opened = await openBackup(text, { slotIndex: 0, kek: derivePassphraseKey('correct horse', slot.kdf) });
    expect(opened).toMatchObject({ ok: true, value: { intact: true, createdUnixMs: nowUnixMs } });
    const ids = opened.ok ? opened.value.items.map((item) => item.kind === 'entry' && item.entry.id) : [];
    expect(ids).toEqual(['one', 'two']);
  });

  it('tells its faults apart', async () => {
    if (slot?.kind !== 'passphrase' || slot.kdf.name !== 'scrypt') throw new Error('no passphrase');
    const right = derivePassphraseKey('correct horse', slot.kdf);
    expect(await openedBy(text, otherKek)).toBe('wrong-passphrase');
    expect(await openedBy(text.slice(0, -100), right)).toBe('damaged');
    expect(await openedBy(text.replace(/"sha256": "../, '"sha256": "zz'), otherKek)).toBe('damaged');
    expect(await openedBy(text.replace(/"sha256": "../, '"sha256": "zz'), right)).toMatchObject({ touched: {} });
    expect(await openedBy(text.replace('"version": 1', '"version": 2'), right)).toBe('damaged');
    expect(await openedBy(text.replace(/"data": "..../, '"data": "AAAA'), right)).toBe('damaged');
  });
});
