import { describe, expect, it, vi } from 'vitest';
import { openBackup, readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { leastScrypt, randomBytes, sampleEntry } from '../vault/samples.ts';
import {
  emergencyKek,
  forged,
  forgedHeader,
  headerOf,
  kek,
  makeBackup,
  makeLocks,
  openedBy,
  otherKek,
  outerOf,
} from './backup-samples.ts';

const accounts = [sampleEntry('one')];
const withBit = (text: string, at: number): string =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 7))) + text.slice(at + 1);

describe('one bit flipped in each byte', () => {
  it('gives the accounts or a refusal, and never asks the right passphrase for another', async () => {
    const text = await makeBackup();
    const counts = new Map<string, number>();
    for (let at = 0; at < text.length; at += 1) {
      const opened = await openedBy(withBit(text, at), kek);
      if (typeof opened !== 'string') expect([accounts, { touched: accounts }]).toContainEqual(opened);
      const name = typeof opened === 'string' ? opened : 'opened';
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    // Whatever the bit was in, an accident is neither an attack nor a newer Doorcode.
    expect([...counts.keys()].toSorted()).toEqual(['damaged', 'opened']);
  });

  it('is damage to a wrong passphrase, which is not blamed', async () => {
    const text = await makeBackup();
    for (let at = 0; at < text.length; at += 1) expect(await openedBy(withBit(text, at), otherKek)).toBe('damaged');
  });
});

describe('a backup file cut short', () => {
  it('is damaged at every length that names the format', async () => {
    const text = (await makeBackup()).trimEnd();
    const named = text.indexOf('doorcode-backup') + 'doorcode-backup'.length;
    for (let length = 0; length < text.length; length += 1) {
      const verdict = readBackupHeader(text.slice(0, length));
      expect(verdict).toEqual({ ok: false, error: length < named ? 'unrecognised' : 'damaged' });
    }
  });
});

describe('verdicts', () => {
  it('tell the faults of an intact file apart', async () => {
    const text = await makeBackup();
    expect(await openedBy(text, kek)).toEqual(accounts);
    expect(await openedBy(text, otherKek)).toBe('wrong-passphrase');
    expect(await openedBy(text, emergencyKek)).toBe('wrong-passphrase');
    expect(await openedBy(text, kek, 9)).toBe('wrong-passphrase');
    for (const foreign of ['', 'hello', '{"a":1}', '[]', 'null', '7']) {
      expect(await openedBy(foreign, kek)).toBe('unrecognised');
    }
    expect(await openedBy(forged(text, { version: 3 }), kek)).toBe('newer-version');
    expect(await openedBy('{"format":"doorcode-backup","version":3,"body":1}', kek)).toBe('newer-version');
    expect(await openedBy(forged(text, { data: toBase64(randomBytes(1_040)) }), kek)).toBe('altered');
  });

  it('call a file with our fields and another name or version damaged', async () => {
    const text = await makeBackup();
    for (const changes of [{ format: 'door' }, { format: null }, { version: '2' }, { version: 0 }, { version: 3 }]) {
      expect(await openedBy(JSON.stringify({ ...outerOf(text), ...changes }), kek)).toBe('damaged');
    }
    expect(await openedBy(forged(text, { version: 1 }), kek)).toBe('damaged');
    expect(await openedBy(text.replace('doorcode-backup', 'doorcode-"ackup'), kek)).toBe('damaged');
  });

  it('open a file whose checksum alone is wrong, and say so', async () => {
    const text = JSON.stringify({ ...outerOf(await makeBackup()), sha256: '', help: 'Reworded by a mail program.' });
    expect(await openedBy(text, kek)).toEqual({ touched: accounts });
    expect(await openedBy(text, otherKek)).toBe('damaged');
  });

  it('open by one slot what was damaged in the check value of another', async () => {
    const outer = outerOf(await makeBackup());
    const text = JSON.stringify({ ...outer, check: [outer.check[0], 'x'] });
    expect(await openedBy(text, kek, 0)).toEqual({ touched: accounts });
    expect(await openedBy(text, emergencyKek, 1)).toBe('damaged');
  });
});

describe('a file forged with its checksum redone', () => {
  it('releases nothing when a slot was put in from another file', async () => {
    const [text, other] = [await makeBackup(), await makeBackup([sampleEntry('two')])];
    const swapped = forgedHeader(text, { slots: headerOf(other).slots }, outerOf(other).check);
    expect(await openedBy(swapped, kek)).toBe('altered');
    expect(await openedBy(forged(text, { data: outerOf(other).data }), kek)).toBe('altered');
    expect(await openedBy(forged(text, { check: outerOf(other).check }), kek)).toBe('altered');
  });

  it('releases nothing when slots were reordered, removed or added', async () => {
    const text = await makeBackup();
    const [[mine, emergency], [myCheck = '', otherCheck = '']] = [headerOf(text).slots, outerOf(text).check];
    expect(await openedBy(forgedHeader(text, { slots: [emergency, mine] }, [otherCheck, myCheck]), kek, 1)).toBe(
      'altered',
    );
    expect(await openedBy(forgedHeader(text, { slots: [mine] }, [myCheck]), kek)).toBe('altered');
    const [added] = await makeLocks();
    const extra = headerOf(await makeBackup(accounts, [{ ...added, psk: otherKek }])).slots;
    const grown = forgedHeader(text, { slots: [mine, emergency, ...extra] }, [myCheck, otherCheck, myCheck]);
    expect(await openedBy(grown, kek)).toBe('altered');
    expect(await openedBy(forgedHeader(text, { slots: [mine] }), kek)).toBe('damaged');
  });

  it('releases nothing when any field of the header was changed', async () => {
    const text = await makeBackup();
    const changes = [
      { createdUnixMs: 1 },
      { app: 'Other' },
      { pad: 1 },
      { id: 'f'.repeat(32) },
      { nonce: toBase64(randomBytes(12)) },
      { crit: ['tags'] },
      { more: 1 },
    ];
    for (const change of changes) expect(await openedBy(forgedHeader(text, change), kek)).toBe('altered');
  });

  it('asks for a newer Doorcode where the header has a key that may not be ignored', async () => {
    const text = forgedHeader(await makeBackup(), { zip: 'deflate', crit: ['zip'] });
    expect(readBackupHeader(text)).toEqual({ ok: false, error: 'newer-version' });
  });
});

describe('bounds', () => {
  const greedy: readonly Readonly<Record<string, unknown>>[] = [
    { ...leastScrypt, N: 2 ** 21 },
    { ...leastScrypt, N: 2 ** 10 },
    { ...leastScrypt, r: 32 },
    { ...leastScrypt, p: 16 },
    { name: 'argon2id', v: 19, m: 2 ** 20 + 1, t: 1, p: 1, salt: leastScrypt.salt },
    { name: 'argon2id', v: 19, m: 2 ** 20, t: 9, p: 1, salt: leastScrypt.salt },
    { name: 'argon2id', v: 19, m: 8, t: 1, p: 1, salt: leastScrypt.salt },
    { name: 'argon2id', v: 19, m: 65_536, t: 65, p: 1, salt: leastScrypt.salt },
    { name: 'argon2id', v: 19, m: 65_536, t: 3, p: 17, salt: leastScrypt.salt },
    { name: 'argon2id', v: 16, m: 65_536, t: 3, p: 1, salt: leastScrypt.salt },
    { name: 'pbkdf2-sha256', c: 10_000_001, salt: leastScrypt.salt },
    { name: 'pbkdf2-sha256', c: 599_999, salt: leastScrypt.salt },
    { name: 'pbkdf2-sha256', c: 600_000, salt: 'AAAA' },
    { name: 'bcrypt', salt: leastScrypt.salt },
  ];

  it.each(greedy)('refuse %j before anything is derived', async (kdf) => {
    const text = await makeBackup();
    const slots = [{ ...headerOf(text).slots[0], kdf }, headerOf(text).slots[1]];
    expect(readBackupHeader(forgedHeader(text, { slots }))).toEqual({ ok: false, error: 'damaged' });
  });

  it('refuse passphrases that cost more together than one may, before anything is derived', async () => {
    const text = await makeBackup();
    const [[mine, emergency], [check = '', other = '']] = [headerOf(text).slots, outerOf(text).check];
    const withCosts = (...costs: readonly number[]) => {
      const slots = costs.map((N) => ({ ...mine, kdf: { ...leastScrypt, N, p: 4 } }));
      return forgedHeader(text, { slots: [...slots, emergency] }, [...slots.map(() => check), other]);
    };
    expect(readBackupHeader(withCosts(2 ** 19, 2 ** 18, 2 ** 18)).ok).toBe(true);
    const over = withCosts(2 ** 19, 2 ** 18, 2 ** 18, 2 ** 15);
    expect(readBackupHeader(over)).toEqual({ ok: false, error: 'damaged' });
    expect(await openedBy(over, emergencyKek, 4)).toBe('damaged');
  });

  it('refuse too many slots, none, and a kind that no file has', async () => {
    const text = await makeBackup();
    const [[mine], [check = '']] = [headerOf(text).slots, outerOf(text).check];
    const { id, publicKey, encapsulated, key } = mine ?? {};
    const many = Array.from({ length: 17 }, () => mine);
    const all = [[], many, [{ kind: 'computer', id, publicKey, encapsulated, key }]];
    for (const slots of all) {
      const forgery = forgedHeader(
        text,
        { slots },
        slots.map(() => check),
      );
      expect(readBackupHeader(forgery)).toEqual({ ok: false, error: 'damaged' });
    }
  });

  it('refuse a file of 100 MB without reading it', async () => {
    const text = '{"format":"doorcode-backup"'.padEnd(100 * 2 ** 20);
    const parse = vi.spyOn(JSON, 'parse');
    expect(readBackupHeader(text)).toEqual({ ok: false, error: 'unrecognised' });
    expect(await openBackup(text, { slotIndex: 0, kek })).toEqual({ ok: false, error: 'unrecognised' });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });
});
