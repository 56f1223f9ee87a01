import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encrypt } from '../../../lib/vault/aead.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { openVault, readHeader, readHeaderSoon, sealVault } from '../../../lib/vault/envelope.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { openSlot1 } from '../../../lib/vault/key-slots-1.ts';
import { forge, type Outer } from './forged.ts';
import { filled, leastScrypt, sampleContent, sampleHeader } from './samples.ts';

const dataKey = filled(32, 9);
const damaged = { ok: false, error: { kind: 'damaged' } };

describe('a sealed vault', () => {
  it('opens to what was sealed', async () => {
    const [header, content] = [sampleHeader(), sampleContent('one', 'two')];
    const sealed = await sealVault(header, content, dataKey);
    expect(readHeader(sealed)).toEqual({ ok: true, value: header });
    expect(await readHeaderSoon(sealed)).toEqual({ ok: true, value: header });
    expect(await openVault(sealed, dataKey)).toEqual({ ok: true, value: { header, content } });
  });

  it('shows neither secrets nor the number of accounts', async () => {
    const lengths = new Set<number>();
    for (const ids of [[], ['one'], ['one', 'two']]) {
      const sealed = await sealVault(sampleHeader(), sampleContent(...ids), dataKey);
      lengths.add(sealed.length);
      expect(sealed).not.toContain(toBase64(new TextEncoder().encode('12345678901234567890')));
    }
    expect(lengths.size).toBe(1);
  });

  it('is damaged where one of its texts is another than its checksum says', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    const outer: Outer = JSON.parse(sealed);
    const others = [
      { ...outer, format: 'doorcode-backup' },
      { ...outer, header: JSON.parse(await sealVault(sampleHeader(), sampleContent(), dataKey)).header },
      { ...outer, data: outer.data.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
      { ...outer, sha256: '0'.repeat(64) },
      { ...outer, sha256: undefined },
      { ...outer, more: '' },
    ].map((other) => JSON.stringify(other));
    for (const other of [...others, sealed.slice(0, -1), sealed.slice(1)]) {
      expect(readHeader(other)).toEqual(damaged);
      expect(await readHeaderSoon(other)).toEqual(damaged);
      expect(await openVault(other, dataKey)).toEqual({ ok: false, error: 'damaged' });
    }
  });

  it('of more than 64 MiB is damaged, though nothing but spaces follow it', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    const most = 64 * 2 ** 20;
    expect(readHeader(sealed.padEnd(most)).ok).toBe(true);
    expect(readHeader(sealed.padEnd(most + 1))).toEqual(damaged);
  });

  it('is damaged where its texts are no texts, or its header or data no base64, with a checksum that fits', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    for (const part of ['header', 'data'] as const) {
      for (const value of [1, null, 'not base64']) {
        const forged = forge(sealed, (outer) => Object.assign(outer, { [part]: value }));
        expect(await openVault(forged, dataKey)).toEqual({ ok: false, error: 'damaged' });
      }
    }
  });

  it('has a checksum of its texts in UTF-8, whatever letters they have', async () => {
    const forged = forge(await sealVault(sampleHeader(), sampleContent(), dataKey), (outer) => {
      outer.data = 'é€😀';
    });
    expect(readHeader(forged).ok).toBe(true);
    expect(await readHeaderSoon(forged)).toEqual(readHeader(forged));
    expect(await openVault(forged, dataKey)).toEqual({ ok: false, error: 'damaged' });
  });

  it('is never made with a nonce of another length than 12 bytes', async () => {
    const header = { ...sampleHeader(), nonce: toBase64(filled(11, 1)) };
    await expect(sealVault(header, sampleContent(), dataKey)).rejects.toThrow('a vault nonce is 12 bytes of base64');
  });

  it('whose content a newer version wrote says so, and one whose content is none is damaged', async () => {
    const header = sampleHeader();
    const bytes = new TextEncoder().encode(JSON.stringify(header));
    const withPlain = async (plain: string) => {
      const nonce = Uint8Array.from(atob(header.nonce), (letter) => letter.charCodeAt(0));
      const data = toBase64(await encrypt(dataKey, nonce, bytes, new TextEncoder().encode(plain)));
      return forge(await sealVault(header, sampleContent(), dataKey), (outer) => Object.assign(outer, { data }));
    };
    expect(await openVault(await withPlain('{"schema":99}'), dataKey)).toEqual({ ok: false, error: 'newer-version' });
    expect(await openVault(await withPlain('{"schema":8}'), dataKey)).toEqual({ ok: false, error: 'damaged' });
  });

  it('does not open with another key, or with the header of another vault', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    expect(await openVault(sealed, filled(32, 8))).toEqual({ ok: false, error: 'damaged' });
    const older: Outer = JSON.parse(await sealVault({ ...sampleHeader(), generation: 2 }, sampleContent(), dataKey));
    const exchanged = forge(sealed, (outer) => {
      outer.header = older.header;
    });
    expect(readHeader(exchanged).ok).toBe(true);
    expect(await readHeaderSoon(exchanged)).toEqual(readHeader(exchanged));
    expect(await openVault(exchanged, dataKey)).toEqual({ ok: false, error: 'damaged' });
  });

  it('of a newer version is told apart, whatever else its header holds', async () => {
    const sealed = await sealVault(sampleHeader(), sampleContent('one'), dataKey);
    const newer = forge(sealed, (outer) => {
      outer.header = btoa('{"version":3,"unheard":"of"}');
    });
    expect(readHeader(newer)).toEqual({ ok: false, error: { kind: 'newer-version', version: 3 } });
    expect(await readHeaderSoon(newer)).toEqual(readHeader(newer));
    expect(await openVault(newer, dataKey)).toEqual({ ok: false, error: 'newer-version' });
  });

  it('with a KDF out of bounds is damaged before anybody derives', async () => {
    const kdf = { name: 'scrypt', N: 2 ** 30, r: 8, p: 1, salt: toBase64(filled(16, 1)) } as const;
    const [locked] = sampleHeader().slots;
    if (locked === undefined) throw new Error('no slot');
    const header = { ...sampleHeader(), slots: [{ ...locked, kind: 'passphrase' as const, kdf }] };
    expect(readHeader(await sealVault(header, sampleContent(), dataKey))).toEqual(damaged);
    const bounded = { ...kdf, N: 2 ** 17 };
    const right = { ...sampleHeader(), slots: [{ ...locked, kind: 'passphrase' as const, kdf: bounded }] };
    expect(readHeader(await sealVault(right, sampleContent(), dataKey))).toEqual({ ok: true, value: right });
  });

  it('whose passphrases cost more together than one may is damaged before anybody derives', async () => {
    const [locked] = sampleHeader().slots;
    if (locked === undefined) throw new Error('no slot');
    const withSlots = (...all: readonly number[]) => {
      const kdfOf = (N: number) => ({ name: 'scrypt', N, r: 8, p: 4, salt: toBase64(filled(16, 1)) }) as const;
      const slots = all.map((N) => ({ ...locked, kind: 'passphrase' as const, kdf: kdfOf(N) }));
      return sealVault({ ...sampleHeader(), slots }, sampleContent(), dataKey);
    };
    expect(readHeader(await withSlots(2 ** 20)).ok).toBe(true);
    expect(readHeader(await withSlots(2 ** 19, 2 ** 18, 2 ** 18)).ok).toBe(true);
    expect(readHeader(await withSlots(2 ** 19, 2 ** 18, 2 ** 18, 2 ** 15))).toEqual(damaged);
  });

  it('of a time that no date can show is damaged, as whatever shows it would end by it', async () => {
    for (const time of ['createdUnixMs', 'writtenUnixMs'] as const) {
      const latest = { ...sampleHeader(), [time]: 8.64e15 };
      expect(readHeader(await sealVault(latest, sampleContent(), dataKey))).toEqual({ ok: true, value: latest });
      const beyond = { ...latest, [time]: 8.64e15 + 1 };
      expect(readHeader(await sealVault(beyond, sampleContent(), dataKey))).toEqual(damaged);
    }
  });

  it('of version 1 opens with its passphrase, and with this computer’s key', async () => {
    const keys = { passphrase: derivePassphraseKey('correct horse', leastScrypt), computer: filled(32, 3) };
    for (const kind of ['passphrase', 'computer'] as const) {
      const path = join(import.meta.dirname, `../../fixtures/vault/vault-1-${kind}.json`);
      const sealed = readFileSync(path, 'utf8').trim();
      const header = readHeader(sealed);
      if (!header.ok || header.value.version !== 1) throw new Error('not of version 1');
      const [slot] = header.value.slots;
      if (slot === undefined) throw new Error('no slot');
      expect(await openSlot1(slot, filled(32, 1), header.value.id)).toEqual({ ok: false, error: 'wrong-key' });
      const key = await openSlot1(slot, keys[kind], header.value.id);
      const opened = key.ok && (await openVault(sealed, key.value));
      expect(opened).toMatchObject({ ok: true, value: { content: sampleContent('one', 'two') } });
    }
  });

  it.each([undefined, null, 5, {}, [], '', '{}', 'null', '[]', '{"format":"doorcode-vault"}'])('is not %j', (value) => {
    expect(readHeader(value)).toEqual(damaged);
  });
});
