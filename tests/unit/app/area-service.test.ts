import { describe, expect, it } from 'vitest';
import { areaSite, createAreaService } from '../../../lib/app/area-service.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import type { TopDocument } from '../../../lib/app/page-ports.ts';
import { createPhoneService } from '../../../lib/app/phone-service.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { parseKeyUri } from '../../../lib/otp/key-uri.ts';
import { formatMigration } from '../../../lib/otp/migration-format.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const SITE = 'https://customer.harbour.example';
const SHOWN = 3;
const OURS = 7;
const key = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
const parsed = parseKeyUri(key.replace('ada', 'bob'));
if (!parsed.ok) throw new Error(parsed.error);
const exported = formatMigration([parsed.value.account], 5, 1).texts;
const documentOf = (origin: string, documentId = 'D'): TopDocument => ({ origin, documentId });

/** The service over a tab that shows one document after another, the last one for good. */
async function open(...shows: readonly (TopDocument | null)[]) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const left = [...shows];
  const front = { picture: 'data:image/png;base64,AAAA' as string | null };
  const found = createFoundStore(ports.session, ports.clock);
  const area = createAreaService({
    pages: { topDocument: async () => (left.length > 1 ? left.shift() : left[0]) ?? null },
    pictureOf: async (tabId) => (tabId === SHOWN ? front.picture : null),
    found,
    ...ports,
  });
  const phone = createPhoneService({ vault, found, ...ports });
  const take = () => area.take({ kind: 'take-area', tabId: SHOWN });
  const give = (tabId = OURS) => area.give({ kind: 'give-area', tabId });
  const read = (tabId: number, ...texts: readonly string[]) => phone.take({ kind: 'phone-texts', tabId, texts });
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries : [];
  };
  return { world, ports, front, area, phone, take, give, read, stored };
}

describe('the picture of a visible tab', () => {
  it('is given to our own page once, and is never in what the browser keeps', async () => {
    const { world, take, give } = await open(documentOf(SITE));
    expect(await take()).toEqual({ kind: 'done' });
    expect(JSON.stringify([...world.memory, ...world.disk])).not.toContain('data:image');
    expect(await give()).toEqual({ kind: 'area', picture: 'data:image/png;base64,AAAA', fromTabId: SHOWN });
    expect(await give()).toEqual({ kind: 'area', picture: null, fromTabId: null });
    expect(JSON.stringify([...world.memory, ...world.disk])).not.toContain('data:image');
  });

  it('is given to nobody after a minute, after a lock, or where none could be taken', async () => {
    const { world, front, area, take, give } = await open(documentOf(SITE));
    await take();
    world.now += 60_001;
    expect(await give()).toMatchObject({ picture: null });
    await take();
    area.forget();
    expect(await give()).toMatchObject({ picture: null });
    front.picture = null;
    expect(await take()).toEqual({ kind: 'failed', reason: 'no-picture' });
    expect(await give()).toMatchObject({ picture: null });
  });

  it('is no picture of a tab that went on while it was taken', async () => {
    for (const after of [documentOf(SITE, 'E'), documentOf('https://evil.example'), null]) {
      const { take, give } = await open(documentOf(SITE), after);
      expect(await take()).toEqual({ kind: 'failed', reason: 'moved-on' });
      expect(await give()).toMatchObject({ picture: null });
    }
  });
});

describe('an account in that picture', () => {
  it.each([SITE, 'http://harbour.example', 'null'])(
    'is not added where the organisation does not allow %s, one of a phone is',
    async (origin) => {
      const { world, phone, take, give, read, stored } = await open(documentOf(origin));
      world.policies = { ...noPolicies, allowedPortals: [`${SITE}:8443`] };
      await take();
      await give();
      await read(OURS, key);
      const refused = { kind: 'failed', reason: 'portal-not-allowed' };
      const one = { kind: 'add-phone', tabId: OURS, index: 0, choice: 'new', replaces: null } as const;
      expect(await phone.addAll({ kind: 'add-all-phone', tabId: OURS })).toEqual(refused);
      expect(await phone.add(one)).toEqual(refused);
      expect(await stored()).toEqual([]);
      await read(OURS + 1, key);
      expect(await phone.addAll({ kind: 'add-all-phone', tabId: OURS + 1 })).toMatchObject({ added: 1 });
    },
  );

  it('belongs to the site that the picture is of, one of an export to none', async () => {
    const { phone, take, give, read, stored } = await open(documentOf(SITE));
    await take();
    await give();
    expect(await read(OURS, key, ...exported)).toMatchObject({
      kind: 'phone',
      site: SITE,
      accounts: [{ account: 'ada' }, { account: 'bob' }],
    });
    expect(await phone.addAll({ kind: 'add-all-phone', tabId: OURS })).toMatchObject({ added: 2 });
    expect((await stored()).map(({ account, origins }) => [account, origins])).toEqual([
      ['ada', [SITE]],
      ['bob', []],
    ]);
  });

  it('belongs there too when it is added beside another, and no other page of ours knows the site', async () => {
    const { phone, take, give, read, stored } = await open(documentOf(SITE));
    await read(OURS + 1, key.replace('JBSW', 'KRSX'));
    await phone.addAll({ kind: 'add-all-phone', tabId: OURS + 1 });
    await take();
    await give();
    expect(await read(OURS, key)).toMatchObject({ accounts: [{ status: 'other-secret' }] });
    const add = { kind: 'add-phone', tabId: OURS, index: 0, choice: 'keep-both', replaces: null } as const;
    expect(await phone.add(add)).toMatchObject({ added: 1 });
    expect((await stored()).map(({ origins }) => origins)).toEqual([[], [SITE]]);
  });

  it('goes with the site when our page goes on to pictures of none, and what is read then belongs to none', async () => {
    const { area, phone, take, give, read } = await open(documentOf(SITE));
    await take();
    await give();
    await read(OURS, key);
    await area.drop({ kind: 'drop-area', tabId: OURS });
    expect(await phone.show(OURS)).toMatchObject({ site: null, accounts: [] });
    expect(await phone.addAll({ kind: 'add-all-phone', tabId: OURS })).toEqual({
      kind: 'failed',
      reason: 'nothing-found',
    });
    const bob = key.replace('ada', 'bob');
    expect(await read(OURS, bob)).toMatchObject({ site: null, accounts: [{ account: 'bob' }] });
    // Loaded again, our page goes on to nothing else, and what a phone showed still waits.
    await area.drop({ kind: 'drop-area', tabId: OURS });
    expect(await phone.show(OURS)).toMatchObject({ accounts: [{ account: 'bob' }] });
  });

  it('is alone of that site: what a phone showed our page before does not come to belong there', async () => {
    const { phone, take, give, read } = await open(documentOf(SITE));
    await read(OURS, key.replace('ada', 'bob'));
    await take();
    await give();
    expect(await phone.show(OURS)).toMatchObject({ site: SITE, accounts: [] });
    expect(await read(OURS, key)).toMatchObject({ accounts: [{ account: 'ada' }] });
  });

  it('comes with a warning where the site is easily taken for that of another account', async () => {
    const { take, give, phone, read, area } = await open(
      documentOf(SITE),
      documentOf(SITE),
      documentOf('https://customer.harb0ur.example'),
    );
    await take();
    await give();
    await read(OURS, key);
    expect(await phone.show(OURS)).toMatchObject({ lookAlike: null });
    await phone.addAll({ kind: 'add-all-phone', tabId: OURS });
    await area.take({ kind: 'take-area', tabId: SHOWN });
    await give(OURS + 1);
    expect(await phone.show(OURS + 1)).toMatchObject({ lookAlike: { kind: 'confusable' } });
  });

  it('belongs to no site where the page is none that codes are filled at', async () => {
    for (const origin of ['null', 'http://harbour.example', 'file://']) {
      const { ports, take, give } = await open(documentOf(origin));
      await take();
      await give();
      expect([origin, await areaSite(ports.session, OURS)]).toEqual([origin, null]);
    }
  });
});
