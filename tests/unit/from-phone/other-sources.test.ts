import { describe, expect, it } from 'vitest';
import { firstBox } from '../../../components/area-box.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { openPage } from './fake-phone.ts';

const key = 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour';
const SITE = 'https://harbour.example';

describe('the picture of a page', () => {
  it('is read part by part, dropped once it gave an account, and the account belongs to its site', async () => {
    const { page, areas, stored } = await openPage({ purpose: 'area' });
    expect(page.current()).toMatchObject({ area: { picture: 'data:image/png;base64,AAAA', note: null }, site: SITE });
    await page.readArea(firstBox);
    expect(page.current()).toMatchObject({ area: { note: 'no-code' }, failed: false });
    const notes: unknown[] = [];
    const stop = page.subscribe(({ area }) => void notes.push(area !== null && typeof area !== 'string' && area.note));
    await page.readArea(firstBox);
    stop();
    // What is said again has to go in between.
    expect(notes.indexOf(null)).toBeGreaterThan(0);
    expect(notes.at(-1)).toBe('no-code');
    areas.read = () => ['https://apps.example/get'];
    await page.readArea(firstBox);
    expect(page.current()).toMatchObject({ area: { note: 'other-code' }, found: { others: [{ kind: 'link' }] } });
    areas.read = (picture, box) => (picture.startsWith('data:') && box.left === firstBox.left ? [key] : []);
    await page.readArea(firstBox);
    expect(page.current()).toMatchObject({ area: 'read', found: { accounts: [{ account: 'ada' }] } });
    expect(JSON.stringify(page.current())).not.toContain('data:image');
    await page.addAll();
    expect((await stored()).map(({ origins }) => origins)).toEqual([[SITE]]);
  });

  it('is added to no site that the organisation does not allow, and says whose decision that is', async () => {
    const { page, areas, stored, world } = await openPage({ purpose: 'area' });
    areas.read = () => [key];
    await page.readArea(firstBox);
    world.policies = { ...noPolicies, organisationName: 'Harbour Hosting', allowedPortals: [] };
    for (const press of [() => page.addAll(), () => page.add(0, 'new')]) {
      await press();
      expect(page.current()).toMatchObject({ closedBy: { organisationName: 'Harbour Hosting' }, failed: false });
    }
    expect(await stored()).toEqual([]);
    world.policies = noPolicies;
    await page.addAll();
    expect(page.current().closedBy).toBeNull();
    expect(await stored()).toHaveLength(1);
  });

  it('is said to be gone where none waits, and the page goes back to where it was taken', async () => {
    const { page, closed } = await openPage({ purpose: 'area' });
    await page.finish();
    expect(closed).toEqual(['show 9', 'close 4']);
    await page.start();
    expect(page.current()).toMatchObject({ area: 'gone', busy: false });
    await page.readArea(firstBox);
    expect(page.current()).toMatchObject({ failed: true });
  });

  it.each([
    ['is there', [7, 9]],
    ['is gone', [7]],
  ])('is left by closing the page that shows it and no other, where the tab it is of %s', async (_, others) => {
    const { page, closed, tabs } = await openPage({ purpose: 'area' });
    if (!others.includes(9)) tabs.delete(9);
    await page.finish();
    expect(closed).toEqual(['show 9', 'close 4']);
    expect([...tabs].toSorted()).toEqual(others);
  });

  it('is left for pictures of no site, in a page of their own', async () => {
    const { page, closed } = await openPage({ purpose: 'area' });
    await page.usePictures();
    expect(closed).toEqual(['/from-phone.html?picture', 'close 4']);
  });
});

describe('a text', () => {
  it('that is a setup link or a key waits to be added, for no site', async () => {
    const { page, stored } = await openPage({ purpose: 'picture' });
    await page.readText(key);
    await page.readText('jbsw y3dp ehpk 3pxp jbsw y3dp');
    expect(page.current()).toMatchObject({
      unread: [],
      site: null,
      found: { accounts: [{ account: 'ada' }, { account: '' }] },
    });
    await page.addAll();
    expect((await stored()).map(({ origins }) => origins)).toEqual([[], []]);
  });

  it('that has more links than one request takes is read to its end, or says that they are too many', async () => {
    const links = (count: number) =>
      Array.from({ length: count }, (_, at) => `otpauth://totp/Harbour:ada${at}?secret=JBSWY3DPEHPK3PXP`).join('\n');
    const { page } = await openPage({ purpose: 'picture' });
    await page.readText(links(100));
    expect(page.current()).toMatchObject({ tooMany: false, failed: false });
    expect(page.current().found.accounts).toHaveLength(100);
    await page.readText(links(200));
    expect(page.current()).toMatchObject({ tooMany: true, failed: false });
  });

  it('that is neither is named as such, and nothing is kept of it', async () => {
    const { page, world } = await openPage({ purpose: 'picture' });
    await page.readText('please scan the code');
    expect(page.current()).toMatchObject({ failed: false, unread: [{ name: '', why: 'no-key' }] });
    expect(JSON.stringify([...world.memory])).not.toContain('please');
  });
});

it('a picture of another code is named beside what the code is', async () => {
  const { page, read } = await openPage({ purpose: 'picture' });
  await read([{ name: 'link.png', texts: ['https://apps.example/get'] }]);
  expect(page.current()).toMatchObject({
    unread: [{ name: 'link.png', why: 'other-code' }],
    found: { others: [{ kind: 'link' }] },
  });
});
