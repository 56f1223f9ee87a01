import { describe, expect, it } from 'vitest';
import { type CheckUpFacts, checkUpOf } from '../../../lib/app/check-up.ts';
import { createCheckedClock } from '../../../lib/app/checked-clock.ts';
import { savedAccountsOf } from '../../../lib/vault/account-mark.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { emptyContent } from '../../../lib/vault/content.ts';
import type { VaultContent } from '../../../lib/vault/entry.ts';
import type { ScryptParameters } from '../../../lib/vault/kdf.ts';
import { createLock } from '../../../lib/vault/key-slots.ts';
import { filled, leastScrypt } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const NOW = 1_700_000_000_000;
const DAY = 24 * 3_600_000;
const facts: CheckUpFacts = { nowUnixMs: NOW, correctionSeconds: 0, measured: null, automatic: [] };
const entry = (name: string) => entryAt('https://a.example', name);
const off = (bySeconds: number) => ({
  check: { kind: 'off', bySeconds } as const,
  origin: 'https://a.example',
  atUnixMs: NOW - 1,
});

async function lockOf(kind: 'passphrase' | 'recovery') {
  const id = '0'.repeat(32);
  return kind === 'passphrase'
    ? createLock<ScryptParameters>({ kind, id, kdf: leastScrypt }, filled(32, 1))
    : createLock<ScryptParameters>({ kind, id, salt: toBase64(filled(16, 1)) }, filled(32, 2));
}

/** A vault that nothing is wrong with. */
async function whole(): Promise<VaultContent> {
  const entries = [{ ...entry('ada'), state: 'confirmed' as const }];
  const saved = { last: { unixMs: NOW, accounts: savedAccountsOf(entries) }, automatic: null };
  const locks = [await lockOf('passphrase'), await lockOf('recovery')];
  return { ...emptyContent, entries, saved, locks, strength: 3 };
}

describe('the check-up', () => {
  it('asks nothing of who has a copy, an emergency key, a good passphrase and confirmed accounts', async () => {
    expect(checkUpOf(await whole(), facts)).toMatchObject({
      needs: [],
      emergencyKey: true,
      passphrase: { strength: 3 },
      since: { added: [], changed: [], removed: [] },
    });
  });

  it.each([
    ['copies', (one: VaultContent) => ({ ...one, saved: emptyContent.saved })],
    ['emergency-key', (one: VaultContent) => ({ ...one, locks: one.locks.slice(0, 1) })],
    ['passphrase', (one: VaultContent) => ({ ...one, strength: 1 as const })],
    [
      'accounts',
      (one: VaultContent) => ({ ...one, entries: one.entries.map((each) => ({ ...each, state: 'pending' as const })) }),
    ],
  ])('asks for %s where that is missing, and for nothing else', async (need, spoil) => {
    expect(checkUpOf(spoil(await whole()), facts).needs).toEqual([need]);
  });

  it('leaves in peace who keeps an unconfirmed account, has no passphrase, or one that nothing judged', async () => {
    const one = await whole();
    const kept = one.entries.map((each) => ({ ...each, state: 'pending' as const, keptUnconfirmed: true as const }));
    const content = { ...one, entries: kept };
    expect(checkUpOf(content, facts)).toMatchObject({ needs: [], pending: [{ account: 'ada' }] });
    expect(checkUpOf({ ...one, strength: null }, facts)).toMatchObject({ needs: [], passphrase: { strength: null } });
    expect(checkUpOf({ ...one, locks: one.locks.slice(1) }, facts)).toMatchObject({ needs: [], passphrase: null });
  });

  it('asks for the clock where it was found off, and nothing makes up for that', async () => {
    const one = await whole();
    const needs = (bySeconds: number, correctionSeconds: number) =>
      checkUpOf(one, { ...facts, measured: off(bySeconds), correctionSeconds }).needs;
    expect([needs(90, 0), needs(90, -90), needs(90, -80), needs(90, 90)]).toEqual([
      ['clock'],
      [],
      ['clock'],
      ['clock'],
    ]);
  });

  it('names what was added, changed and removed since the last copy, and never a key', async () => {
    const [ada, bob, cy] = [entry('ada'), entry('bob'), entry('cy')];
    const gone = { entry: cy, trashedUnixMs: NOW, trashedAtMs: 0 };
    const content = {
      ...(await whole()),
      entries: [ada, { ...bob, issuer: 'Other' }],
      trash: [gone, { ...gone, entry: entry('never saved') }],
      saved: { last: { unixMs: NOW - DAY, accounts: savedAccountsOf([bob, cy]) }, automatic: null },
    };
    const checkUp = checkUpOf(content, { ...facts, automatic: ['https://a.example'] });
    const accounts = (names: readonly { readonly account: string }[]) => names.map(({ account }) => account);
    const { added, changed, removed } = checkUp.since;
    expect([added, changed, removed].map(accounts)).toEqual([['ada'], ['bob'], ['cy']]);
    expect(checkUp.sites).toHaveLength(1);
    expect(JSON.stringify(checkUp)).not.toMatch(/secret|psk|publicKey/u);
  });

  it('has the latest opening first', async () => {
    const openings = [1, 2].map((unixMs) => ({ unixMs, by: 'computer' as const }));
    const checkUp = checkUpOf({ ...(await whole()), openings }, facts);
    expect(checkUp.openings.map(({ unixMs }) => unixMs)).toEqual([2, 1]);
  });
});

it('knows the clock as it was measured last, anywhere, until the clock is set back', async () => {
  const { world, ports } = makeWorld();
  const checked = createCheckedClock(ports.session, ports.clock);
  expect(await checked.latest()).toBeNull();
  await checked.note({ kind: 'off', bySeconds: 9 }, 'https://a.example');
  const atUnixMs = world.now;
  world.now += DAY;
  const measured = { check: { kind: 'off', bySeconds: 9 }, origin: 'https://a.example', atUnixMs };
  expect(await checked.latest()).toEqual(measured);
  world.now = atUnixMs - 1;
  expect(await checked.latest()).toBeNull();
});
