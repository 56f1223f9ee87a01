import { codeAt } from '../../../lib/otp/code.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import type { ManualForm } from '../../../lib/app/manual-account.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { randomBytes } from '../../unit/vault/samples.ts';
import type { Act } from './attempt.ts';
import { TAB } from './background.ts';
import type { Known, Model } from './model.ts';
import type { Year } from './year.ts';

/** The issuer of both accounts of a fixture, of which one was removed. */
export const RELEASED = 'Example';

const isDone = ({ kind }: PageAnswer): boolean => kind === 'done';

/** An act that is one request, and is done where the answer says so. */
const asking = (name: string, request: PageRequest, apply: Act['apply']): Act => ({
  name,
  run: async ({ ask }) => isDone(await ask(request)),
  apply,
});

const withEntry = (model: Model, known: Known): Model => ({
  ...model,
  entries: new Map([...model.entries, [known.issuer, known]]),
});

const without = (model: Model, issuers: readonly string[]): Model => ({
  ...model,
  entries: new Map([...model.entries].filter(([issuer]) => !issuers.includes(issuer))),
});

/** The id of an account in the vault, and when it was changed last. */
async function stored({ background }: Year, issuer: string) {
  const content = await background.vault.read({ use: false });
  const entry = content.ok ? content.value.entries.find((one) => one.issuer === issuer) : undefined;
  if (entry === undefined) throw new Error(`there is no ${issuer}`);
  return entry;
}

const pickKnown = (year: Year): Known => year.chance.pick([...year.model.entries.values()]);

/** A new account, of any kind. */
export function adding(year: Year): Act {
  year.count += 1;
  const kind = year.chance.pick(['totp', 'totp', 'totp', 'hotp', 'steam'] as const);
  const secret = randomBytes(20);
  const [issuer, account] = [`Service ${year.count}`, `user${year.count}@example.com`];
  const form: ManualForm = {
    ...{ issuer, account, secretText: encodeBase32(secret), kind },
    ...{ algorithm: year.chance.pick(['SHA1', 'SHA256', 'SHA512'] as const), digits: 6, periodSeconds: 30, counter: 0 },
  };
  const known: Known = {
    ...{ issuer, account, secret: toBase64(secret), counter: kind === 'hotp' ? 0 : null },
    ...{ origins: [], pinned: false, state: 'pending', keptUnconfirmed: false },
  };
  return asking('added', { kind: 'add-manual', form }, (model) => withEntry(model, known));
}

/** Another name for an account, or another key, which can be taken back. */
export async function editing(year: Year, what: 'name' | 'name or key' = 'name or key'): Promise<Act> {
  const known = pickKnown(year);
  const { id, updatedUnixMs, parameters } = await stored(year, known.issuer);
  const isKey = what !== 'name' && parameters.type === 'totp' && year.chance.below(2) === 0;
  const secret = randomBytes(20);
  year.count += 1;
  const account = isKey ? known.account : `renamed${year.count}@example.com`;
  const usual = { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 } as const;
  const codes = isKey ? { ...usual, secretText: encodeBase32(secret) } : null;
  const edit = { issuer: known.issuer, account, removedSites: [], codes, shownCounter: null };
  const [trueMs, forwards] = [year.trueMs, year.forwards];
  let taken: Year['edit'] = null;
  return {
    name: isKey ? 'key edited' : 'renamed',
    async run({ ask }) {
      const shown = { entryId: id, shownUnixMs: updatedUnixMs, edit, despiteCodes: true };
      const answer = await ask({ kind: 'edit-entry', ...shown });
      if (answer.kind !== 'edited') return false;
      const { keptId } = answer;
      taken = keptId === null ? null : { issuer: known.issuer, keptId, updatedUnixMs: answer.updatedUnixMs };
      return true;
    },
    apply: (model) => {
      const other = { secret: toBase64(secret), state: 'pending', keptUnconfirmed: true } as const;
      const changed = isKey ? { ...known, ...other } : { ...known, account };
      const removed = isKey ? [...model.removed, { known, trueMs, forwards, former: true }] : model.removed;
      return { ...withEntry(model, changed), removed };
    },
    known: () => {
      year.edit = taken;
    },
  };
}

/** Takes back an edit of a key; null where there is none to take back. */
export async function undoing(year: Year): Promise<Act | null> {
  const { edit, model } = year;
  const now = edit === null ? undefined : model.entries.get(edit.issuer);
  if (edit === null || now === undefined) return null;
  const { id, updatedUnixMs } = await stored(year, edit.issuer);
  const former = model.removed.findLast((one) => one.former && one.known.issuer === edit.issuer);
  if (updatedUnixMs !== edit.updatedUnixMs || former === undefined) return null;
  const at = { trueMs: year.trueMs, forwards: year.forwards };
  const { keptId, updatedUnixMs: shownUnixMs } = edit;
  return {
    ...asking('edit taken back', { kind: 'undo-edit', entryId: id, keptId, shownUnixMs }, (before) => ({
      ...withEntry(before, former.known),
      removed: [...before.removed.filter((one) => one !== former), { known: now, ...at, former: true }],
    })),
    known: () => {
      year.edit = null;
    },
  };
}

/** Removes up to three accounts together. */
export async function removing(year: Year): Promise<Act> {
  const gone = [...new Set(Array.from({ length: 1 + year.chance.below(3) }, () => pickKnown(year)))];
  const ids = await Promise.all(gone.map(async ({ issuer }) => (await stored(year, issuer)).id));
  const [id = ''] = ids;
  const request = ids.length === 1 ? { kind: 'remove-entry' as const, entryId: id } : null;
  const at = { trueMs: year.trueMs, forwards: year.forwards };
  return asking('removed', request ?? { kind: 'remove-accounts', entryIds: ids }, (model) => ({
    ...without(
      model,
      gone.map(({ issuer }) => issuer),
    ),
    removed: [...model.removed, ...gone.map((known) => ({ known, ...at, former: false }))],
  }));
}

/** Puts a removed account back, or deletes it for good; null where there is none. */
export async function fromRemoved(year: Year, what: 'put-back' | 'delete-for-good'): Promise<Act | null> {
  const content = await year.background.vault.read({ use: false });
  const trash = content.ok ? content.value.trash : [];
  const candidates = year.model.removed.flatMap((one) => {
    const { known } = one;
    // What an account was before an edit, or a fixture's of the same names, is another one in the model.
    if (one.former || known.issuer === RELEASED) return [];
    const isIt = ({ issuer, account, parameters }: Entry): boolean =>
      issuer === known.issuer && account === known.account && toBase64(parameters.secret) === known.secret;
    return trash.filter(({ entry }) => isIt(entry)).map(({ entry }) => ({ one, id: entry.id }));
  });
  if (candidates.length === 0) return null;
  const { one, id } = year.chance.pick(candidates);
  const name = what === 'put-back' ? 'put back' : 'deleted for good';
  return asking(name, { kind: what, entryId: id }, (model) => {
    const removed = model.removed.filter((each) => each !== one);
    return what === 'put-back' ? { ...withEntry(model, one.known), removed } : { ...model, removed };
  });
}

/** Pins an account, or takes the pin away, and puts all in another order. */
export async function arranging(year: Year): Promise<Act> {
  const known = pickKnown(year);
  const { id } = await stored(year, known.issuer);
  const marks = [{ entryId: id, pinned: !known.pinned, group: '' }];
  return asking('arranged', { kind: 'arrange-accounts', marks, order: [id] }, (model) =>
    withEntry(model, { ...known, pinned: !known.pinned }),
  );
}

/** Keeps an account that its site never confirmed; null where there is none. */
export async function keeping(year: Year): Promise<Act | null> {
  const waiting = [...year.model.entries.values()].filter((one) => one.state === 'pending' && !one.keptUnconfirmed);
  if (waiting.length === 0) return null;
  const known = year.chance.pick(waiting);
  const { id } = await stored(year, known.issuer);
  return asking('kept unconfirmed', { kind: 'keep-unconfirmed', entryId: id }, (model) =>
    withEntry(model, { ...known, keptUnconfirmed: true }),
  );
}

/** Fills an account's code into the tab, which gets the account's site, or gives the account the site where it has none. */
export async function filling(year: Year): Promise<Act> {
  const known = pickKnown(year);
  const { id, parameters } = await stored(year, known.issuer);
  const [own] = known.origins;
  const origin = own ?? `https://service${year.count}.example`;
  year.tab.origin = origin;
  year.tab.documentId = `document ${year.trueMs}`;
  const sure = { despiteLookAlike: true, asSecondSite: false };
  const here = { kind: 'use-here', tabId: TAB, entryId: id, shown: origin, ...sure } as const;
  const request: PageRequest = own === undefined ? here : { kind: 'fill', tabId: TAB, entryId: id };
  const counter = known.counter === null ? null : known.counter + 1;
  return {
    name: 'filled',
    async run({ ask, vault }) {
      const answer = await ask(request);
      if (answer.kind !== 'fill' || answer.result.kind !== 'written') return false;
      const content = await vault.read({ use: false });
      const seconds = (content.ok && content.value.correction?.seconds) || 0;
      const { code } = codeAt(parameters, year.world.now + seconds * 1_000);
      if (year.tab.written.at(-1)?.code !== code) year.faults.push(`${known.issuer} was filled with another code`);
      // A code that was given while storage was full is given; its counter is not moved, and the answer says so.
      return answer.result.counterKept && !year.full;
    },
    apply: (model) => withEntry(model, { ...known, counter, origins: [origin] }),
    between: (model) => withEntry(model, { ...known, origins: [origin] }),
  };
}
