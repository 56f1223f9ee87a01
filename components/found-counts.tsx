import { ImportCounts } from './import-counts.tsx';
import type { FoundView } from './view-models.ts';

type FoundCountsProps = { readonly accounts: readonly FoundView[]; readonly unreadable: number };

/** How many of a phone's accounts are new, here already, here with other codes, or of no use. */
export function FoundCounts({ accounts, unreadable }: FoundCountsProps) {
  const count = (status: FoundView['status']): number => accounts.filter((one) => one.status === status).length;
  return (
    <ImportCounts
      fresh={count('new')}
      same={count('already-here')}
      differing={count('other-secret')}
      unreadable={unreadable}
    />
  );
}
