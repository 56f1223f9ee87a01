import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodePolicies, isManaged, noPolicies, type PolicyKey, policyKeys } from '../../../lib/app/policies.ts';
import { createPolicySource } from '../../../lib/app/policy-source.ts';
import type { KeyChange } from '../../../lib/app/vault-keys.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { filled, leastScrypt } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const PORTAL = 'https://area.harbour.example';
const whole = {
  organisationName: 'Harbour Hosting',
  helpLink: 'https://help.harbour.example/two-factor',
  allowedPortals: [PORTAL, 'https://panel.harbour.example:8443'],
  passphraseRequired: true,
  autoLockMostMinutes: 10,
  plainExportForbidden: true,
  presetPortal: `${PORTAL}/login`,
};

/** In force where nothing that is set can be read. */
const strictest = {
  organisationName: null,
  helpLink: null,
  allowedPortals: [],
  passphraseRequired: true,
  autoLockMostMinutes: 1,
  plainExportForbidden: true,
  presetPortal: null,
  unreadable: policyKeys,
};

describe('what an organisation sets', () => {
  it('is read as it was written', () => {
    expect(decodePolicies(whole)).toEqual({ ...whole, unreadable: [] });
    expect(isManaged(decodePolicies(whole))).toBe(true);
  });

  it('is nothing where the browser holds nothing', () => {
    expect(decodePolicies({})).toEqual(noPolicies);
    expect(isManaged(decodePolicies({}))).toBe(false);
  });

  it.each([[undefined], [null], [[]], ['text']])('is as strict as can be where the browser answers %j', (stored) => {
    expect(decodePolicies(stored)).toEqual(strictest);
    expect(isManaged(decodePolicies(stored))).toBe(true);
  });

  const broken: readonly [PolicyKey, readonly unknown[], unknown][] = [
    ['organisationName', ['', ' ', 7, null, 'x'.repeat(61), 'a\u202Eb', 'two\nlines'], null],
    ['helpLink', ['http://help.example', 'javascript:alert(1)', 'help', 5, 'https://a:b@help.example', null], null],
    ['allowedPortals', [PORTAL, null, {}, 7, [`${PORTAL}/`], [7], ['http://area.harbour.example'], ['*']], []],
    ['passphraseRequired', ['true', 1, null, 'no', []], true],
    ['autoLockMostMinutes', ['10', 0, -1, 1.5, 1441, null, Number.NaN], 1],
    ['plainExportForbidden', ['true', 0, null, {}], true],
    ['presetPortal', ['http://area.harbour.example', 'area', 5, 'https://u@area.example/', null], null],
  ];
  it.each(broken)('is the strict choice and said, where %s cannot be read', (key, values, strict) => {
    for (const value of values)
      expect(decodePolicies({ [key]: value }), JSON.stringify(value)).toEqual({
        ...noPolicies,
        [key]: strict,
        unreadable: [key],
      });
  });

  it('keeps the sites that can be read, and says that one cannot', () => {
    expect(decodePolicies({ allowedPortals: [PORTAL, `${PORTAL}/login`, PORTAL] })).toMatchObject({
      allowedPortals: [PORTAL],
      unreadable: ['allowedPortals'],
    });
  });

  it('allows no site by an empty list', () => {
    expect(decodePolicies({ allowedPortals: [] })).toEqual({ ...noPolicies, allowedPortals: [] });
    expect(isManaged(decodePolicies({ allowedPortals: [] }))).toBe(true);
  });

  it('offers no customer area first at which nothing may be added', () => {
    const policies = decodePolicies({ allowedPortals: [PORTAL], presetPortal: 'https://other.example/' });
    expect(policies).toMatchObject({ presetPortal: null, unreadable: ['presetPortal'] });
  });
});

describe('the schema that the browser checks by', () => {
  const { properties } = JSON.parse(readFileSync('public/managed-schema.json', 'utf8'));

  it('has exactly the keys that are read, each documented', () => {
    expect(Object.keys(properties)).toEqual([...policyKeys]);
    const documented = readFileSync('docs/managed.md', 'utf8');
    for (const key of policyKeys) expect(documented).toContain(`| \`${key}\` |`);
  });

  it('tells each type and no bound: what Chromium drops for a bound would count as not set', () => {
    const types = Object.values<Record<string, unknown>>(properties).map(({ type }) => type);
    expect(types).toEqual(['string', 'string', 'array', 'boolean', 'integer', 'boolean', 'string']);
    expect(JSON.stringify(properties)).not.toMatch(/"(minimum|maximum|pattern|enum|maxLength|maxItems)"/u);
  });

  it('fits the example of the documentation, which is read without a complaint', () => {
    const [chromium = '', firefox = ''] = [
      ...readFileSync('docs/managed.md', 'utf8').matchAll(/```json\n(.*?)```/gsu),
    ].map(([, text]) => text);
    const ofChromium = Object.values<{ policy: unknown }>(JSON.parse(chromium)['3rdparty'].extensions)[0]?.policy;
    const ofFirefox = JSON.parse(firefox).data;
    for (const example of [ofChromium, ofFirefox]) {
      expect(Object.keys(Object(example))).toEqual([...policyKeys]);
      expect(decodePolicies(example).unreadable).toEqual([]);
    }
  });
});

describe('the policies in force', () => {
  it('are read once by their names, and anew after a change', async () => {
    const asked: (readonly string[])[] = [];
    const stored: { values: unknown } = { values: {} };
    const source = createPolicySource({
      read: async (keys) => {
        asked.push(keys);
        return stored.values;
      },
    });
    expect(await source.now()).toEqual(noPolicies);
    stored.values = { passphraseRequired: true };
    expect((await source.now()).passphraseRequired).toBe(false);
    expect(asked).toEqual([policyKeys]);
    source.changed();
    expect((await source.now()).passphraseRequired).toBe(true);
  });

  it('are as strict as can be while they cannot be read, and asked for again by the next decision', async () => {
    const answers: (() => Promise<unknown>)[] = [
      () => Promise.reject(new Error('broken')),
      () => Promise.reject(new Error('broken')),
      async () => ({ autoLockMostMinutes: 5 }),
    ];
    let asked = 0;
    const source = createPolicySource({ read: () => answers[asked++]?.() ?? Promise.reject(new Error('asked again')) });
    expect(await source.now()).toEqual(strictest);
    expect(await source.now()).toEqual(strictest);
    expect(await source.now()).toEqual({ ...noPolicies, autoLockMostMinutes: 5 });
    expect(await source.now()).toMatchObject({ autoLockMostMinutes: 5 });
    expect(asked).toBe(3);
  });

  it('are not forgotten by a failure of before a change', async () => {
    const failing = Promise.withResolvers<unknown>();
    const answers = [failing.promise, Promise.resolve({ autoLockMostMinutes: 5 })];
    let asked = 0;
    const source = createPolicySource({ read: () => answers[asked++] ?? Promise.reject(new Error('asked again')) });
    const before = source.now();
    source.changed();
    expect(await source.now()).toMatchObject({ autoLockMostMinutes: 5 });
    failing.reject(new Error('broken'));
    expect(await before).toEqual(strictest);
    expect(await source.now()).toMatchObject({ autoLockMostMinutes: 5 });
  });
});

describe('a required passphrase', () => {
  const byPassphrase: KeyChange = { passphrase: { kdf: leastScrypt, kek: filled(32, 5) } };
  const recovery = { salt: toBase64(filled(16, 4)), kek: filled(32, 9) };
  const required = { ...noPolicies, passphraseRequired: true };

  async function made(keys: KeyChange) {
    const all = makeWorld();
    expect((await all.vault.create(keys)).ok).toBe(true);
    const state = await all.vault.state();
    const slot = state.kind === 'unlocked' ? state.slots.find(({ kind }) => kind === 'passphrase') : undefined;
    all.world.policies = required;
    return { ...all, proof: slot === undefined ? null : { slotId: slot.id, kek: filled(32, 5) } };
  }

  it('is needed to begin', async () => {
    const { world, vault } = makeWorld();
    world.policies = required;
    expect(await vault.create(onThisComputer)).toEqual({ ok: false, error: 'passphrase-required' });
    expect((await vault.state()).kind).toBe('absent');
    expect((await vault.create(byPassphrase)).ok).toBe(true);
  });

  it('is not given up again', async () => {
    const { vault, proof } = await made({ ...byPassphrase, recovery });
    const change: KeyChange = { passphrase: null, computer: true };
    expect(await vault.changeKeys(change, proof)).toEqual({ ok: false, error: 'passphrase-required' });
    expect((await vault.changeKeys(byPassphrase, proof)).ok).toBe(true);
  });

  it('locks out nobody whom this computer opened before: it may be set, and the emergency key replaced', async () => {
    const { vault } = await made(onThisComputer);
    await vault.lock();
    expect((await vault.unlockWithComputer()).ok).toBe(true);
    expect((await vault.changeKeys({ recovery }, null)).ok).toBe(true);
    expect(await vault.changeKeys({ computer: true }, null)).toEqual({ ok: false, error: 'passphrase-required' });
    expect((await vault.changeKeys(byPassphrase, null)).ok).toBe(true);
    await vault.lock();
    expect(await vault.unlockWithComputer()).toEqual({ ok: false, error: 'unknown-slot' });
  });
});

describe('the bound of the automatic lock', () => {
  const bound = (minutes: number) => ({ ...noPolicies, autoLockMostMinutes: minutes });
  const deadlineOf = async ({ vault }: ReturnType<typeof makeWorld>) => {
    const state = await vault.state();
    return state.kind === 'unlocked' ? state.deadlineUnixMs : null;
  };

  it('holds for whoever opens Doorcode, and a stricter choice of the customer holds too', async () => {
    const made = makeWorld();
    made.world.policies = bound(5);
    await made.vault.create(onThisComputer);
    expect(await deadlineOf(made)).toBe(made.world.now + 5 * 60_000);
    expect(await made.vault.autoLockMinutes()).toBe(5);
    expect((await made.vault.setAutoLock(2)).ok).toBe(true);
    expect(await made.vault.autoLockMinutes()).toBe(2);
  });

  it('lets nobody choose more', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    made.world.policies = bound(5);
    expect(await made.vault.setAutoLock(6)).toEqual({ ok: false, error: 'out-of-range' });
    expect((await made.vault.setAutoLock(5)).ok).toBe(true);
  });

  it('reaches an open vault from its last use on, and is no use of it', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    const usedUnixMs = made.world.now;
    made.world.now += 3 * 60_000;
    made.world.policies = bound(5);
    expect(await made.vault.boundAutoLock()).toBe(5);
    expect(await deadlineOf(made)).toBe(usedUnixMs + 5 * 60_000);
    made.world.policies = bound(2);
    await made.vault.boundAutoLock();
    expect((await made.vault.state()).kind).toBe('locked');
  });

  /** A vault whose organisation sets five minutes at the very moment at which it is asked for the first time. */
  function boundWhileAsked({ world, ports }: ReturnType<typeof makeWorld>) {
    let isSet = false;
    const vault = createVaultRepository({
      ...ports,
      policies: {
        async now() {
          const asked = world.policies;
          world.policies = bound(5);
          if (!isSet) {
            isSet = true;
            await vault.boundAutoLock();
          }
          return asked;
        },
      },
    });
    return vault;
  }

  it('that is set while Doorcode is opened holds', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    await made.vault.lock();
    expect((await boundWhileAsked(made).unlockWithComputer()).ok).toBe(true);
    expect(await deadlineOf(made)).toBe(made.world.now + 5 * 60_000);
  });

  it('that is set while the customer chooses more holds', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    await boundWhileAsked(made).setAutoLock(60);
    expect(await deadlineOf(made)).toBe(made.world.now + 5 * 60_000);
  });

  it('that is wider than what the customer chose moves nothing', async () => {
    const made = makeWorld();
    await made.vault.create(onThisComputer);
    const before = await deadlineOf(made);
    made.world.policies = bound(60);
    expect(await made.vault.boundAutoLock()).toBe(15);
    expect(await deadlineOf(made)).toBe(before);
  });
});
