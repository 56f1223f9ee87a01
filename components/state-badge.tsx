import { useText } from './text.ts';
import type { EntryViewState } from './view-models.ts';

const keys = { pending: 'statePending', confirmed: 'stateConfirmed', stale: 'stateStale' } as const;

/** Whether the site has accepted the entry, in words, never by colour alone. */
export function StateBadge({ state }: { state: EntryViewState }) {
  const t = useText();
  return <span class={`badge badge-${state}`}>{t(keys[state])}</span>;
}
