import { describe, expect, it } from 'vitest';
import { exportMany, exportOne } from '../../../lib/app/export-accounts.ts';
import { parseKeyUri } from '../../../lib/otp/key-uri.ts';
import { joinMigrations } from '../../../lib/otp/migration-batch.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { filled, sampleEntry } from '../vault/samples.ts';

const totp = { type: 'totp', secret: filled(20, 7), algorithm: 'SHA1', digits: 6, periodSeconds: 30 } as const;
const entryOf = (account: string, parameters: OtpParameters = totp): Entry => ({
  ...sampleEntry(account),
  account,
  parameters,
});
const namesIn = (texts: readonly string[]) => joinMigrations(texts).accounts.map(({ account }) => account);

describe('an account for a phone', () => {
  it('is the key URI that reads back as the same account', () => {
    const { texts, leftOut } = exportOne(entryOf('ada', { ...totp, digits: 8, periodSeconds: 60 }));
    expect(leftOut).toEqual([]);
    expect(texts.map(parseKeyUri)).toMatchObject([
      { ok: true, value: { account: { account: 'ada', parameters: { secret: totp.secret, periodSeconds: 60 } } } },
    ]);
  });

  it('with names that no QR code holds is left out, with the reason', () => {
    expect(exportOne(entryOf('ü'.repeat(1_000)))).toMatchObject({ texts: [], leftOut: [{ why: 'too-long' }] });
  });
});

describe('many accounts for a phone', () => {
  it('travel by five in one batch, in the order of the vault', () => {
    const names = Array.from({ length: 12 }, (_, index) => `a${index}`);
    const { texts, leftOut } = exportMany(
      names.map((name) => entryOf(name)),
      -5,
    );
    expect(texts).toHaveLength(3);
    expect(leftOut).toEqual([]);
    const joined = joinMigrations(texts);
    expect(joined.batches).toEqual([{ parts: 3, missingParts: [] }]);
    expect(namesIn(texts)).toEqual(names);
  });

  it('leave behind what the format cannot carry, each with its reason', () => {
    const { texts, leftOut } = exportMany(
      [
        entryOf('steam', { type: 'steam', secret: filled(20, 1) }),
        entryOf('slow', { ...totp, periodSeconds: 60 }),
        entryOf('seven', { ...totp, digits: 7 }),
        entryOf('eight', { ...totp, digits: 8 }),
        entryOf('counter', { type: 'hotp', secret: filled(20, 2), algorithm: 'SHA256', digits: 6, counter: 9 }),
      ],
      1,
    );
    expect(namesIn(texts)).toEqual(['eight', 'counter']);
    expect(leftOut.map(({ entryId, why }) => [entryId, why])).toEqual([
      ['steam', 'steam'],
      ['slow', 'period-not-30'],
      ['seven', 'digits-not-6-or-8'],
    ]);
  });

  it('none of which can travel give no code', () => {
    expect(exportMany([entryOf('slow', { ...totp, periodSeconds: 60 })], 1).texts).toEqual([]);
  });
});
