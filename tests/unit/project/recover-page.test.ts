import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatKeyUri } from '../../../lib/otp/key-uri.ts';
import { formatRecoveryCode } from '../../../lib/vault/recovery-code.ts';
import { openTyped } from '../../../scripts/recover/open-file.ts';
import { recoverPage } from '../../../scripts/recover.ts';
import { vectors } from '../backup/vectors.ts';
import { filled } from '../vault/samples.ts';

const opened = async (text: string, typed: string): Promise<unknown> => {
  const outcome = await openTyped(text, typed);
  if (!outcome.ok) return outcome.error;
  const uris = outcome.value.items.map((item) => (item.kind === 'entry' ? formatKeyUri(item.entry) : item));
  return outcome.value.intact ? uris : { touched: uris };
};

describe('docs/recover/recover.html', () => {
  it('is what `npm run recover` builds from the modules as they are', async () => {
    expect(readFileSync('docs/recover/recover.html', 'utf8') === (await recoverPage())).toBe(true);
  });

  it('asks for nothing from a network, and runs no script but its own', () => {
    const page = readFileSync('docs/recover/recover.html', 'utf8');
    expect(page).toMatch(/content="default-src 'none'; script-src 'sha256-[^ ]+'; style-src 'sha256-[^ ]+'; base-uri/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<link|<img|<iframe| src=|@import|url\(/);
  });
});

describe('what recover.html opens', () => {
  const uris = vectors.entries.map(({ uri }) => uri);

  it.each(vectors.files)(
    'is a published file ($name), by the passphrase and by the emergency key',
    async ({ text }) => {
      expect(await opened(text, vectors.passphrase.normalize('NFD'))).toEqual(uris);
      expect(await opened(text, ` ${vectors.emergencyKey.toLowerCase()} `)).toEqual(uris);
    },
  );

  it('is told apart from what it does not open', async () => {
    for (const { verdict, why, text } of vectors.verdicts) {
      const expected = verdict === 'opens' ? { touched: uris } : verdict;
      expect(await opened(text, vectors.emergencyKey), why).toEqual(expected);
    }
    const text = vectors.files[0]?.text ?? '';
    expect(await opened(text, 'not this one')).toBe('wrong-passphrase');
    expect(await opened(text, formatRecoveryCode(filled(20, 1)))).toBe('wrong-passphrase');
  });

  it('is also a file of version 1', async () => {
    const text = readFileSync('tests/fixtures/backup/backup-1.json', 'utf8');
    expect(await opened(text, 'correct horse')).toHaveLength(2);
  });
});
