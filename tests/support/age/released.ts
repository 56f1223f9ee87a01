import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metaRecord, STORED } from '../../../lib/app/vault-copies.ts';
import { lockForAll } from '../../../lib/app/vault-rotation.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import { encrypt } from '../../../lib/vault/aead.ts';
import { toBase64, toHex } from '../../../lib/vault/base64.ts';
import { utf8 } from '../../../lib/vault/bytes.ts';
import type { ScryptParameters } from '../../../lib/vault/kdf.ts';
import { createLock, encodeLock } from '../../../lib/vault/key-slots.ts';

/** The schemas of content that were released, each with its frozen fixture. */
export const releasedSchemas = [3, 4, 5, 6, 7] as const;

const ID = '0123456789abcdef0123456789abcdef';
const SLOT = '2'.repeat(32);

type Opened = { readonly kdf: ScryptParameters; readonly kek: Bytes; readonly dataKey: Bytes };

/** The header as version 1 wrote it, whose slot wraps the data key under the passphrase's own key. */
async function headerOf1({ kdf, kek, dataKey }: Opened, random: (count: number) => Bytes, nonce: Bytes) {
  const slotNonce = random(12);
  const context = ['doorcode-vault/1 slot', ID, SLOT, 'passphrase', kdf.name, kdf.N, kdf.r, kdf.p, kdf.salt];
  const key = await encrypt(kek, slotNonce, utf8(JSON.stringify(context)), dataKey);
  const slot = { kind: 'passphrase', id: SLOT, kdf, nonce: toBase64(slotNonce), key: toBase64(key) };
  return { version: 1, id: ID, generation: 1, slots: [slot], nonce: toBase64(nonce), createdUnixMs: 1_700_000_000_000 };
}

/**
 * What storage holds of a vault that a released version wrote: its fixture's content to the letter, but for what locks keys, which is made
 * for the given passphrase's key.
 */
export async function releasedVault(
  schema: (typeof releasedSchemas)[number],
  { kdf, kek }: { readonly kdf: ScryptParameters; readonly kek: Bytes },
  random: (count: number) => Bytes,
): Promise<Record<string, unknown>> {
  const fixture = join(import.meta.dirname, `../../fixtures/vault/content-schema-${schema}.json`);
  const content: Record<string, unknown> = JSON.parse(readFileSync(fixture, 'utf8'));
  const [dataKey, nonce] = [random(32), random(12)];
  const lock = await createLock({ kind: 'passphrase', id: SLOT, kdf }, kek);
  // Locks, and slots that are made of them, came with schema 5.
  const hasLocks = 'locks' in content;
  const header = hasLocks
    ? {
        version: 2,
        id: ID,
        generation: 1,
        slots: await lockForAll([lock], dataKey, ID, { bytes: random }),
        nonce: toBase64(nonce),
        createdUnixMs: 1_700_000_000_000,
        writtenUnixMs: 1_700_000_000_000,
      }
    : await headerOf1({ kdf, kek, dataKey }, random, nonce);
  const headerBytes = utf8(JSON.stringify(header));
  const plain = utf8(JSON.stringify(hasLocks ? { ...content, locks: [encodeLock(lock)] } : content));
  const outer = { header: toBase64(headerBytes), data: toBase64(await encrypt(dataKey, nonce, headerBytes, plain)) };
  const checked = utf8(['doorcode-vault', outer.header, outer.data].join('\n'));
  const sum = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', checked)));
  return {
    [STORED.a]: JSON.stringify({ format: 'doorcode-vault', ...outer, sha256: sum }),
    [STORED.meta]: metaRecord(header, 'a', []),
  };
}
