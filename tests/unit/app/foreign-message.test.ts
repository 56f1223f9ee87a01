import { describe, expect, it } from 'vitest';
import { readForeignFile } from '../../../lib/app/foreign-reading.ts';
import { previewImport } from '../../../lib/app/import-preview.ts';
import { importedItems } from '../../../lib/app/transfer-service.ts';
import { decodePageRequest } from '../../../lib/messages/decode.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { utf8 } from '../../../lib/vault/bytes.ts';
import { emptyContent } from '../../../lib/vault/content.ts';

const how = { passphrase: null, costly: false, onProgress: () => {} };
const longName = '漢'.repeat(512);

async function readList(accounts: readonly unknown[]) {
  const answer = await readForeignFile(utf8(JSON.stringify(accounts)), how);
  return answer.kind === 'read' ? answer.accounts : answer.error.kind;
}

/** What the background makes of what the page hands over. */
async function handedOver(list: readonly unknown[]) {
  const accounts = await readList(list);
  const decoded = decodePageRequest({ kind: 'preview-import', accounts, readUnixMs: 1 });
  return decoded.ok && decoded.value.kind === 'preview-import' ? importedItems(decoded.value.accounts, 1) : null;
}

describe('a locked file that nothing says of whose it is', () => {
  it.each([
    ['bytes', new Uint8Array(200).fill(0x81), 'andOTP'],
    ['a text of base64', utf8('A'.repeat(64)), 'TOTP Authenticator'],
  ])('is a guess: %s', async (_name, bytes, app) => {
    const error = { kind: 'passphrase-needed' };
    expect(await readForeignFile(bytes, how)).toEqual({ kind: 'refused', app, guess: true, error });
  });

  it('is none where its content names its app', async () => {
    const sealed = utf8(JSON.stringify({ schemaVersion: 4, servicesEncrypted: 'AAAA:AAAA:AAAA' }));
    expect(await readForeignFile(sealed, how)).not.toHaveProperty('guess');
    const settings = utf8('<map><string name="STATIC_TOTP_CODES_LIST">[</string></map>');
    expect(await readForeignFile(settings, how)).toEqual({
      kind: 'refused',
      app: 'TOTP Authenticator',
      error: { kind: 'damaged' },
    });
  });
});

describe('the accounts of a file on their way to the background', () => {
  it('come whole with the longest names and key that are kept', async () => {
    const secret = new Uint8Array(1_024).fill(7);
    const account = { issuer: longName, label: longName, type: 'hotp', secret: encodeBase32(secret), counter: 7 };
    expect(await handedOver([account])).toEqual([
      { kind: 'entry', entry: expect.objectContaining({ issuer: longName, account: longName }) },
    ]);
  });

  it('are refused together where they are more than a message carries', async () => {
    const account = { issuer: longName, label: longName, type: 'totp', secret: 'MFRGGZDF' };
    expect(await readList(Array.from({ length: 4_000 }, () => account))).toBe('too-large');
  });

  it('are looked through at once, ten thousand of one name with keys of their own', async () => {
    const secretOf = (at: number) => encodeBase32(utf8(`${1_000_000 + at * 7_919}`.split('').toReversed().join('')));
    const account = { issuer: 'Acme', label: 'ada', type: 'totp' };
    const items = await handedOver(Array.from({ length: 10_000 }, (_, at) => ({ ...account, secret: secretOf(at) })));
    let leastMs = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 3 && leastMs > 1_000; attempt += 1) {
      const startMs = performance.now();
      const { rows } = previewImport(items ?? [], emptyContent);
      leastMs = Math.min(leastMs, performance.now() - startMs);
      expect(rows.every(({ verdict }) => verdict.kind === 'new')).toBe(true);
    }
    expect(leastMs).toBeLessThan(1_000);
  });
});
