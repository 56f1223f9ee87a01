import { encodeBase32 } from '../../otp/base32.ts';
import { formatKeyUri } from '../../otp/key-uri.ts';
import type { Entry } from '../../vault/entry.ts';
import { type ExportedText, groupsOf, newUuid, type RandomBytes, sortOut } from './export-format.ts';

const LOGIN = 1;

const totpOf = (entry: Entry): string =>
  entry.parameters.type === 'steam' ? `steam://${encodeBase32(entry.parameters.secret)}` : formatKeyUri(entry);

/** Accounts as Bitwarden's plain JSON, each a login with its sites; Bitwarden makes no codes by counter. */
export function exportBitwarden(entries: readonly Entry[], randomBytes: RandomBytes): ExportedText {
  const { fit, leftOut } = sortOut(entries, ({ parameters }) => (parameters.type === 'hotp' ? 'kind' : null));
  const folders = groupsOf(fit).map((name) => ({ id: newUuid(randomBytes), name }));
  const items = fit.map((entry) => ({
    id: newUuid(randomBytes),
    organizationId: null,
    folderId: folders.find(({ name }) => name === entry.group)?.id ?? null,
    type: LOGIN,
    reprompt: 0,
    name: entry.issuer || entry.account || 'Doorcode',
    notes: null,
    favorite: entry.pinned === true,
    login: {
      uris: entry.origins.map((uri) => ({ match: null, uri })),
      username: entry.account || null,
      password: null,
      totp: totpOf(entry),
    },
    collectionIds: null,
  }));
  return { text: `${JSON.stringify({ encrypted: false, folders, items }, null, 2)}\n`, held: fit, leftOut };
}
