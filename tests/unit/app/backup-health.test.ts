import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthOf } from '../../../lib/app/backup-health.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { markOf, savedAccountsOf } from '../../../lib/vault/account-mark.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import type { Entry, VaultContent } from '../../../lib/vault/entry.ts';
import type { ScryptParameters } from '../../../lib/vault/kdf.ts';
import { createLock, type SlotDescription } from '../../../lib/vault/key-slots.ts';
import { filled } from '../vault/samples.ts';
import { entryAt } from './sample-entry.ts';

const DAY = 24 * 3_600_000;
const NOW = 1_700_000_000_000;
const ada = entryAt('https://a.example', 'ada');
const bob = entryAt('https://a.example', 'bob');

/** Content that was saved as `before` some days ago, and is `entries` by now. */
const since = (before: readonly Entry[], entries: readonly Entry[], days: number): VaultContent => ({
  ...emptyContent,
  entries,
  saved: { last: { unixMs: NOW - days * DAY, accounts: savedAccountsOf(before) }, automatic: null },
});
const made = (part: Partial<Extract<OtpParameters, { type: 'totp' }>>): Entry => ({
  ...ada,
  parameters: {
    type: 'totp',
    secret: new Uint8Array(20),
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    ...part,
  },
});

describe('the health of saved copies', () => {
  it('asks for a copy as soon as there is an account and none was made', () => {
    expect(healthOf({ ...emptyContent, entries: [ada] }, NOW)).toMatchObject({ last: null, added: 1, due: true });
    expect(healthOf(emptyContent, NOW)).toMatchObject({ last: null, added: 0, due: false });
  });

  it('counts what was added, changed and removed since, and the days', () => {
    const changed = { ...bob, account: 'robert' };
    const eve = entryAt('https://a.example', 'eve');
    expect(healthOf(since([bob, eve], [ada, changed], 3.5), NOW)).toEqual({
      last: { unixMs: NOW - 3.5 * DAY, days: 3 },
      accounts: 2,
      added: 1,
      changed: 1,
      removed: 1,
      due: false,
      withEmergencyKey: false,
    });
  });

  it.each([
    ['an account was added a week ago', since([ada], [ada, bob], 7), true],
    ['one was added, but the copy is younger than a week', since([ada], [ada, bob], 6.9), false],
    ['an account changed and the copy is a week old', since([ada], [{ ...ada, issuer: 'Other' }], 8), true],
    ['an account was removed: no copy lacks anything', since([ada, bob], [ada], 400), false],
    ['nothing changed in a year', since([ada], [ada], 365), false],
    ['a changed vault was saved at a time to come, as by a clock set back', since([ada], [ada, bob], -2), true],
  ])('is due or not when %s', (_when, content, due) => {
    expect(healthOf(content, NOW).due).toBe(due);
  });

  it('misses nothing of accounts that their sites ended', () => {
    expect(healthOf(since([ada], [{ ...ada, state: 'stale' }], 30), NOW)).toMatchObject({
      accounts: 0,
      added: 0,
      removed: 0,
      due: false,
    });
  });

  it('says that a copy opens with the emergency key only where there is one', async () => {
    const slot: SlotDescription = { kind: 'recovery', id: '0'.repeat(32), salt: toBase64(filled(16, 1)) };
    const lock = await createLock<ScryptParameters>(slot, filled(32, 1));
    expect(healthOf({ ...emptyContent, locks: [lock] }, NOW).withEmergencyKey).toBe(true);
    expect(healthOf(emptyContent, NOW).withEmergencyKey).toBe(false);
  });
});

const parameters: fc.Arbitrary<Extract<OtpParameters, { type: 'totp' }>> = fc.record({
  type: fc.constant('totp' as const),
  secret: fc.uint8Array({ minLength: 1, maxLength: 64 }).map((bytes) => new Uint8Array(bytes)),
  algorithm: fc.constantFrom('SHA1' as const, 'SHA256' as const, 'SHA512' as const),
  digits: fc.integer({ min: 1, max: 10 }),
  periodSeconds: fc.integer({ min: 1, max: 3_600 }),
});

describe('the mark of an account', () => {
  it('changes with any change of how its codes are made, and with nothing else of them', () => {
    fc.assert(
      fc.property(parameters, parameters, (one, other) => {
        const same =
          JSON.stringify({ ...one, secret: [...one.secret] }) ===
          JSON.stringify({ ...other, secret: [...other.secret] });
        return (markOf(made(one)) === markOf(made(other))) === same;
      }),
    );
  });

  it.each(['secret', 'algorithm', 'digits', 'periodSeconds'] as const)(
    'changes with a change of its %s alone',
    (field) => {
      fc.assert(
        fc.property(parameters, parameters, (one, other) => {
          fc.pre(JSON.stringify([...[one[field]]].flat()) !== JSON.stringify([...[other[field]]].flat()));
          expect(markOf(made({ ...one, [field]: other[field] }))).not.toBe(markOf(made(one)));
        }),
      );
    },
  );

  it('stays while the account is used: state, sites, times, struck-out codes and a counter come back by using it', () => {
    const hotp = (counter: number): OtpParameters => ({
      type: 'hotp',
      secret: new Uint8Array(20),
      algorithm: 'SHA1',
      digits: 6,
      counter,
    });
    const code = { code: 'k0mp4', used: false };
    const before: Entry = { ...ada, parameters: hotp(0), state: 'pending', backupCodes: [code] };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.webUrl(), (counter, updatedUnixMs, site) => {
        const used: Entry = {
          ...before,
          parameters: hotp(counter),
          origins: [site],
          state: 'confirmed',
          backupCodes: [{ ...code, used: true }],
          updatedUnixMs,
        };
        return markOf(used) === markOf(before);
      }),
    );
  });

  it('changes when the site gives other backup codes', () => {
    const codes = [{ code: 'k0mp4', used: false }];
    expect(markOf({ ...ada, backupCodes: codes })).not.toBe(markOf(ada));
  });

  it('is what the vault keeps: 16 hexadecimal digits', () => {
    expect(markOf(ada)).toMatch(/^[0-9a-f]{16}$/);
  });
});
