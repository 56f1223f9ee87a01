import { describe, expect, it } from 'vitest';
import { createManagerPage } from '../../../entrypoints/manager/manager-page.ts';
import { sections } from '../../../entrypoints/manager/section.ts';
import { FOUND_LIFE_MS } from '../../../lib/app/found-codes.ts';
import { usualHabits } from '../../../lib/app/habits.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { hotp } from '../../../lib/otp/hotp.ts';
import { joinMigrations } from '../../../lib/otp/migration-batch.ts';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, leastScrypt, randomBytes } from '../vault/samples.ts';
import { makeWorld } from './fake-world.ts';
import { ORIGIN, openService, SECRET, tabId } from './page-world.ts';

const TOTP = `otpauth://totp/Acme:ada?secret=${SECRET}&issuer=Acme`;
const HOTP = `otpauth://hotp/Acme:ada?secret=${SECRET}&issuer=Acme&counter=7`;

describe('what was found on a page', () => {
  it('is shown without its secret, and only accounts are', async () => {
    const { look } = await openService();
    const answer = await look(['https://apps.example', TOTP, TOTP]);
    expect(answer).toMatchObject({
      kind: 'found',
      origin: ORIGIN,
      codes: [{ index: 0, issuer: 'Acme', status: 'new' }],
    });
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('says of an account that the page shows another setup key as text, also when the popup opens again', async () => {
    const { look, page, ask } = await openService();
    page.keys = ['GEZD GNBV GY3T QOJQ'];
    expect(await look([TOTP])).toMatchObject({ codes: [{ otherKeyShown: true }] });
    expect(await ask({ kind: 'list-found', tabId })).toMatchObject({ codes: [{ otherKeyShown: true }] });
    page.keys = [SECRET.toLowerCase()];
    expect(await look([TOTP])).toMatchObject({ codes: [{ otherKeyShown: false }] });
  });

  it('still waits when the popup opens again, and for ten minutes only', async () => {
    const { look, world } = await openService();
    await look([TOTP]);
    world.now += FOUND_LIFE_MS - 1;
    expect(await look([])).toMatchObject({ codes: [{ issuer: 'Acme' }] });
    world.now += 1;
    expect(await look([])).toMatchObject({ codes: [] });
  });

  it('still waits when the page was too busy to say what it is', async () => {
    const { addFound, look, page } = await openService();
    await look([TOTP]);
    page.origin = null;
    expect((await addFound('new')).kind).toBe('failed');
    page.origin = ORIGIN;
    expect((await addFound('new')).kind).toBe('added');
  });

  it('is added only as it was shown, where another window has read the tab again meanwhile', async () => {
    const { ask, look, addFound, addMoved, listed } = await openService();
    const first = await look([TOTP]);
    const other = TOTP.replace('Acme:ada', 'Acme:eve').replace(SECRET, 'GEZDGNBVGY3TQOJQ');
    expect(
      await ask({ kind: 'found-texts', tabId, from: ORIGIN, texts: [other, TOTP], shownKeys: [], screenshot: false }),
    ).toMatchObject({
      codes: [{ account: 'eve' }, { account: 'ada' }],
    });
    for (const press of [() => addFound('new'), addMoved])
      expect(await press()).toEqual({ kind: 'failed', reason: 'moved-on' });
    expect(await listed()).toEqual([]);
    const again = await look([other, TOTP]);
    expect(again).not.toMatchObject({ id: first.kind === 'found' ? first.id : '' });
    expect(await look([other, TOTP])).toMatchObject({ id: again.kind === 'found' ? again.id : '' });
    expect((await addFound('new', 1)).kind).toBe('added');
    expect(await listed()).toMatchObject([{ account: 'ada' }]);
  });

  it('is not taken for the page that a tab shows by the time it was read', async () => {
    const { look, page } = await openService();
    page.origin = 'https://bank.example';
    expect(await look([TOTP], false, ORIGIN)).toMatchObject({ origin: 'https://bank.example', codes: [] });
  });

  it('is never added on another origin than the one that showed it', async () => {
    const { addFound, look, page, listed } = await openService();
    await look([TOTP]);
    page.origin = 'https://evil.example';
    expect((await addFound('new')).kind).toBe('failed');
    expect(await listed()).toEqual([]);
  });

  it('is saved for its origin, then filled beside its code, and the page says what comes next', async () => {
    const { add, ask, page, listed } = await openService();
    expect(await add(TOTP)).toMatchObject({ kind: 'added', saved: 'saved' });
    expect(await listed()).toMatchObject([{ issuer: 'Acme', belongsHere: true, state: 'pending' }]);
    expect(page.written).toEqual([]);
    expect(await ask({ kind: 'fill-added', tabId })).toMatchObject({ result: { kind: 'written' } });
    expect(page.looks).toMatchObject([{ besideCode: true }]);
    expect(page.notes).toEqual(['press-submit']);
  });

  it('is told of as added while the page still shows its code, and no longer', async () => {
    const { add, ask, look } = await openService();
    await add(TOTP);
    await ask({ kind: 'fill-added', tabId });
    expect(await look([TOTP])).toMatchObject({ added: { issuer: 'Acme', account: 'ada', fill: 'filled' } });
    expect(await look([])).toMatchObject({ added: null, codes: [] });
  });

  it('is told of as filled when its code went in by a later press', async () => {
    const { add, ask, listed } = await openService();
    await add(TOTP);
    expect(await ask({ kind: 'list-found', tabId })).toMatchObject({ added: { fill: 'unknown' } });
    const [entry] = await listed();
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    expect(await ask({ kind: 'list-found', tabId })).toMatchObject({ added: { fill: 'filled' } });
  });

  it('is told of as added in the popup that added it, even when its picture had gone before', async () => {
    const { addFound, ask, look } = await openService();
    await look([TOTP]);
    await look([]);
    await addFound('new');
    expect(await ask({ kind: 'list-found', tabId })).toMatchObject({ added: { issuer: 'Acme' } });
    expect(await ask({ kind: 'fill-added', tabId })).toMatchObject({ result: { kind: 'written' } });
  });

  it('stays told of as added when only a screenshot showed its code, until the customer closes the notice', async () => {
    const { addFound, ask, look } = await openService();
    await look([TOTP], true);
    await addFound('new');
    expect(await look([])).toMatchObject({ added: { issuer: 'Acme', fill: 'unknown' } });
    await ask({ kind: 'dismiss-found', tabId });
    expect(await look([])).toMatchObject({ added: null, codes: [] });
  });

  it('is forgotten with its secret once it is added and the vault locks, and after ten minutes in any case', async () => {
    const { add, found, look, world } = await openService();
    await add(TOTP);
    expect(JSON.stringify([...world.memory])).toContain(SECRET);
    await found.forgetAdded();
    expect(JSON.stringify([...world.memory])).not.toContain(SECRET);
    await look([TOTP.replace('ada', 'bob')]);
    await found.forgetAdded();
    expect(JSON.stringify([...world.memory])).toContain(SECRET);
    world.now += FOUND_LIFE_MS;
    await found.sweep();
    expect(JSON.stringify([...world.memory])).not.toContain(SECRET);
  });

  it('gives an account no site where no code can ever be filled', async () => {
    const { add, listed } = await openService('http://plain.example');
    expect(await add(TOTP)).toMatchObject({ kind: 'added' });
    expect(await listed()).toMatchObject([{ sites: [] }]);
  });

  it('does not put the lock of the vault off by being shown again', async () => {
    const { ask, world, vault } = await openService();
    const minutes = await vault.autoLockMinutes();
    world.now += minutes * 60_000 - 1;
    await ask({ kind: 'list-entries', tabId, most: 100 });
    await ask({ kind: 'list-found', tabId });
    world.now += 1;
    expect((await vault.state()).kind).toBe('locked');
  });

  it('asks what to do with the same account under another secret, and changes nothing before', async () => {
    const { addFound, add, look, listed } = await openService();
    await add(TOTP);
    const other = TOTP.replace(SECRET, 'KRSXG5CTMVRXEZLU');
    expect(await look([other])).toMatchObject({ codes: [{ status: 'other-secret' }] });
    expect(await addFound('new')).toEqual({ kind: 'choose' });
    expect(await listed()).toHaveLength(1);
    await addFound('keep-both');
    expect(await listed()).toHaveLength(2);
  });

  it('is not said to have found no box while nothing was heard of its fill', async () => {
    const { add, ask } = await openService();
    await add(TOTP);
    // The background ended before the fill did, and tells of it anew.
    expect(await ask({ kind: 'list-found', tabId })).toMatchObject({ added: { fill: 'unknown' } });
  });

  it('replaces of two accounts of its name the one that the customer chose, and none without a choice', async () => {
    const { addFound, add, look, listed, vault, world } = await openService();
    await add(TOTP);
    world.now += 60_000;
    await look([TOTP.replace(SECRET, 'KRSXG5CTMVRXEZLU')]);
    await addFound('keep-both');
    const [older, newer] = await listed();
    const third = await look([TOTP.replace(SECRET, 'GEZDGNBVGY3TQOJQ')]);
    expect(third).toMatchObject({
      codes: [{ status: 'other-secret', namesakes: [{ entryId: older?.id }, { entryId: newer?.id }] }],
    });
    expect(await addFound('replace', 0, 'somebody else')).toEqual({ kind: 'choose' });
    expect(await listed()).toHaveLength(2);
    expect((await addFound('replace', 0, newer?.id)).kind).toBe('added');
    const content = await vault.read();
    expect(content.ok && content.value.entries.map(({ replaces }) => replaces)).toEqual([null, null, newer?.id]);
  });

  it('names what is no key, and says nothing of a password', async () => {
    const { look } = await openService();
    const texts = [
      'WIFI:T:WPA;S:Cafe;P:hush;;',
      'https://apps.example/get?token=hush',
      'otpauth://totp/A:b?secret=????',
    ];
    const answer = await look([...texts, TOTP.replace('issuer', 'algorithm=MD5&issuer')]);
    expect(answer).toMatchObject({
      others: [
        { kind: 'wifi', text: 'Cafe' },
        { kind: 'link', text: 'https://apps.example/get' },
        { kind: 'damaged-key' },
        { kind: 'unknown-key' },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain('hush');
  });

  it('is not added while the vault is locked, and waits', async () => {
    const { addFound, ask, look, vault } = await openService();
    await look([TOTP]);
    await vault.lock();
    expect(await addFound('new')).toEqual({
      kind: 'failed',
      reason: 'locked',
    });
    expect((await ask({ kind: 'list-entries', tabId, most: 100 })).kind).toBe('failed');
    await vault.unlockWithComputer();
    expect((await addFound('new')).kind).toBe('added');
  });
});

describe('accounts of a phone app', () => {
  // Two accounts of one migration payload, written field by field as Google's MigrationPayload lays them out.
  const account = (name: string) => [
    ...[0x0a, 5, 72, 101, 108, 108, 111],
    ...[0x12, name.length, ...new TextEncoder().encode(name)],
    ...[0x20, 1, 0x28, 1, 0x30, 2],
  ];
  const message = (names: readonly string[], size: number) => {
    const parts = names.flatMap((name) => [0x0a, account(name).length, ...account(name)]);
    return `otpauth-migration://offline?data=${encodeURIComponent(btoa(String.fromCharCode(...parts, 0x18, size, 0x20, 0)))}`;
  };

  it('are all listed, with the parts that are missing, and added at once without a site', async () => {
    const { addMoved, look, listed, page } = await openService();
    expect(await look([message(['ada', 'bob'], 2)])).toMatchObject({
      codes: [],
      migration: { accounts: [{ account: 'ada' }, { account: 'bob' }], missing: 1, refused: [] },
    });
    expect(await addMoved()).toEqual({ kind: 'moved', added: 2, skipped: 0, undo: expect.any(String) });
    expect(await addMoved()).toEqual({ kind: 'moved', added: 0, skipped: 2, undo: null });
    expect(await listed()).toMatchObject([{ sites: [] }, { sites: [] }]);
    expect(page.written).toEqual([]);
  });

  it('are taken back together, but for the one that was used at a site since', async () => {
    const { addMoved, ask, look, listed } = await openService();
    await look([message(['ada', 'bob'], 1)]);
    const added = await addMoved();
    const [ada] = await listed();
    const use = { despiteLookAlike: true, asSecondSite: true } as const;
    await ask({ kind: 'use-here', tabId, entryId: ada?.id ?? '', shown: ORIGIN, ...use });
    const undo = added.kind === 'moved' ? (added.undo ?? '') : '';
    expect(await ask({ kind: 'undo-restore', undo })).toMatchObject({
      removed: 1,
      stayed: [{ account: 'ada' }],
    });
    expect(await listed()).toMatchObject([{ account: 'ada' }]);
  });
});

describe('a stored code', () => {
  it('is filled later without taking a picture of the page for a code', async () => {
    const { add, ask, page, listed } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    expect(page.looks.at(-1)).toMatchObject({ besideCode: false });
  });

  it('without a site goes to the one where the customer chose it, and from then on to no other', async () => {
    const { ask, page, listed } = await openService();
    const form = { issuer: 'Acme', account: 'ada', secretText: SECRET, algorithm: 'SHA1', digits: 6 } as const;
    await ask({ kind: 'add-manual', form: { ...form, kind: 'totp', periodSeconds: 30, counter: 0 } });
    const [entry] = await listed();
    const request = { tabId, entryId: entry?.id ?? '', shown: ORIGIN, despiteLookAlike: false, asSecondSite: false };
    expect(await ask({ kind: 'fill', ...request })).toMatchObject({ result: { reason: 'entry-has-no-site' } });
    expect(await ask({ kind: 'use-here', ...request })).toMatchObject({ result: { kind: 'written' } });
    expect(await listed()).toMatchObject([{ belongsHere: true, sites: [{ name: ORIGIN }] }]);
    page.origin = 'https://another.example';
    expect(await ask({ kind: 'use-here', ...request, shown: page.origin })).toEqual({
      kind: 'failed',
      reason: 'other-site',
    });
    expect(await ask({ kind: 'fill', ...request })).toMatchObject({ result: { reason: 'other-origin' } });
    expect(page.written).toHaveLength(1);
  });

  it('is named as used from its fill to its end, and the next press waits for the next one and says so', async () => {
    const { add, ask, page, listed, memory, world } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    await memory.filled(entry?.id ?? '', tabId, {
      code: entry?.code ?? '',
      origin: ORIGIN,
      documentId: 'earlier',
      purpose: 'challenge',
      isTop: true,
      life: null,
    });
    expect(await listed()).toMatchObject([{ used: true }]);
    const untilUnixMs = Math.ceil(world.now / 30_000) * 30_000;
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    expect(page.notes).toEqual([{ waiting: 'used', untilUnixMs }]);
    expect(page.written.map(({ code }) => code)).toEqual([entry?.nextCode]);
  });

  it('is not filled when the vault was locked while the next code was waited for', async () => {
    const { add, ask, page, listed, world, vault } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    world.now = Math.ceil(world.now / 30_000) * 30_000 - 1_000;
    const filling = ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    await vault.lock();
    expect(await filling).toMatchObject({ result: { kind: 'withheld' } });
    expect(page.written).toEqual([]);
  });

  it('that changes too rarely to wait for is not waited for', async () => {
    const { add, ask, page, listed, memory } = await openService();
    await add(TOTP.replace('issuer', 'period=2147483647&issuer'));
    const [entry] = await listed();
    await memory.filled(entry?.id ?? '', tabId, {
      code: entry?.code ?? '',
      origin: ORIGIN,
      documentId: 'earlier',
      purpose: 'challenge',
      isTop: true,
      life: null,
    });
    expect(await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' })).toMatchObject({
      result: { kind: 'withheld', reason: 'code-already-filled' },
    });
    expect(page.written).toEqual([]);
  });

  it('is filled after unlocking only where nothing is risked by it', async () => {
    const { add, ask, page, memory } = await openService();
    await add(HOTP);
    expect(await ask({ kind: 'fill-here', tabId })).toMatchObject({ result: { kind: 'withheld' } });
    const other = await openService();
    await other.add(TOTP);
    await other.memory.refuse(ORIGIN, tabId, { answered: null, documentId: '' });
    expect(await other.ask({ kind: 'fill-here', tabId })).toMatchObject({ result: { reason: 'refused-before' } });
    await other.memory.forgive(ORIGIN);
    expect(await other.ask({ kind: 'fill-here', tabId })).toMatchObject({ result: { kind: 'written' } });
    expect(other.page.looks.at(-1)).toMatchObject({ mode: 'automatic' });
    expect(page.written).toEqual([]);
    expect(await memory.isRefused(ORIGIN)).toBe(false);
  });

  it('by counter that could not be moved on is told of', async () => {
    const { add, ask, listed, world } = await openService();
    await add(HOTP);
    const [entry] = await listed();
    let calls = 0;
    world.fault = () => {
      calls += 1;
      // Reading for the fill takes the first calls; the write of the next counter comes later.
      if (calls > 3) throw new Error('full');
      return null;
    };
    expect(await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' })).toMatchObject({
      result: { kind: 'written', counterKept: false },
    });
  });

  it.each(['http://plain.example', 'null'])('is never bound to %s', async (origin) => {
    const { addFound, ask, page, listed, look } = await openService();
    await look([TOTP]);
    await addFound('new');
    const [entry] = await listed();
    page.origin = origin;
    const sure = { shown: origin, despiteLookAlike: true, asSecondSite: true };
    expect((await ask({ kind: 'use-here', tabId, entryId: entry?.id ?? '', ...sure })).kind).toBe('failed');
  });

  it('by counter is used once: the next one is stored as soon as it was written', async () => {
    const { add, ask, page, listed } = await openService();
    await add(HOTP);
    await ask({ kind: 'fill-added', tabId });
    const [entry] = await listed();
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    const secret = new Uint8Array([72, 101, 108, 108, 111, 33, 222, 173, 190, 239]);
    expect(page.written.map(({ code }) => code)).toEqual([7, 8].map((counter) => hotp(secret, 'SHA1', 6, counter)));
    await ask({ kind: 'advance-counter', entryId: entry?.id ?? '' });
    expect(await listed()).toMatchObject([{ code: hotp(secret, 'SHA1', 6, 10), endsUnixMs: 0 }]);
  });

  it('of this site comes first, however few are asked for', async () => {
    const { add, ask, page } = await openService('https://other.example');
    await add(TOTP);
    page.origin = ORIGIN;
    await add(TOTP.replaceAll('Acme', 'Here'));
    expect(await ask({ kind: 'list-entries', tabId, most: 1 })).toMatchObject({
      entries: [{ issuer: 'Here', belongsHere: true }],
    });
  });

  it('is listed with the backup codes of its site that wait, and with those of no other site', async () => {
    const { add, ask, page } = await openService();
    await add(TOTP);
    page.outcome = {
      origin: ORIGIN,
      documentId: 'D',
      said: null,
      backupCodes: ['AAAA-BBBB'],
      backupQuote: 'Yours',
      asks: false,
      proofAsked: false,
    };
    await ask({ kind: 'look-back', tabId });
    page.outcome = null;
    expect(await ask({ kind: 'list-entries', tabId, most: 1 })).toMatchObject({
      offer: { codes: ['AAAA-BBBB'], quote: 'Yours', accounts: [{ account: 'ada', hasCodes: false }] },
    });
    page.origin = 'https://other.example';
    expect(await ask({ kind: 'list-entries', tabId, most: 1 })).toMatchObject({ offer: null });
  });

  it('is named as missing when there is none', async () => {
    const { ask } = await openService();
    expect(await ask({ kind: 'fill', tabId, entryId: 'none' })).toEqual({ kind: 'failed', reason: 'no-entry' });
    expect(await ask({ kind: 'advance-counter', entryId: 'none' })).toEqual({ kind: 'failed', reason: 'no-entry' });
  });
});

describe('a code typed from a phone', () => {
  const secret = new Uint8Array([72, 101, 108, 108, 111, 33, 222, 173, 190, 239]);

  it('is checked against its account, the code filled last, and the other accounts', async () => {
    const { add, ask, listed, page } = await openService();
    await add(TOTP);
    await add(HOTP.replaceAll('ada', 'bob'));
    const [entry, other] = await listed();
    const check = (typed: string) => ask({ kind: 'check-code', entryId: entry?.id ?? '', typed, before: null });
    const code = entry?.code ?? '';
    expect(await check(code)).toMatchObject({ kind: 'checked', result: { kind: 'same-now' } });
    expect(await check(hotp(secret, 'SHA1', 6, 8))).toMatchObject({ result: { kind: 'other-entry', account: 'bob' } });
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    expect(page.written.map((order) => order.code)).toEqual([code]);
    expect(await check(code)).toMatchObject({ result: { kind: 'already-used', taken: true } });
    expect(other?.issuer).toBe('Acme');
  });

  it('is not checked behind a lock, nor against an account that is not there', async () => {
    const { ask, vault } = await openService();
    const request = { kind: 'check-code', entryId: 'none', typed: '123456', before: null } as const;
    expect(await ask(request)).toEqual({ kind: 'failed', reason: 'no-entry' });
    await vault.lock();
    expect(await ask(request)).toEqual({ kind: 'failed', reason: 'locked' });
  });
});

describe('an account on its way to a phone', () => {
  const kek = filled(32, 5);
  const right = toBase64(kek);

  /** The service over a vault with a passphrase and the accounts of some key URIs. */
  async function openProtected(...uris: readonly string[]) {
    const { world, ports, vault } = makeWorld();
    await vault.create({ passphrase: { kdf: leastScrypt, kek } });
    const service = await openService(ORIGIN, { world, ports, vault });
    for (const uri of uris) await service.add(uri);
    const state = await vault.state();
    const slotId = state.kind === 'unlocked' ? (state.slots[0]?.id ?? '') : '';
    const ids = (await service.listed()).map(({ id }) => id);
    return { ...service, slotId, ids };
  }

  it('leaves only for the passphrase, though the vault is open', async () => {
    const { ask, slotId, ids } = await openProtected(TOTP);
    const [entryId = ''] = ids;
    const request = { kind: 'export-entry', entryId } as const;
    const refused = async (proof: { slotId: string; kekBase64: string } | null) => {
      const answer = await ask({ ...request, proof });
      expect(JSON.stringify(answer)).not.toContain(SECRET);
      return answer;
    };
    expect(await refused(null)).toEqual({ kind: 'failed', reason: 'passphrase-needed' });
    for (const kekBase64 of [toBase64(filled(32, 6)), '', 'not base64', right.slice(4)])
      expect(await refused({ slotId, kekBase64 })).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
    expect(await refused({ slotId: 'other', kekBase64: right })).toEqual({ kind: 'failed', reason: 'unknown-slot' });
    const answer = await ask({ ...request, proof: { slotId, kekBase64: right } });
    expect(answer).toMatchObject({ kind: 'exported', leftOut: [] });
    expect(answer.kind === 'exported' && answer.texts.join()).toContain(`secret=${SECRET}`);
  });

  it('travels with others in the order of the vault, and unknown ones are passed over', async () => {
    const { ask, slotId, ids } = await openProtected(
      TOTP,
      TOTP.replaceAll('ada', 'bob'),
      TOTP.replaceAll('ada', 'cid'),
    );
    const batch = (entryIds: readonly string[], kekBase64 = right) =>
      ask({ kind: 'export-batch', entryIds, proof: { slotId, kekBase64 } });
    const [ada = '', , cid = ''] = ids;
    const answer = await batch([cid, 'nobody', ada]);
    const texts = answer.kind === 'exported' ? answer.texts : [];
    expect(joinMigrations(texts).accounts.map(({ account }) => account)).toEqual(['ada', 'cid']);
    expect(await batch(['nobody'])).toEqual({ kind: 'failed', reason: 'no-entry' });
    expect(await batch(ids, toBase64(filled(32, 1)))).toEqual({ kind: 'failed', reason: 'wrong-passphrase' });
  });

  it('is removed alone, and only once', async () => {
    const { ask, listed, ids } = await openProtected(TOTP, TOTP.replaceAll('ada', 'bob'));
    const request = { kind: 'remove-entry', entryId: ids[0] ?? '' } as const;
    expect(await ask(request)).toEqual({ kind: 'done' });
    expect(await listed()).toMatchObject([{ account: 'bob' }]);
    expect(await ask(request)).toEqual({ kind: 'failed', reason: 'no-entry' });
  });
});

describe('a site with two accounts', () => {
  it('is filled after unlocking with the one that its page names, and else waits for a choice', async () => {
    const { add, ask, listed, page } = await openService();
    await add(TOTP);
    await add(TOTP.replace('ada', 'bob').replace(SECRET, 'GEZDGNBVGY3TQOJQ'));
    expect(await ask({ kind: 'fill-here', tabId })).toEqual({ kind: 'choose' });
    page.names = ['ada', 'bob'];
    expect(await ask({ kind: 'fill-here', tabId })).toEqual({ kind: 'choose' });
    expect(page.written).toEqual([]);
    page.names = ['bob'];
    expect(await ask({ kind: 'fill-here', tabId })).toMatchObject({ result: { kind: 'written' } });
    const bob = (await listed()).find(({ account }) => account === 'bob');
    expect(page.written.map(({ code }) => code)).toEqual([bob?.code]);
  });
});

describe('a refusal', () => {
  it('is told with its reason: a code that came after its time, a clock that was off, another secret on the page', async () => {
    const { add, ask, listed, look, memory, page, world } = await openService();
    await add(TOTP);
    await ask({ kind: 'fill-added', tabId });
    const told = async () => {
      const answer = await ask({ kind: 'list-entries', tabId, most: 1 });
      return answer.kind === 'entries' ? answer.refused : 'no list';
    };
    expect(await told()).toBe(null);
    const end = (await listed())[0]?.endsUnixMs ?? 0;
    await memory.refuse(ORIGIN, tabId, { answered: end + 1_500, documentId: 'D' });
    expect(await told()).toMatchObject({ why: { kind: 'late', seconds: 2 }, askClock: true, offerSeconds: null });
    const at = Math.floor(world.now / 1_000) * 1_000;
    page.clock = { startUnixMs: at, endUnixMs: at, date: new Date(at - 90_000).toUTCString(), age: null };
    await ask({ kind: 'check-clock', tabId });
    const off = { kind: 'clock', bySeconds: expect.closeTo(90, 0) };
    expect(await told()).toMatchObject({ why: off, offerSeconds: expect.closeTo(-90, 0) });
    await ask({ kind: 'correct-codes', seconds: -90 });
    expect(await told()).toMatchObject({ why: off, offerSeconds: null });
    world.now += 10 * 60_000;
    expect(await told()).toMatchObject({ why: { kind: 'late' } });
    await look([TOTP.replace(SECRET, 'GEZDGNBVGY3TQOJQ')]);
    expect(await told()).toMatchObject({ why: { kind: 'other-secret' }, askClock: false });
    await look([TOTP.replace(SECRET, 'GEZDGNBVGY3TQOJQ'), TOTP]);
    expect(await told()).toMatchObject({ why: { kind: 'late' } });
  });
});

describe('the next code', () => {
  /** ADA was refused in tab 1, BOB's login is open in tab 2 of the same site. */
  async function refusedInTabOne() {
    const opened = await openService();
    const { add, ask, memory } = opened;
    await add(TOTP);
    await ask({ kind: 'fill-added', tabId });
    await memory.refuse(ORIGIN, tabId, { answered: null, documentId: 'D' });
    opened.page.written.length = 0;
    const refused = async (tab: number) => {
      const answer = await ask({ kind: 'list-entries', tabId: tab, most: 1 });
      return answer.kind === 'entries' ? answer.refused : 'no list';
    };
    return { ...opened, refused };
  }

  it('is filled in the tab and the document that refused the one before', async () => {
    const { ask, page, listed, refused } = await refusedInTabOne();
    const [entry] = await listed();
    expect(await refused(tabId)).toMatchObject({ entryId: entry?.id });
    expect(await ask({ kind: 'fill-next', tabId })).toMatchObject({ result: { kind: 'written' } });
    expect(page.written.map(({ code }) => code)).toEqual([entry?.nextCode]);
  });

  it.each([
    ['another tab of the site', 2, 'D'],
    ['another document of the tab', tabId, 'D2'],
  ])('is not filled in %s, where somebody else may be logging in', async (_where, tab, documentId) => {
    const { ask, page, refused, memory } = await refusedInTabOne();
    page.documentId = documentId;
    expect(await refused(tab)).toMatchObject({ entryId: null, why: { kind: 'unknown' } });
    expect(await ask({ kind: 'fill-next', tabId: tab })).toEqual({ kind: 'failed', reason: 'no-entry' });
    expect(page.written).toEqual([]);
    // Nothing is filled by itself at a site that refused a code, in no tab of it.
    expect(await memory.isRefused(ORIGIN)).toBe(true);
  });
});

describe('the clock', () => {
  it('is compared with the site of the tab when that is asked for', async () => {
    const { ask, page } = await openService();
    expect(await ask({ kind: 'check-clock', tabId })).toEqual({
      kind: 'clock',
      result: { kind: 'unknown', why: 'no-answer' },
      offerSeconds: null,
    });
    const startUnixMs = Date.UTC(2026, 0, 1, 12);
    page.clock = { startUnixMs, endUnixMs: startUnixMs, date: new Date(startUnixMs).toUTCString(), age: null };
    expect(await ask({ kind: 'check-clock', tabId })).toMatchObject({ result: { kind: 'right' } });
  });

  it('is not compared while the vault, which holds its correction, is locked', async () => {
    const { ask, vault } = await openService();
    await vault.lock();
    for (const request of ['check-clock', 'stop-correcting'] as const)
      expect(await ask({ kind: request, tabId })).toEqual({ kind: 'failed', reason: 'locked' });
  });

  it('that one site measured is no evidence and no offer at another', async () => {
    const { add, ask, memory, page, world } = await openService();
    const told = async () => {
      const answer = await ask({ kind: 'list-entries', tabId, most: 1 });
      return answer.kind === 'entries' ? answer.refused : 'no list';
    };
    const refuseHere = async () => {
      await add(TOTP.replace(SECRET, page.origin === ORIGIN ? SECRET : 'GEZDGNBVGY3TQOJQ'));
      await ask({ kind: 'fill-added', tabId });
      await memory.refuse(page.origin ?? '', tabId, { answered: null, documentId: 'D' });
    };
    await refuseHere();
    const at = Math.floor(world.now / 1_000) * 1_000;
    page.clock = { startUnixMs: at, endUnixMs: at, date: new Date(at - 90_000).toUTCString(), age: null };
    await ask({ kind: 'check-clock', tabId });
    expect(await told()).toMatchObject({ why: { kind: 'clock' }, offerSeconds: expect.any(Number) });
    page.origin = 'https://bank.example';
    await refuseHere();
    expect(await told()).toMatchObject({ why: { kind: 'unknown' }, askClock: true, offerSeconds: null });
    page.origin = null;
    expect(await ask({ kind: 'check-clock', tabId })).toMatchObject({ result: { kind: 'unknown', why: 'no-answer' } });
  });

  it('that is off moves the codes on a press, until a check finds it right', async () => {
    const { add, ask, listed, page, world } = await openService();
    await add(TOTP);
    const before = await listed();
    const check = (offMs: number) => {
      const at = Math.floor(world.now / 1_000) * 1_000;
      page.clock = { startUnixMs: at, endUnixMs: at, date: new Date(at - offMs).toUTCString(), age: null };
      return ask({ kind: 'check-clock', tabId });
    };
    expect(await check(600_000)).toMatchObject({ result: { kind: 'off' }, offerSeconds: -600 });
    expect(await listed()).toEqual(before);
    expect(await ask({ kind: 'correct-codes', seconds: 86_401 })).toEqual({ kind: 'failed', reason: 'out-of-range' });
    await ask({ kind: 'correct-codes', seconds: -600 });
    const [corrected] = await listed();
    expect(corrected?.code).not.toBe(before[0]?.code);
    expect(corrected?.endsUnixMs).toBe(before[0]?.endsUnixMs);
    page.written.length = 0;
    world.now += 60_000;
    await ask({ kind: 'fill', tabId, entryId: before[0]?.id ?? '' });
    expect(page.written.map(({ code }) => code)).toEqual([(await listed())[0]?.code]);
    await check(0);
    expect(await ask({ kind: 'list-entries', tabId, most: 1 })).toMatchObject({ correctionSeconds: 0 });
  });
});

describe('a code that was noticed', () => {
  it('is noticed no more once it was added, and still while it is only shown', async () => {
    const { look, add, page } = await openService();
    await look([TOTP]);
    expect(page.over).toEqual([]);
    await add(TOTP);
    expect(page.over).toEqual(['over']);
  });

  it('is added at once by the popup only where the press that opened it asked for that', async () => {
    const { ask, page } = await openService();
    expect(await ask({ kind: 'opened', tabId })).toEqual({ kind: 'opening', add: null });
    page.pressed = { what: 'picture' };
    expect(await ask({ kind: 'opened', tabId })).toEqual({ kind: 'opening', add: { what: 'picture' } });
  });
});

it('takes no passphrase away where others use the computer too', async () => {
  const { ask } = await openService();
  await ask({ kind: 'set-shared-computer', shared: true });
  const keys = { passphrase: 'remove', recovery: 'keep', computer: 'new' } as const;
  expect(await ask({ kind: 'change-keys', keys, proof: null })).toEqual({ kind: 'failed', reason: 'shared-computer' });
  await ask({ kind: 'set-shared-computer', shared: false });
  expect(await ask({ kind: 'change-keys', keys, proof: null })).toEqual({ kind: 'done' });
});

it('says of the button of a site that it was not saved, and shows it as it is', async () => {
  const { ask, world } = await openService();
  const shown = { tabId, shown: ORIGIN };
  const submits = () => ask({ kind: 'list-entries', tabId, most: 1 });
  expect(await ask({ kind: 'set-submit', ...shown, on: true })).toEqual({ kind: 'done' });
  expect(await submits()).toMatchObject({ submits: true });
  world.fault = () => 'lost';
  expect(await ask({ kind: 'set-submit', ...shown, on: false })).toEqual({ kind: 'failed', reason: 'not-saved' });
  expect(await submits()).toMatchObject({ submits: true });
  world.fault = () => null;
  expect(await ask({ kind: 'stop-automatic', ...shown })).toEqual({ kind: 'done' });
  expect(await submits()).toMatchObject({ submits: false });
});

it('stops filling at a site from the page of all accounts, and says there what was stopped', async () => {
  const { ask, add, listed, world } = await openService();
  await add(TOTP);
  const page = createManagerPage({
    ask,
    derive: async () => null,
    random: randomBytes,
    nowUnixMs: () => world.now,
    habits: { read: async () => usualHabits, keep: async () => undefined },
    openSheet: async () => undefined,
    copyCode: async () => {},
    saveFile: () => undefined,
  });
  await page.go('sites');
  await page.start();
  expect(page.current()).toMatchObject({ automatic: [], accounts: [{ sites: [{ name: ORIGIN }] }] });
  const site = { name: ORIGIN, ascii: null };
  await page.stopSite(site, 'all');
  expect(page.current()).toMatchObject({ failed: false, said: { kind: 'stopped', site, what: 'all' } });
  expect(page.current().accounts).toMatchObject([{ sites: [] }]);
  const [entry] = await listed();
  expect(await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' })).toMatchObject({ result: { kind: 'withheld' } });
  await page.go('accounts');
  expect(page.current().said).toBeNull();
});

describe('what an organisation sets', () => {
  const refused = { kind: 'failed', reason: 'portal-not-allowed' };

  it('is told to our own pages', async () => {
    const { ask, vault, world } = await openService();
    expect(await ask({ kind: 'policies' })).toEqual({ kind: 'policies', policies: noPolicies, lacksPassphrase: false });
    world.policies = { ...noPolicies, organisationName: 'Harbour' };
    expect(await ask({ kind: 'policies' })).toMatchObject({ policies: { organisationName: 'Harbour' } });
    world.policies = { ...noPolicies, passphraseRequired: true };
    expect(await ask({ kind: 'policies' })).toMatchObject({ lacksPassphrase: true });
    await vault.changeKeys({ passphrase: { kdf: leastScrypt, kek: filled(32, 5) } }, null);
    expect(await ask({ kind: 'policies' })).toMatchObject({ lacksPassphrase: false });
  });

  it('lets accounts be added and filled at its own sites only', async () => {
    const { ask, add, look, addMoved, listed, page, world } = await openService();
    world.policies = { ...noPolicies, allowedPortals: [ORIGIN] };
    expect((await add(TOTP)).kind).toBe('added');
    const [entry] = await listed();
    expect(await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' })).toMatchObject({ result: { kind: 'written' } });

    page.origin = 'https://elsewhere.example';
    page.written.length = 0;
    expect(await add(HOTP)).toEqual(refused);
    const key = { secret: new TextEncoder().encode('12345678901234567890'), algorithm: 'SHA1', digits: 6 } as const;
    const parameters = { ...key, type: 'totp', periodSeconds: 30 } as const;
    await look(formatMigration([{ issuer: 'Harbour', account: 'bob', parameters }], 5, 1).texts);
    expect(await addMoved()).toEqual(refused);
    expect(await listed()).toHaveLength(1);
    const here = { shown: page.origin, despiteLookAlike: true, asSecondSite: true };
    const before = structuredClone([...world.disk]);
    expect(await ask({ kind: 'use-here', tabId, entryId: entry?.id ?? '', ...here })).toMatchObject({
      result: { kind: 'withheld', reason: 'portal-not-allowed' },
    });
    expect(page.written).toEqual([]);
    // Written and taken back would leave the site behind where the second write fails.
    expect([...world.disk]).toEqual(before);

    // A page that says nothing of its site is none of them.
    page.origin = null;
    expect(await add(HOTP)).toMatchObject({ kind: 'failed' });
  });

  it('closes a site at once, with an account of it', async () => {
    const { ask, add, listed, page, world } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    world.policies = { ...noPolicies, allowedPortals: [] };
    expect(await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' })).toMatchObject({
      result: { kind: 'withheld', reason: 'portal-not-allowed' },
    });
    expect(page.written).toEqual([]);
  });

  it('keeps the setup keys where they are', async () => {
    const { ask, add, listed, world } = await openService();
    await add(TOTP);
    const ids = (await listed()).map(({ id }) => id);
    const [entryId = ''] = ids;
    expect((await ask({ kind: 'export-entry', entryId, proof: null })).kind).toBe('exported');
    world.policies = { ...noPolicies, plainExportForbidden: true };
    for (const request of [
      { kind: 'export-entry', entryId, proof: null } as const,
      { kind: 'export-batch', entryIds: ids, proof: null } as const,
    ])
      expect(await ask(request)).toEqual({ kind: 'failed', reason: 'export-forbidden' });
  });
});

it('puts the lock off by nothing that the page of all accounts asks by itself, and shows a bound there', async () => {
  const { ask, add, vault, world } = await openService();
  await add(TOTP);
  const asked = new Set<string>();
  const page = createManagerPage({
    ask: (request) => {
      asked.add(request.kind);
      return ask(request);
    },
    derive: async () => null,
    random: randomBytes,
    nowUnixMs: () => world.now,
    habits: { read: async () => usualHabits, keep: async () => undefined },
    copyCode: async () => {},
    saveFile: () => undefined,
    openSheet: async () => undefined,
  });
  const before = await vault.state();
  await page.start();
  await page.go('leave');
  await page.go('security');
  expect(page.current().policies).toBeNull();
  world.policies = { ...noPolicies, autoLockMostMinutes: 5 };
  await page.lookAgain();
  expect(page.current().policies?.autoLockMostMinutes).toBe(5);
  world.policies = noPolicies;
  for (const section of [...sections, 'removed'] as const) {
    await page.go(section);
    world.now += 30_000;
    await page.tick();
    await page.lookAgain();
    expect([section, page.current().failed]).toEqual([section, false]);
  }
  expect(asked).toEqual(
    new Set([
      'vault-state',
      'list-accounts',
      'copy-health',
      'settings',
      'policies',
      'list-removed',
      'list-automatic',
      'check-up',
    ]),
  );
  expect(before).toMatchObject({ kind: 'unlocked' });
  expect(await vault.state()).toEqual(before);
});
