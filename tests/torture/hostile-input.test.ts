import { beforeAll, describe, expect, it } from 'vitest';
import { openBackup, readBackupHeader } from '../../lib/backup/doorcode-backup.ts';
import { sealBackup } from '../../lib/backup/seal-backup.ts';
import { decodeContentRequest, decodePageRequest } from '../../lib/messages/decode.ts';
import { formatKeyUri, parseKeyUri } from '../../lib/otp/key-uri.ts';
import { parseMigration } from '../../lib/otp/migration.ts';
import { readProtobuf } from '../../lib/otp/protobuf.ts';
import { emptyContent } from '../../lib/vault/content.ts';
import { openVault, readHeader } from '../../lib/vault/envelope.ts';
import { createLock } from '../../lib/vault/key-slots.ts';
import { cases, chanceFrom, seed } from '../support/chance.ts';
import { damage, damagedBytes, damagedValue } from './damage.ts';
import { sealSample } from './sealed-sample.ts';

const limitMs = 50;
const key = new Uint8Array(32).fill(7);
const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: btoa('0123456789abcdef') } as const;

const keyUri = formatKeyUri({
  issuer: 'Häfen & Söhne',
  account: 'someone@example.com',
  parameters: { type: 'totp', secret: new Uint8Array(20).fill(9), algorithm: 'SHA256', digits: 8, periodSeconds: 45 },
});
// Three accounts, by hand from the MigrationPayload's fields: secret, name, issuer, algorithm, digits, type, counter.
const payload = Uint8Array.from([
  ...[
    10, 32, 10, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 5, 97, 64, 98, 46, 99, 26, 3, 65, 66, 67, 32, 1, 40, 1, 48, 2,
    56, 0,
  ],
  ...[10, 16, 10, 4, 1, 2, 3, 4, 18, 2, 97, 98, 32, 2, 40, 2, 48, 1, 56, 7],
  ...[16, 1, 24, 1, 32, 0, 40, 123],
]);
const migration = `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...payload)))}`;
const content = emptyContent;
const requests: readonly unknown[] = [
  { kind: 'vault-state' },
  {
    kind: 'found-texts',
    tabId: 3,
    from: 'https://a.example',
    texts: [keyUri, migration],
    shownKeys: ['GEZDGNBVGY3TQOJQ'],
    screenshot: false,
  },
  { kind: 'add-found', tabId: 3, shown: 'f1', index: 0, choice: 'keep-both', replaces: null },
  {
    kind: 'create-vault',
    keys: { passphrase: { kdf, kekBase64: btoa('k'.repeat(32)) }, recovery: 'remove', computer: 'remove' },
    replacing: false,
  },
  { kind: 'set-auto-lock', minutes: 5 },
  { kind: 'preview-restore', text: '{}', kekBase64: btoa('k'.repeat(32)) },
  { kind: 'accept-restore', text: '{}', kekBase64: btoa('k'.repeat(32)), shown: 's', beside: [0, 2] },
  { kind: 'preview-import', accounts: [{ uri: keyUri, group: 'Work', pinned: true }], readUnixMs: 1 },
  {
    kind: 'accept-import',
    accounts: [{ uri: keyUri, group: null, pinned: false }],
    readUnixMs: 1,
    shown: 's',
    beside: [0, 2],
  },
  { kind: 'export-file', format: 'aegis-sealed', key: { kdf, kekBase64: btoa('k'.repeat(32)) }, proof: null },
];

let backup = '';
let vault = '';
beforeAll(async () => {
  const lock = await createLock({ kind: 'passphrase', id: 'c'.repeat(32), kdf }, key);
  const sealed = await sealBackup(content.entries, {
    locks: [lock],
    nowUnixMs: 1_700_000_000_000,
    randomBytes: (length) => new Uint8Array(length).fill(3),
    readBack: { kek: key },
  });
  if (!sealed.ok) throw new Error('the sample backup was not sealed');
  backup = sealed.value;
  vault = (await sealSample(content, key)).text;
});

/** Feeds damaged input; nothing may throw, and nothing may take 50 ms of its own, which a busy machine may take. */
const feed = async <T>(count: number, make: (index: number) => T, read: (input: T) => unknown): Promise<void> => {
  for (let index = 0; index < count; index += 1) {
    const input = make(index);
    let fastestMs = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 5 && fastestMs >= limitMs; attempt += 1) {
      const startMs = performance.now();
      try {
        await read(input);
      } catch (error) {
        expect.fail(`case ${index} of seed ${seed} threw ${error instanceof Error ? error.message : 'something'}`);
      }
      fastestMs = Math.min(fastestMs, performance.now() - startMs);
    }
    if (fastestMs >= limitMs) expect.fail(`case ${index} of seed ${seed} took ${fastestMs.toFixed(0)} ms`);
  }
};

describe(`damaged and hostile input (seed ${seed})`, () => {
  const chance = chanceFrom(seed);

  it('is accepted while it is whole, so that damage starts from something real', async () => {
    expect(parseKeyUri(keyUri).ok).toBe(true);
    const parsed = parseMigration(migration);
    expect(parsed.ok && parsed.value.accounts.length).toBe(2);
    expect((await openBackup(backup, { slotIndex: 0, kek: key })).ok).toBe(true);
    expect(readHeader(vault)).toMatchObject({ ok: true, value: { version: 2 } });
    expect((await openVault(vault, key)).ok).toBe(true);
    for (const request of requests) expect(decodePageRequest(request).ok, JSON.stringify(request)).toBe(true);
  });

  it('never makes the key URI parser throw or dawdle', () =>
    feed(cases(300_000), () => damage(keyUri, chance), parseKeyUri));

  it('never makes the migration reader throw or dawdle', () =>
    feed(cases(200_000), () => damage(migration, chance), parseMigration));

  it('never makes the protobuf reader throw or dawdle', () =>
    feed(cases(500_000), () => damagedBytes(payload, chance), readProtobuf));

  it('never makes the backup reader throw or dawdle', () =>
    feed(
      cases(30_000),
      () => damage(backup, chance),
      async (text) => {
        readBackupHeader(text);
        await openBackup(text, { slotIndex: 0, kek: key });
      },
    ));

  it('never makes the vault reader throw or dawdle', () =>
    feed(
      cases(60_000),
      () => damage(vault, chance),
      async (text) => {
        readHeader(text);
        await openVault(text, key);
      },
    ));

  it('never makes the message decoders throw or dawdle', () =>
    feed(
      cases(300_000),
      () => damagedValue(chance.pick(requests), chance),
      (message) => {
        decodePageRequest(message);
        decodeContentRequest(message);
      },
    ));
});
