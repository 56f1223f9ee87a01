import { ok } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount } from './foreign-account.ts';
import { damaged } from './foreign-error.ts';
import { contentOf, type ForeignFormat } from './foreign-format.ts';
import { itemsOf, recordsOf } from './foreign-json.ts';

/** LastPass Authenticator's export. */
export const lastPass: ForeignFormat = {
  id: 'lastpass',
  app: 'LastPass Authenticator',
  reads: 'JSON',
  source: 'https://github.com/stratumauth/app',
  recognise: ({ json }) =>
    isRecord(json) && recordsOf(json.accounts).some((one) => 'timeStep' in one || 'issuerName' in one),
  async read({ json }) {
    if (!isRecord(json)) return damaged;
    const folders = new Map(recordsOf(json.folders).map(({ id, name }) => [id, name]));
    const items = itemsOf(json.accounts, (one) => {
      const folder = isRecord(one.folderData) ? one.folderData.folderId : null;
      return foreignAccount({
        issuer: one.issuerName ?? one.originalIssuerName,
        account: one.userName ?? one.originalUserName,
        type: 'totp',
        secret: one.secret,
        algorithm: one.algorithm,
        digits: one.digits,
        periodSeconds: one.timeStep,
        group: folders.get(folder),
        pinned: one.isFavorite === true,
      });
    });
    return ok(contentOf(items));
  },
};
