import { ok, type Result } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { readPasswordItem } from './password-item.ts';

/** The accounts of Bitwarden's items; those without codes are counted. */
export function readBitwardenItems(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json) || !Array.isArray(json.items)) return damaged;
  const folders = new Map(
    [...recordsOf(json.folders), ...recordsOf(json.collections)].map(({ id, name }) => [id, name]),
  );
  let others = 0;
  const items = itemsOf(json.items, (one) => {
    const { totp, username } = recordAt(one, 'login');
    if (textOf(totp).trim() === '') {
      others += 1;
      return [];
    }
    return readPasswordItem(totp, {
      title: one.name,
      username,
      group: folders.get(one.folderId),
      pinned: one.favorite === true,
    });
  });
  return ok(contentOf(items, others));
}

/** Bitwarden's plain export, and Bitwarden Authenticator's. */
export const bitwarden: ForeignFormat = {
  id: 'bitwarden',
  app: 'Bitwarden, Bitwarden Authenticator',
  appShown: 'Bitwarden',
  reads: 'JSON, plain',
  source: 'https://bitwarden.com/help/export-your-data/',
  recognise: ({ json }) => isRecord(json) && json.encrypted === false && Array.isArray(json.items),
  read: async ({ json }) => readBitwardenItems(json),
};
