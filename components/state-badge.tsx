import { useText } from './text.ts';
import type { EntryView } from './view-models.ts';

const keys = { pending: 'statePending', confirmed: 'stateConfirmed', stale: 'stateStale' } as const;

/** Whether the site has accepted the entry, in words, never by colour alone. */
export function StateBadge({ state }: { state: EntryView['state'] }) {
  const t = useText();
  return <span class={`badge badge-${state}`}>{t(keys[state])}</span>;
}
