import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import { randomBytes } from '../../unit/vault/samples.ts';
import { asking, pickKnown, stored, withEntry } from './act-parts.ts';
import type { Act } from './attempt.ts';
import type { Year } from './year.ts';

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
