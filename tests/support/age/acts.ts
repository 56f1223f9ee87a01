import type { ManualForm } from '../../../lib/app/manual-account.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { randomBytes } from '../../unit/vault/samples.ts';
import { asking, pickKnown, RELEASED, stored, withEntry } from './act-parts.ts';
import type { Act } from './attempt.ts';
import type { Known, Model } from './model.ts';
import type { Year } from './year.ts';

const without = (model: Model, issuers: readonly string[]): Model => ({
  ...model,
  entries: new Map([...model.entries].filter(([issuer]) => !issuers.includes(issuer))),
});

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
