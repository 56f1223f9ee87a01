import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FOUND_LIFE_MS } from '../../../lib/app/found-codes.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import { MAX_PHONE_TEXTS, phoneAccounts } from '../../../lib/app/phone-accounts.ts';
import { createPhoneService } from '../../../lib/app/phone-service.ts';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import { phoneAccount } from '../../support/phone-account.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const tabId = 4;
/** The codes that a phone shows for accounts, so many in each. */
const codes = (names: readonly string[], perCode = 10): readonly string[] =>
  formatMigration(
    names.map((name) => phoneAccount(name)),
    77,
    perCode,
  ).texts;
const alone = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
// Two accounts of a MigrationPayload: hash number 4 (MD5), and no secret.
const unusable = `otpauth-migration://offline?data=${btoa(
  String.fromCharCode(...[0x0a, 9, 0x0a, 1, 1, 0x12, 2, 109, 100, 0x20, 4], ...[0x0a, 4, 0x12, 2, 110, 111]),
)}`;

async function openService() {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const found = createFoundStore(ports.session, ports.clock);
  const phone = createPhoneService({ vault, found, ...ports });
  const take = (texts: readonly string[]) => phone.take({ kind: 'phone-texts', tabId, texts });
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };
  const inMemory = () => JSON.stringify([...world.memory].filter(([key]) => key.startsWith('found.')));
  return { world, vault, found, phone, take, stored, inMemory };
}

describe('what a phone shows', () => {
  it('is listed by name, without a secret', async () => {
    const { take } = await openService();
    const answer = await take([alone]);
    expect(answer).toMatchObject({ kind: 'phone', accounts: [{ index: 0, issuer: 'Harbour', status: 'new' }] });
    expect(JSON.stringify(answer)).not.toContain('JBSWY3DPEHPK3PXP');
  });

  it('comes part by part, and the codes that are missing are named as the phone counts them', async () => {
    const { take, phone } = await openService();
    const [first = '', second = '', third = ''] = codes(['ada', 'bob', 'eve'], 1);
    expect(await take([second])).toMatchObject({ batches: [{ parts: 3, missingParts: [1, 3] }] });
    expect(await take([third, second])).toMatchObject({ batches: [{ parts: 3, missingParts: [1] }] });
    expect(await take([first])).toMatchObject({
      accounts: [{ account: 'ada' }, { account: 'bob' }, { account: 'eve' }],
      batches: [{ parts: 3, missingParts: [] }],
    });
    expect(await phone.show(tabId)).toMatchObject({ batches: [{ missingParts: [] }] });
    expect(await phone.show(tabId + 1)).toMatchObject({ accounts: [], batches: [] });
  });

  it('names no batch where one code holds everything', async () => {
    const { take } = await openService();
    expect(await take(codes(['ada', 'bob']))).toMatchObject({ batches: [], accounts: [{}, {}] });
  });

  it('counts an account once that stands in two codes', async () => {
    const { take } = await openService();
    expect(await take([...codes(['ada', 'bob']), ...codes(['bob', 'eve'])])).toMatchObject({
      accounts: [{ account: 'ada' }, { account: 'bob' }, { account: 'eve' }],
    });
  });

  it('names what cannot be added, with the reason, and everything that is no account', async () => {
    const { take } = await openService();
    expect(await take([unusable, 'https://a.example/?token=1', 'otpauth-migration://offline?data=CgU'])).toMatchObject({
      accounts: [],
      refused: [
        { account: 'md', why: 'unknown-kind' },
        { account: 'no', why: 'damaged' },
      ],
      others: [
        { kind: 'link', text: 'https://a.example/' },
        { kind: 'damaged-key', text: '' },
      ],
    });
  });

  it('waits ten minutes from the first code on, however many come after it', async () => {
    const { take, inMemory, world, phone } = await openService();
    await take([alone]);
    world.now += FOUND_LIFE_MS - 1;
    await take(codes(['bob']));
    world.now += 1;
    await phone.show(tabId);
    expect(inMemory()).not.toContain('otpauth');
  });

  it('waits ten minutes, in memory only', async () => {
    const { take, phone, world } = await openService();
    await take([alone]);
    expect(JSON.stringify([...world.disk])).not.toContain('JBSWY3DPEHPK3PXP');
    world.now += FOUND_LIFE_MS - 1;
    expect(await phone.show(tabId)).toMatchObject({ accounts: [{}] });
    world.now += 1;
    expect(await phone.show(tabId)).toMatchObject({ accounts: [] });
  });

  it('is offered to no site that the tab shows later, and is then forgotten', async () => {
    const { take, found, inMemory } = await openService();
    await take([alone]);
    expect(await found.get(tabId, null)).toBeNull();
    expect(inMemory()).toContain('JBSWY3DPEHPK3PXP');
    expect(await found.get(tabId, 'https://a.example')).toBeNull();
    expect(inMemory()).not.toContain('JBSWY3DPEHPK3PXP');
  });

  it('is refused beyond what waits at once, and what was there stays', async () => {
    const { take, phone } = await openService();
    const many = Array.from({ length: MAX_PHONE_TEXTS }, (_, index) => `text ${index}`);
    await take([alone, ...many.slice(1)]);
    expect(await take(['one more'])).toEqual({ kind: 'failed', reason: 'too-many' });
    expect(await take(['text 5'])).toMatchObject({ kind: 'phone' });
    expect(await phone.show(tabId)).toMatchObject({ accounts: [{ account: 'ada' }] });
  });

  it('is forgotten on a press', async () => {
    const { take, phone, inMemory } = await openService();
    await take([alone]);
    expect(await phone.forget({ kind: 'forget-phone', tabId })).toEqual({ kind: 'done' });
    expect(inMemory()).not.toContain('JBSWY3DPEHPK3PXP');
  });

  it('is shown by nobody while the vault is locked, and waits for the unlocking', async () => {
    const { take, phone, vault } = await openService();
    await vault.lock();
    expect(await take([alone])).toEqual({ kind: 'failed', reason: 'locked' });
    expect(await phone.show(tabId)).toEqual({ kind: 'failed', reason: 'locked' });
    await vault.unlockWithComputer();
    expect(await phone.show(tabId)).toMatchObject({ accounts: [{ account: 'ada' }] });
  });

  it('is no use of the vault when it is only listed again', async () => {
    const { phone, vault, world } = await openService();
    const deadline = async () => {
      const state = await vault.state();
      return state.kind === 'unlocked' ? state.deadlineUnixMs : 0;
    };
    const before = await deadline();
    world.now += 60_000;
    await phone.show(tabId);
    expect(await deadline()).toBe(before);
  });

  it('gives every account of a batch, whatever order its codes come in', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 24 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 10 }), fc.nat(), (all, perCode, turn) => {
        const texts = codes(all, perCode);
        const turned = [...texts.slice(turn % texts.length), ...texts.slice(0, turn % texts.length)];
        expect(phoneAccounts([...turned, ...texts]).map((one) => one.account)).toEqual(all);
      }),
    );
  });
});

describe('adding from a phone', () => {
  const addAll = { kind: 'add-all-phone', tabId } as const;

  it('adds all that are new, without a site, and forgets the codes at once', async () => {
    const { take, phone, stored, inMemory } = await openService();
    await take(codes(['ada', 'bob']));
    expect(await phone.addAll(addAll)).toEqual({ kind: 'moved', added: 2, skipped: 0, undo: expect.any(String) });
    expect(await stored()).toMatchObject([
      { account: 'ada', origins: [] },
      { account: 'bob', origins: [] },
    ]);
    expect(inMemory()).not.toContain('otpauth');
    expect(await phone.show(tabId)).toMatchObject({ accounts: [] });
  });

  it('passes over what is here already', async () => {
    const { take, phone, stored } = await openService();
    await take(codes(['ada']));
    await phone.addAll(addAll);
    expect(await take(codes(['ada', 'bob']))).toMatchObject({
      accounts: [{ status: 'already-here' }, { status: 'new' }],
    });
    expect(await phone.addAll(addAll)).toEqual({ kind: 'moved', added: 1, skipped: 1, undo: expect.any(String) });
    expect(await stored()).toHaveLength(2);
  });

  it('leaves an account that is here with another key to the customer: replaced, or kept beside it', async () => {
    const { take, phone, stored } = await openService();
    await take([alone]);
    await phone.addAll(addAll);
    const [old] = await stored();
    expect(await take(codes(['ada', 'bob']))).toMatchObject({ accounts: [{ status: 'other-secret' }, {}] });
    expect(await phone.addAll(addAll)).toEqual({ kind: 'moved', added: 1, skipped: 0, undo: expect.any(String) });
    expect(await stored()).toMatchObject([{ account: 'ada' }, { account: 'bob' }]);
    const one = { kind: 'add-phone', tabId, index: 0 } as const;
    expect(await phone.add({ ...one, choice: 'new', replaces: null })).toEqual({ kind: 'choose' });
    expect(await stored()).toHaveLength(2);
    expect(await phone.add({ ...one, choice: 'replace', replaces: 'another' })).toEqual({ kind: 'choose' });
    expect(await phone.add({ ...one, choice: 'replace', replaces: old?.id ?? '' })).toMatchObject({
      kind: 'moved',
      added: 1,
      undo: expect.any(String),
    });
    expect((await stored())[2]).toMatchObject({ account: 'ada', replaces: old?.id });
  });

  it('keeps both on a press', async () => {
    const { take, phone, stored } = await openService();
    await take([alone]);
    await phone.addAll(addAll);
    await take(codes(['ada']));
    await phone.add({ kind: 'add-phone', tabId, index: 0, choice: 'keep-both', replaces: null });
    expect(await stored()).toMatchObject([{ replaces: null }, { replaces: null }]);
  });

  it('adds two of one name and different keys, as the phone has both', async () => {
    const { take, phone } = await openService();
    await take([alone, ...codes(['ada'])]);
    expect(await phone.addAll(addAll)).toEqual({ kind: 'moved', added: 2, skipped: 0, undo: expect.any(String) });
  });

  it('still waits for the codes that are missing, and forgets what is in the vault with the lock', async () => {
    const { take, phone, found, inMemory, stored } = await openService();
    const [first = '', second = ''] = codes(['ada', 'bob'], 1);
    await take([first]);
    await phone.addAll(addAll);
    expect(await take([second])).toMatchObject({
      accounts: [{ status: 'already-here' }, { status: 'new' }],
      batches: [{ parts: 2, missingParts: [] }],
    });
    await found.forgetAdded();
    expect(inMemory()).not.toContain('otpauth');
    await take([first]);
    await found.forgetAdded();
    expect(inMemory()).toContain('otpauth');
    expect(await stored()).toHaveLength(1);
  });

  it('says so where nothing waits, where the place is none, and where the vault is locked', async () => {
    const { take, phone, vault } = await openService();
    const nothing = { kind: 'failed', reason: 'nothing-found' };
    expect(await phone.addAll(addAll)).toEqual(nothing);
    await take([alone]);
    expect(await phone.add({ kind: 'add-phone', tabId, index: 1, choice: 'new', replaces: null })).toEqual(nothing);
    await vault.lock();
    expect(await phone.addAll(addAll)).toEqual({ kind: 'failed', reason: 'locked' });
    expect(await phone.add({ kind: 'add-phone', tabId, index: 0, choice: 'new', replaces: null })).toEqual({
      kind: 'failed',
      reason: 'locked',
    });
  });
});
