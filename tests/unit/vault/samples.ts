import fc from 'fast-check';
import type { Bytes, OtpParameters } from '../../../lib/otp/parameters.ts';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';
import type { Header2 } from '../../../lib/vault/header.ts';
import type { ScryptParameters } from '../../../lib/vault/kdf.ts';
import type { SlotDescription } from '../../../lib/vault/key-slots.ts';

/** `count` bytes of one value. */
export const filled = (count: number, value: number): Bytes => new Uint8Array(count).fill(value);

/** Random bytes of the platform. */
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

/** The least cost that the format takes. */
export const leastScrypt: ScryptParameters = { name: 'scrypt', N: 2 ** 15, r: 8, p: 1, salt: toBase64(filled(16, 7)) };

/** One TOTP account with the secret of RFC 6238's appendix B. */
export const sampleEntry = (id: string): Entry => ({
  id,
  issuer: 'Example',
  account: 'jane@example.org',
  parameters: {
    type: 'totp',
    secret: new TextEncoder().encode('12345678901234567890'),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
  },
  origins: ['https://example.org'],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 1_700_000_000_000,
  updatedUnixMs: 1_700_000_000_001,
});

/** Content of the entries with these identifiers. */
export const sampleContent = (...ids: string[]): VaultContent => ({ ...emptyContent, entries: ids.map(sampleEntry) });

/** A header with one computer slot of arbitrary bytes. */
export const sampleHeader = (): Header2 => ({
  version: 2,
  id: '0123456789abcdef0123456789abcdef',
  generation: 3,
  slots: [
    {
      kind: 'computer',
      id: 'fedcba9876543210fedcba9876543210',
      publicKey: toBase64(filled(32, 3)),
      encapsulated: toBase64(filled(32, 1)),
      key: toBase64(filled(48, 2)),
    },
  ],
  nonce: toBase64(randomBytes(12)),
  createdUnixMs: 1_700_000_000_000,
  writtenUnixMs: 1_700_000_000_002,
});

const secret = fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes): Bytes => new Uint8Array(bytes));
const algorithm = fc.constantFrom('SHA1', 'SHA256', 'SHA512');
const digits = fc.integer({ min: 1, max: 10 });
const parameters: fc.Arbitrary<OtpParameters> = fc.oneof(
  fc.record({ type: fc.constant('totp'), secret, algorithm, digits, periodSeconds: fc.integer({ min: 1, max: 9e5 }) }),
  fc.record({ type: fc.constant('hotp'), secret, algorithm, digits, counter: fc.maxSafeNat() }),
  fc.record({ type: fc.constant('steam'), secret }),
);
const unixMs = fc.integer({ min: 0, max: 8.64e15 });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
/** Any stored account. */
export const anyEntry: fc.Arbitrary<Entry> = fc.record(
  {
    id: fc.uuid(),
    issuer: text,
    account: text,
    parameters,
    origins: fc.array(fc.webUrl(), { maxLength: 3 }),
    state: fc.constantFrom('pending', 'confirmed', 'stale'),
    createdUnixMs: unixMs,
    updatedUnixMs: unixMs,
    backupCodes: fc.array(fc.record({ code: fc.string({ minLength: 1, maxLength: 64 }), used: fc.boolean() }), {
      maxLength: 16,
    }),
    replaces: fc.option(fc.uuid()),
    pinned: fc.constant(true as const),
    group: fc.string({ minLength: 1, maxLength: 40 }),
  },
  {
    requiredKeys: [
      ...(['id', 'issuer', 'account', 'parameters', 'origins', 'state', 'createdUnixMs', 'updatedUnixMs'] as const),
      ...(['backupCodes', 'replaces'] as const),
    ],
  },
);

const exactly = (count: number) =>
  fc.uint8Array({ minLength: count, maxLength: count }).map((bytes): Bytes => new Uint8Array(bytes));
const hexadecimal = (count: number) => exactly(count / 2).map(toHex);
const lockOf = <T extends SlotDescription>(slot: fc.Arbitrary<T>) =>
  fc.record({ slot, publicKey: exactly(32).map(toBase64), psk: exactly(32) });
const passphraseLock = lockOf(
  fc.record({ kind: fc.constant('passphrase'), id: hexadecimal(32), kdf: fc.constant(leastScrypt) }),
);
const lock = fc.oneof(
  passphraseLock,
  lockOf(fc.record({ kind: fc.constant('recovery'), id: hexadecimal(32), salt: exactly(16).map(toBase64) })),
  lockOf(fc.record({ kind: fc.constant('computer'), id: hexadecimal(32) })),
);
const savedAccount = fc.record({ id: fc.uuid(), mark: hexadecimal(16) });

/** Any content that the format holds. */
export const anyContent: fc.Arbitrary<VaultContent> = fc
  .record({
    all: fc.uniqueArray(anyEntry, { maxLength: 12, selector: ({ id }) => id }),
    removed: fc.nat({ max: 3 }),
    trashedUnixMs: unixMs,
    trashedAtMs: unixMs,
    correction: fc.option(fc.record({ seconds: fc.integer({ min: -86_400, max: 86_400 }), seenUnixMs: unixMs })),
    age: fc.record({ writtenUnixMs: unixMs, passedMs: unixMs }),
    locks: fc.array(lock, { maxLength: 3 }),
    saved: fc.record({
      last: fc.option(fc.record({ unixMs, accounts: fc.array(savedAccount, { maxLength: 3 }) })),
      automatic: fc.option(fc.record({ lock: passphraseLock, keep: fc.integer({ min: 1, max: 50 }) })),
    }),
    reminder: fc.record({ on: fc.boolean(), provenUnixMs: unixMs }),
    settings: fc.option(
      fc.record({
        autoLockMinutes: fc.integer({ min: 1, max: 1_440 }),
        sharedComputer: fc.boolean(),
        automaticSites: fc.array(fc.webUrl(), { maxLength: 3 }),
        submitSites: fc.array(fc.webUrl(), { maxLength: 3 }),
      }),
    ),
    strength: fc.constantFrom(null, 0 as const, 1 as const, 2 as const, 3 as const, 4 as const),
    openings: fc.array(
      fc.record({
        unixMs,
        by: fc.constantFrom('passphrase' as const, 'recovery' as const, 'computer' as const),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ all, removed, trashedUnixMs, trashedAtMs, ...rest }) => ({
    ...emptyContent,
    entries: all.slice(removed),
    trash: all.slice(0, removed).map((one) => ({ entry: one, trashedUnixMs, trashedAtMs })),
    ...rest,
  }));
