import { expect, it } from 'vitest';
import type { Speaker } from '../../../lib/app/automatic-fill.ts';
import type { Badge } from '../../../lib/app/badge.ts';
import { createCodeNotice } from '../../../lib/app/code-notice.ts';
import { decodeEnrolment, type EnrolmentReading } from '../../../lib/app/enrolment-reading.ts';
import { readFindings } from '../../../lib/app/found-codes.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { saveAccount } from '../../../lib/app/save-account.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const ORIGIN = 'https://portal.example';
const KEY = 'otpauth://totp/Acme:ada?secret=JBSWY3DPEHPK3PXP&issuer=Acme';
const tabId = 1;
const speaker: Speaker = { origin: ORIGIN, tabId, frameId: 0, documentId: 'D1' };

/** Notices over an open vault of fakes, in a tab whose page reads as `reading`. */
async function openNotice() {
  const { ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const { sites, browser } = makeSites(ports);
  browser.granted.add(ORIGIN);
  await sites.want(ORIGIN, tabId);
  const tab = {
    topOrigin: ORIGIN,
    badge: 'none' as Badge,
    allowedPortals: null as readonly string[] | null,
    reading: { origin: ORIGIN, keys: [KEY], perhaps: false } as EnrolmentReading | null,
    reads: [] as number[],
    /** Holds a reading back until it is called. */
    wait: (): Promise<void> => Promise.resolve(),
  };
  const notice = createCodeNotice({
    vault,
    sites,
    pages: { topOrigin: async () => tab.topOrigin },
    policies: { now: async () => ({ ...noPolicies, allowedPortals: tab.allowedPortals }) },
    session: ports.session,
    read: async (_tabId, frameId) => {
      tab.reads.push(frameId);
      await tab.wait();
      return tab.reading;
    },
    badge: async (_tabId, badge) => {
      tab.badge = badge;
    },
    unbadge: async (_tabId, badges) => {
      if (badges.includes(tab.badge)) tab.badge = 'none';
    },
  });
  const add = (text: string) =>
    vault.mutate((content) => {
      const [account] = readFindings([text]).accounts;
      if (account === undefined) throw new Error('no account');
      return saveAccount(content, account, 'new', { origin: ORIGIN, nowUnixMs: 0, newId: 'a'.repeat(32) }).content;
    });
  return { notice, tab, vault, add };
}

it('says that a page of an allowed site shows a new key', async () => {
  const { notice, tab } = await openNotice();
  expect(await notice.hear('code-perhaps', speaker)).toBe(true);
  expect(tab.badge).toBe('code');
});

it('is silent on a site at which the organisation lets no account be added, and takes back what it said before that', async () => {
  const { notice, tab } = await openNotice();
  await notice.hear('code-perhaps', speaker);
  expect(tab.badge).toBe('code');
  tab.allowedPortals = ['https://other.example'];
  expect(await notice.hear('code-perhaps', speaker)).toBe(true);
  expect(tab).toMatchObject({ badge: 'none', reads: [0] });
  tab.allowedPortals = [ORIGIN];
  await notice.hear('code-perhaps', speaker);
  expect(tab).toMatchObject({ badge: 'code', reads: [0, 0] });
});

it('says perhaps where the picture may not be read', async () => {
  const { notice, tab } = await openNotice();
  tab.reading = { origin: ORIGIN, keys: [], perhaps: true };
  await notice.hear('code-perhaps', speaker);
  expect(tab.badge).toBe('perhaps-code');
});

it('says that a key is shown while the vault is locked, without knowing more', async () => {
  const { notice, tab, vault, add } = await openNotice();
  await add(KEY);
  await vault.lock();
  await notice.hear('code-perhaps', speaker);
  expect(tab.badge).toBe('code');
});

it('is silent about an account that is here already, a picture without a key, and a page that cannot be read', async () => {
  const { notice, tab, add } = await openNotice();
  await add(KEY);
  await notice.hear('code-perhaps', speaker);
  expect(tab.badge).toBe('none');
  for (const reading of [{ origin: ORIGIN, keys: ['https://a.example'], perhaps: false }, null]) {
    tab.reading = reading;
    await notice.hear('code-perhaps', speaker);
    expect(tab.badge).toBe('none');
  }
});

it('reads nothing on a site that was not allowed, nor in a frame within another site', async () => {
  const { notice, tab } = await openNotice();
  expect(await notice.hear('code-perhaps', { ...speaker, origin: 'https://other.example' })).toBe(false);
  tab.topOrigin = 'https://other.example';
  await notice.hear('code-perhaps', { ...speaker, frameId: 3 });
  expect(tab).toMatchObject({ reads: [], badge: 'none' });
});

it('does not believe a reading of another document than the one that spoke', async () => {
  const { notice, tab } = await openNotice();
  tab.reading = { origin: 'https://other.example', keys: [KEY], perhaps: false };
  await notice.hear('code-perhaps', speaker);
  expect(tab.badge).toBe('none');
});

it('takes the sign back when the code is gone or was added, and leaves any other sign', async () => {
  const { notice, tab } = await openNotice();
  await notice.hear('code-perhaps', speaker);
  await notice.hear('code-gone', { ...speaker, documentId: 'D2' });
  expect(tab.badge).toBe('code');
  await notice.hear('code-gone', speaker);
  expect(tab.badge).toBe('none');
  await notice.hear('code-perhaps', speaker);
  await notice.over(tabId);
  expect(tab.badge).toBe('none');
  await notice.hear('code-perhaps', speaker);
  tab.badge = 'refused';
  await notice.over(tabId);
  expect(tab.badge).toBe('refused');
});

it('reads one document at a time, and of many reports meanwhile the last', async () => {
  const { notice, tab } = await openNotice();
  const held = Promise.withResolvers<void>();
  tab.wait = () => held.promise;
  const first = notice.hear('code-perhaps', speaker);
  await expect.poll(() => tab.reads).toEqual([0]);
  for (const frameId of [1, 2, 3]) await notice.hear('code-perhaps', { ...speaker, frameId });
  held.resolve();
  await first;
  expect(tab.reads).toEqual([0, 3]);
});

it.each([null, 1, [], {}, { origin: 1, keys: [], perhaps: true }, { origin: ORIGIN, keys: 'a', perhaps: true }])(
  'takes %j from a page for no reading',
  (value) => {
    expect(decodeEnrolment(value)).toBeNull();
  },
);

it('takes from a reading only a few texts of a length that a code can hold', () => {
  const keys = [KEY, 7, 'x'.repeat(8_193), ...new Array(20).fill(KEY)];
  const reading = decodeEnrolment({ origin: ORIGIN, keys, perhaps: false, more: 1 });
  expect(reading).toEqual({ origin: ORIGIN, keys: [KEY, KEY, KEY, KEY], perhaps: false });
});
