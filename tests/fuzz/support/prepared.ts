import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { type Background, GRANTED, type Stored } from './background.ts';

/** The key of every account here, and its name at the site: what no message may give away. */
export const secret = new TextEncoder().encode('a secret of twenty b');
const key = encodeBase32(secret);
const nothing: Stored = { local: {}, session: {}, databases: {} };
const tabId = 1;
const link = (account: string) => `otpauth://totp/Acme:${account}?secret=${key}&issuer=Acme`;
/** What the vault is made with: an emergency key, and a key of this computer's. */
export const vaultKeys = {
  passphrase: 'remove',
  recovery: { salt: Buffer.alloc(16, 4).toString('base64'), kekBase64: Buffer.alloc(32, 6).toString('base64') },
  computer: 'new',
} as const;

/** What lies in storage and memory beside the vault, of every key that Doorcode reads, where no request of ours left it. */
const beside = {
  local: { habits: { grouping: 'pairs', hidden: true, clearSeconds: 60 }, 'copies.later': 1_795_790_000_000 },
  session: {
    'clock.checked': { check: { kind: 'off', bySeconds: 40 }, origin: GRANTED, atUnixMs: 1_795_790_000_000 },
    'codes.seen': 1_795_790_000_000,
    'life.later': [{ entryId: 'none', place: null }],
    'noticed.1': { documentId: 'D1' },
    'add.1': { kind: 'page', untilUnixMs: 1_795_790_100_000 },
    'area.1': { origin: GRANTED },
    'login.named': { 1: { origin: GRANTED, entryId: 'none', untilUnixMs: 1_795_790_060_000 } },
    'sites.wanted': { origin: GRANTED, tabId, untilUnixMs: 1_795_790_060_000 },
    'backup.offers': [{ origin: GRANTED, entryId: null, quote: 'Keep these.', codes: ['abcd-1234', 'efgh-5678'] }],
    'backup.settled': ['none'],
    'added.undo': { undo: 'none', looks: [] },
    'copies.sealed': { copyId: 'none', last: null },
  },
};

/** What a background leaves behind that was used: an open vault with two accounts of a site where codes are filled by themselves. */
export async function prepare(background: Background): Promise<Stored> {
  background.start(nothing, undefined, 1);
  const { ask } = background;
  await ask({ kind: 'create-vault', keys: vaultKeys, replacing: false });
  for (const account of ['ada@example.org', 'bob@example.org']) {
    const found = await ask({
      kind: 'found-texts',
      tabId,
      from: GRANTED,
      texts: [link(account)],
      shownKeys: [],
      screenshot: false,
    });
    const shown = found.kind === 'found' ? (found.id ?? '') : '';
    await ask({ kind: 'add-found', tabId, shown, index: 0, choice: 'keep-both', replaces: null });
  }
  await ask({ kind: 'want-automatic', tabId, shown: GRANTED });
  await background.allow();
  await ask({ kind: 'set-auto-lock', minutes: 30 });
  await ask({ kind: 'set-shared-computer', shared: false });
  await ask({ kind: 'phone-texts', tabId: 9, texts: [link('cy@example.org')] });
  await ask({
    kind: 'found-texts',
    tabId,
    from: GRANTED,
    texts: [link('dan@example.org')],
    shownKeys: [key],
    screenshot: false,
  });
  const listed = await ask({ kind: 'list-accounts' });
  const [first] = listed.kind === 'accounts' ? listed.accounts : [];
  await ask({ kind: 'fill', tabId, entryId: first?.id ?? '' });
  background.put(beside);
  // As a background leaves it that was used on several days.
  background.put({ local: { 'vault.day.1': background.stored().local['vault.b'] }, session: {} });
  const stored = background.stored();
  return { ...stored, session: { ...beside.session, ...stored.session } };
}
