import { afterEach, expect, it, vi } from 'vitest';
import { App } from '../../../entrypoints/popup/app.tsx';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { FoundCode } from '../../../lib/app/found-codes.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import { noPolicies, type Policies } from '../../../lib/app/policies.ts';
import { createClient } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { inertPorts } from '../popup/inert-ports.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const SITE = 'https://area.harbour.example';
const NAME = 'Harbour Hosting';
const looked = { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false };
const entry: ListedEntry = {
  id: 'e',
  issuer: 'Harbour',
  account: 'ada',
  code: '123456',
  nextCode: '',
  endsUnixMs: 30_000,
  periodSeconds: 30,
  state: 'confirmed',
  belongsHere: true,
  sites: [{ name: SITE, ascii: null }],
  used: false,
  kind: 'totp',
  backup: { fresh: 0, used: 0 },
};
const card: FoundCode = {
  index: 0,
  issuer: 'Harbour',
  account: 'bob',
  digits: 6,
  periodSeconds: 30,
  algorithm: 'SHA1',
  status: 'new',
  namesakes: [],
  otherKeyShown: false,
};

/** The popup of an open vault at a site, with what an organisation has set. */
async function open(set: Partial<Policies>, { entries = [entry], codes = [card] } = {}) {
  const policies = { ...noPolicies, organisationName: NAME, ...set };
  const site = { origin: SITE, automatic: 'off', submits: false, refused: null, lookAlike: null, offer: null } as const;
  const nothing = { migration: { accounts: [], missing: 0, refused: [] }, others: [], added: null };
  const lacksPassphrase = policies.passphraseRequired;
  const answers: Partial<Record<PageRequest['kind'], PageAnswer>> = {
    policies: { kind: 'policies', policies, lacksPassphrase },
    'list-entries': { kind: 'entries', ...site, correctionSeconds: 0, practise: false, missed: null, entries },
    'found-texts': { kind: 'found', id: 'f', origin: SITE, codes, ...nothing },
    'list-found': { kind: 'found', id: 'f', origin: SITE, codes, ...nothing },
    opened: { kind: 'opening', add: codes.length > 0 ? { what: 'page' } : null },
    fill: { kind: 'fill', result: { kind: 'withheld', reason: 'portal-not-allowed' } },
  };
  const asked: string[] = [];
  const opened: string[] = [];
  const popup = createPopup({
    ...inertPorts,
    readDom: async () => ({ origin: SITE, texts: [], places: [], shownKeys: [], pointed: false, looked }),
    readSecurityLinks: async () => null,
    afterPaint: async () => undefined,
    openOwnPage: async (path) => void opened.push(path),
    // Through the client, which takes no answer of a kind that it does not know.
    ask: createClient(async ({ kind }) => {
      asked.push(kind);
      return answers[kind] ?? { kind: 'failed', reason: 'not-scripted' };
    }),
  });
  await popup.start();
  const root = show(<App popup={popup} nowUnixMs={() => 0} />);
  return { root, popup, asked, opened };
}

it('offers nothing to add at a site that is not allowed, adds nothing by a press, and says who decided so', async () => {
  const closed = await open({ allowedPortals: ['https://elsewhere.example'] });
  expect(closed.root.textContent).toContain(t('policySiteClosed', [NAME]));
  expect(closed.root.querySelector('.card')).toBeNull();
  expect(closed.asked).not.toContain('add-found');
  clear();
  const allowed = await open({ allowedPortals: [SITE] });
  expect(allowed.root.textContent).not.toContain(t('policySiteClosed', [NAME]));
  expect(allowed.asked).toContain('add-found');
});

it('says nothing at a site where nothing would be added or filled', async () => {
  const { root } = await open({ allowedPortals: [] }, { entries: [], codes: [] });
  expect(root.textContent).not.toContain(t('policySiteClosed', [NAME]));
});

it('says by the name of the organisation why a code was not filled', async () => {
  const { popup, root } = await open({}, { codes: [] });
  await popup.fill('e');
  show(<App popup={popup} nowUnixMs={() => 0} />);
  expect(root.querySelector('[role=alert]')?.textContent?.trim()).toBe(t('policySiteClosed', [NAME]));
});

it('asks for a passphrase where one is required and there is none, and leads to the page that takes it', async () => {
  const { root, opened } = await open({ passphraseRequired: true }, { codes: [] });
  expect(root.textContent).toContain(t('policyAskPassphrase', [NAME]));
  click(button(t('keysChoose')));
  expect(opened).toEqual(['/keys.html']);
  clear();
  expect((await open({}, { codes: [] })).root.textContent).not.toContain(t('policyAskPassphrase', [NAME]));
});

it('offers the customer area to open first while there are no accounts', async () => {
  const set = { presetPortal: `${SITE}/login` };
  const empty = await open(set, { entries: [], codes: [] });
  expect([...empty.root.querySelectorAll('a')].map(({ href }) => href)).toEqual([set.presetPortal]);
  clear();
  expect((await open(set, { codes: [] })).root.querySelector('a')).toBeNull();
});

it('shows no account to a phone where that is forbidden, and says by whom', async () => {
  for (const plainExportForbidden of [true, false]) {
    const { popup, root } = await open({ plainExportForbidden }, { codes: [] });
    popup.openAccount('e');
    show(<App popup={popup} nowUnixMs={() => 0} />);
    // Screens are fetched when they are first shown.
    await vi.waitFor(() => expect(root.querySelector('.account')).not.toBeNull(), { timeout: 10_000 });
    expect(root.textContent?.includes(t('policyMove', [NAME]))).toBe(plainExportForbidden);
    expect([...root.querySelectorAll('button')].some((one) => one.textContent === t('moveShow'))).toBe(
      !plainExportForbidden,
    );
    clear();
  }
});
