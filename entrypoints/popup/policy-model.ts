import type { ListedEntry } from '../../lib/app/entry-listing.ts';
import { isPortalAllowed, type Policies } from '../../lib/app/policies.ts';
import type { SiteModel } from './site-model.ts';

/** What an organisation has set; null until it is known. */
export type PolicyModel = {
  readonly policies: Policies | null;
  /** Whether Doorcode opens without the passphrase that is required. */
  readonly lacksPassphrase: boolean;
};

/** Before anything is known of it. */
export const emptyPolicies: PolicyModel = { policies: null, lacksPassphrase: false };

type Here = PolicyModel &
  Pick<SiteModel, 'origin' | 'found'> & { readonly entries: readonly Pick<ListedEntry, 'belongsHere'>[] };

/** What closed the site in front, where something would be added or filled else; null for nothing. */
export function closedBy({ policies, origin, found, entries }: Here): Policies | null {
  if (policies === null || origin === null || isPortalAllowed(policies, origin)) return null;
  const isShown = found.codes.length > 0 || found.migration.accounts.length > 0;
  return isShown || entries.some(({ belongsHere }) => belongsHere) ? policies : null;
}
