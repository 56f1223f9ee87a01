import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupChecksum } from '../../../lib/backup/backup-header.ts';
import { openBackup, readBackupHeader, sealBackup } from '../../../lib/backup/doorcode-backup.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { sealVault } from '../../../lib/vault/envelope.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { createLock, lockDataKey } from '../../../lib/vault/key-slots.ts';
import { anyContent, filled, leastScrypt, randomBytes, sampleContent, sampleHeader } from '../vault/samples.ts';

const kek = filled(32, 5);
const sealing = { kek, kdf: leastScrypt, nowUnixMs: 1_700_000_000_000, randomBytes };

async function makeBackup(...ids: string[]): Promise<string> {
  const sealed = await sealBackup(sampleContent(...ids), sealing);
  if (!sealed.ok) throw new Error('not sealed');
  return sealed.value;
}

async function verdict(text: string, key = kek): Promise<string> {
  const opened = await openBackup(text, key);
  if (!opened.ok) return opened.error;
  expect(opened.value.content).toEqual(sampleContent('one'));
  return opened.value.intact ? 'opened' : 'opened, touched';
}

function changed(text: string, changes: Record<string, unknown>): string {
  const outer = { ...JSON.parse(text), ...changes };
  outer.sha256 = backupChecksum(outer.version, outer.header, outer.check, outer.data);
  return JSON.stringify(outer);
}

describe('a backup', () => {
  it('opens to what was sealed', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, async (content) => {
        const sealed = await sealBackup(content, sealing);
        expect(sealed.ok && (await openBackup(sealed.value, kek))).toMatchObject({ ok: true, value: { content } });
      }),
      { numRuns: 60 },
    );
  });

  it('survives other white space, and tells five faults apart', async () => {
    const text = await makeBackup('one');
    expect(await verdict(JSON.stringify(JSON.parse(text)).replaceAll(',', ',\r\n  '))).toBe('opened');
    expect(await verdict(text, filled(32, 6))).toBe('wrong-passphrase');
    expect(await verdict(text.slice(0, -100))).toBe('damaged');
    expect(await verdict('{"a":1}')).toBe('unrecognised');
    expect(await verdict(changed(text, { version: 2 }))).toBe('newer-version');
    expect(await verdict(changed(text, { data: toBase64(filled(1_040, 1)) }))).toBe('altered');
    expect(await verdict(JSON.stringify({ ...JSON.parse(text), sha256: '' }))).toBe('opened, touched');
  });

  it('with one bit flipped anywhere never opens to anything else, nor asks for another passphrase', async () => {
    const text = await makeBackup('one');
    const seen = new Set<string>();
    for (let at = 0; at < text.length; at += 1) {
      const other = String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 7)));
      seen.add(await verdict(text.slice(0, at) + other + text.slice(at + 1)));
    }
    expect([...seen].filter((one) => one === 'wrong-passphrase' || one === 'newer-version')).toEqual([]);
  });

  it('with a KDF out of bounds, or too large, is refused without deriving', async () => {
    const text = await makeBackup('one');
    const header = JSON.parse(atob(JSON.parse(text).header));
    const greedy = btoa(JSON.stringify({ ...header, kdf: { ...header.kdf, N: 2 ** 30 } }));
    expect(readBackupHeader(changed(text, { header: greedy }))).toEqual({ ok: false, error: 'damaged' });
    expect(readBackupHeader(' '.repeat(2 ** 24 + 1))).toEqual({ ok: false, error: 'unrecognised' });
    expect(await sealBackup(sampleContent(), { ...sealing, kdf: { ...leastScrypt, N: 2 } })).toMatchObject({
      ok: false,
    });
    expect(await sealBackup(sampleContent('same', 'same'), sealing)).toMatchObject({ ok: false });
  });
});

describe('the independent reader', () => {
  const script = fileURLToPath(new URL('../../../scripts/read-vault.mjs', import.meta.url));

  it('prints the accounts of a vault and of a backup', async () => {
    const [derived, dataKey, header] = [derivePassphraseKey('pässword', leastScrypt), filled(32, 9), sampleHeader()];
    const description = { kind: 'passphrase', id: 'a'.repeat(32), kdf: leastScrypt } as const;
    const owner = { format: 'doorcode-vault/2', id: header.id } as const;
    const lock = await createLock(description, derived);
    const slots = [(await lockDataKey(lock, dataKey, owner, randomBytes(32))).slot];
    const backup = await sealBackup(sampleContent('one'), { ...sealing, kek: derived });
    const texts = [await sealVault({ ...header, slots }, sampleContent('one'), dataKey), backup.ok ? backup.value : ''];
    const folder = mkdtempSync(join(tmpdir(), 'doorcode-'));
    try {
      for (const text of texts) {
        writeFileSync(join(folder, 'sealed'), text);
        const environment = { ...process.env, DOORCODE_PASSPHRASE: 'pa\u0308ssword' };
        const printed = execFileSync(process.execPath, [script, join(folder, 'sealed')], { env: environment });
        const line = JSON.parse(printed.toString());
        expect(line).toMatchObject({ id: 'one', parameters: { secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' } });
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
