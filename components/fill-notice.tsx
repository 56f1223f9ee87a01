import { secondsLeft } from './code-text.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';
import type { EntryView } from './view-models.ts';

// The background waits for the next code when less is left (`authoriseFill`).
const shortLifeSeconds = 3;

type FillNoticeProps = {
  /** The account whose code is on its way; null when none is. */
  readonly filling: EntryView | null;
  readonly nowUnixMs: number;
  /** Why nothing was filled, and where the code is instead, if it may be had at all; null when nothing went wrong. */
  readonly problem: {
    readonly key: TextKey;
    readonly instead: 'copied' | 'copy' | null;
    /** What the sentence names, if it names somebody. */
    readonly names?: readonly string[];
  } | null;
};

/** What a fill waits for, or why it did not happen and where the code is instead. */
export function FillNotice({ filling, nowUnixMs, problem }: FillNoticeProps) {
  const t = useText();
  if (filling !== null) {
    const seconds = secondsLeft(filling.endsUnixMs, nowUnixMs);
    if (filling.used) return <Notice kind="info">{t('fillWaitingUsed', [String(seconds)])}</Notice>;
    return seconds <= shortLifeSeconds ? (
      <Notice kind="info">{t('fillWaitingEnding', [String(seconds)])}</Notice>
    ) : null;
  }
  if (problem === null) return null;
  return (
    <Notice kind={problem.instead === 'copied' ? 'info' : 'error'}>
      {t(problem.key, problem.names)}{' '}
      {problem.instead !== null && t(problem.instead === 'copied' ? 'fillCopied' : 'fillCopy')}
    </Notice>
  );
}
