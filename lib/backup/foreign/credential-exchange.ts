import { ok, type Result } from '../../result.ts';
import { isRecord } from '../../vault/shape.ts';
import { foreignAccount, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { itemsOf, recordsOf } from './foreign-json.ts';

type Item = Record<string, unknown>;

/** The titles of the collections that hold an item, by its identifier. */
function groupsOf(account: Item): ReadonlyMap<unknown, unknown> {
  const all = recordsOf(account.collections).flatMap((one) => [one, ...recordsOf(one.subCollections)]);
  return new Map(all.flatMap(({ title, items }) => recordsOf(items).map(({ item }) => [item, title] as const)));
}

const codesOf = (item: Item, group: unknown): readonly ForeignItem[] =>
  recordsOf(item.credentials)
    .filter(({ type }) => type === 'totp')
    .map((one) =>
      foreignAccount({
        issuer: textOf(one.issuer) || item.title,
        account: one.username,
        type: 'totp',
        secret: one.secret,
        algorithm: one.algorithm,
        digits: one.digits,
        periodSeconds: one.period,
        group,
        pinned: item.favorite === true,
      }),
    );

/** The accounts of a file's items; those without codes are counted. */
export function readCredentialExchange(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json)) return damaged;
  let others = 0;
  const items = itemsOf(json.accounts, (account) => {
    const groups = groupsOf(account);
    return itemsOf(account.items, (item) => {
      const codes = codesOf(item, groups.get(item.id));
      if (codes.length === 0) others += 1;
      return codes;
    });
  });
  return ok(contentOf(items, others));
}

/** FIDO's Credential Exchange Format, which password managers hand each other. */
export const credentialExchange: ForeignFormat = {
  id: 'credential-exchange',
  app: 'Credential Exchange Format (1Password, Bitwarden, Dashlane, Apple and others)',
  appShown: '',
  reads: 'JSON of version 1.0, plain',
  source: 'https://fidoalliance.org/specs/cx/cxf-v1.0-ps-20250814.html',
  recognise: ({ json }) => isRecord(json) && 'exporterRpId' in json && Array.isArray(json.accounts),
  read: async ({ json }) => readCredentialExchange(json),
};
