import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dataKeyOf, ownerOf } from '../lib/backup/backup-2.ts';
import { backupChecksum } from '../lib/backup/backup-outer.ts';
import { encodePayload } from '../lib/backup/backup-payload.ts';
import { sealBackup } from '../lib/backup/seal-backup.ts';
import type { Bytes } from '../lib/otp/parameters.ts';
import { toBase64, toHex } from '../lib/vault/base64.ts';
import type { Entry } from '../lib/vault/entry.ts';
import { deriveFileKey } from '../lib/vault/file-key.ts';
import { deriveKeyPair } from '../lib/vault/hpke.ts';
import { DEFAULT_SCRYPT_COST, type FileKdf } from '../lib/vault/kdf.ts';
import { createLock, openSlot } from '../lib/vault/key-slots.ts';
import { deriveRecoveryKey, formatRecoveryCode } from '../lib/vault/recovery-code.ts';

// Usage: make-vectors.ts. Made docs/vectors/backup-2.json once. Files in the field never change, so neither do their vectors.
const target = fileURLToPath(new URL('../docs/vectors/backup-2.json', import.meta.url));
if (existsSync(target)) throw new Error('docs/vectors/backup-2.json is frozen; a changed format is another version.');

let drawn = 0;
/** Repeatable, and so fit for vectors alone. */
function notRandom(count: number): Bytes {
  drawn += 1;
  return new Uint8Array(createHash('sha512').update(`doorcode vectors ${drawn}`).digest().subarray(0, count));
}

const passphrase = 'Hafengr\u00f6\u00dfe bei Tidenhub';
const code = notRandom(20);
const [scryptSalt, recoverySalt, argonSalt, pbkdf2Salt] = [16, 16, 16, 16].map((count) => notRandom(count));
const saltText = (salt: Bytes | undefined): string => toBase64(salt ?? new Uint8Array(0));

const common = {
  state: 'confirmed',
  replaces: null,
  createdUnixMs: 1_764_000_000_000,
  updatedUnixMs: 1_764_000_060_000,
} as const;
const entries: readonly Entry[] = [
  {
    ...common,
    id: toHex(notRandom(16)),
    issuer: 'Beispiel & S\u00f6hne',
    account: 'jane+codes@example.org',
    parameters: {
      type: 'totp',
      secret: new TextEncoder().encode('12345678901234567890'),
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
    },
    origins: ['https://portal.example'],
    backupCodes: [{ code: 'k0mp4-9x0tz', used: false }],
  },
  {
    ...common,
    id: toHex(notRandom(16)),
    issuer: 'Werft',
    account: 'jane',
    parameters: { type: 'totp', secret: notRandom(64), algorithm: 'SHA512', digits: 8, periodSeconds: 60 },
    origins: [],
    backupCodes: [],
  },
  {
    ...common,
    id: toHex(notRandom(16)),
    issuer: '',
    account: '\u6e2f\u53e3',
    parameters: { type: 'hotp', secret: notRandom(20), algorithm: 'SHA256', digits: 7, counter: 41 },
    origins: [],
    backupCodes: [],
  },
  {
    ...common,
    id: toHex(notRandom(16)),
    issuer: 'Steam',
    account: 'jane_plays',
    parameters: { type: 'steam', secret: notRandom(20) },
    origins: [],
    backupCodes: [],
    state: 'pending',
    keptUnconfirmed: true,
  },
];

async function fileFor(kdf: FileKdf): Promise<{ readonly text: string; readonly steps: Record<string, string> }> {
  const kek = await deriveFileKey(passphrase, kdf);
  const recoveryKek = deriveRecoveryKey(code, recoverySalt ?? new Uint8Array(0));
  const mine = await createLock({ kind: 'passphrase', id: toHex(notRandom(16)), kdf }, kek);
  const recovery = { kind: 'recovery', id: toHex(notRandom(16)), salt: saltText(recoverySalt) } as const;
  const emergency = await createLock(recovery, recoveryKek);
  const sealed = await sealBackup(entries, {
    // @ts-expect-error: we write scrypt alone, and stand in for other writers here
    locks: [mine, emergency],
    nowUnixMs: 1_764_000_120_000,
    randomBytes: notRandom,
    readBack: { kek },
  });
  if (!sealed.ok) throw new Error('not sealed');
  const { id, slots } = JSON.parse(atob(JSON.parse(sealed.value).header));
  const [opened, openedBy] = [
    await openSlot(slots[0], kek, ownerOf(id)),
    await openSlot(slots[1], recoveryKek, ownerOf(id)),
  ];
  if (!opened.ok || !openedBy.ok) throw new Error('not opened');
  const steps = {
    passphraseKey: toHex(kek),
    passphrasePsk: toHex(mine.psk),
    passphrasePrivateKey: toHex((await deriveKeyPair(kek)).privateKey),
    passphraseCheckKey: toHex(opened.value.checkKey),
    emergencyKey: toHex(recoveryKek),
    emergencyPsk: toHex(emergency.psk),
    emergencyPrivateKey: toHex((await deriveKeyPair(recoveryKek)).privateKey),
    emergencyCheckKey: toHex(openedBy.value.checkKey),
    fileKey: toHex(opened.value.dataKey),
    dataKey: toHex(dataKeyOf(opened.value.dataKey)),
  };
  return { text: sealed.value, steps };
}

const scrypt = await fileFor({ ...DEFAULT_SCRYPT_COST, salt: saltText(scryptSalt) });
const argon2id = await fileFor({ name: 'argon2id', v: 19, m: 19_456, t: 2, p: 1, salt: saltText(argonSalt) });
const pbkdf2 = await fileFor({ name: 'pbkdf2-sha256', c: 600_000, salt: saltText(pbkdf2Salt) });

/** The text with fields exchanged and the checksum redone, as anybody can. */
function forged(changes: Record<string, unknown>): string {
  const outer = { ...JSON.parse(scrypt.text), ...changes };
  const sum = backupChecksum(outer.version, outer.help, outer.header, ...outer.check, outer.data);
  return JSON.stringify({ ...outer, sha256: sum });
}

const outer = JSON.parse(scrypt.text);
const [first, second] = outer.check;
const payload = JSON.parse(new TextDecoder().decode(encodePayload(entries)));
const vectors = {
  about: 'Test vectors of doorcode-backup version 2: docs/backup-format.md. Frozen.',
  passphrase,
  emergencyKey: formatRecoveryCode(code),
  entries: payload.entries,
  files: [
    { name: 'scrypt', ...scrypt },
    { name: 'argon2id', ...argon2id },
    { name: 'pbkdf2-sha256', ...pbkdf2 },
  ],
  // What each says to the passphrase above.
  verdicts: [
    { verdict: 'unrecognised', why: 'something else', text: '{"accounts":[]}' },
    { verdict: 'newer-version', why: 'version 3, intact', text: forged({ version: 3 }) },
    { verdict: 'damaged', why: 'cut short', text: scrypt.text.slice(0, 900) },
    {
      verdict: 'damaged',
      why: 'one letter of the data',
      text: scrypt.text.replace(
        outer.data.slice(40, 60),
        `${outer.data[40] === 'A' ? 'B' : 'A'}${outer.data.slice(41, 60)}`,
      ),
    },
    {
      verdict: 'damaged',
      why: 'N = 2^30',
      text: forged({ header: btoa(atob(outer.header).replace('"N":131072', `"N":${2 ** 30}`)) }),
    },
    { verdict: 'altered', why: 'two check values exchanged', text: forged({ check: [second, first] }) },
    {
      verdict: 'altered',
      why: 'another date in the header',
      text: forged({ header: btoa(atob(outer.header).replace('1764000120000', '1764000120001')) }),
    },
    { verdict: 'altered', why: 'the accounts of another file', text: forged({ data: JSON.parse(argon2id.text).data }) },
    { verdict: 'opens', why: 'the checksum alone is wrong', text: scrypt.text.replace(outer.sha256, '0'.repeat(64)) },
  ],
};
writeFileSync(target, `${JSON.stringify(vectors, null, 2)}\n`);
