import { useContext } from 'preact/hooks';
import type { Copied } from '../lib/app/clear-clipboard.ts';
import { CodeDigits } from './code-digits.tsx';
import { groupCode, isEnding, pairCode } from './code-text.ts';
import { CopiedNotice } from './copied-notice.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { ShownHabits } from './shown-habits.ts';
import { useText } from './text.ts';
import { useEscape } from './use-escape.ts';
import type { EntryView } from './view-models.ts';
import { visibleText } from './visible-text.ts';

type LargeCodeProps = {
  readonly entry: EntryView;
  readonly nowUnixMs: number;
  readonly copied: Copied | null;
  readonly onCopy: (id: string) => void;
  readonly onAdvance: (id: string) => void;
  readonly onBack: () => void;
};

/** One code as large as the window lets it be, for eyes and for those who type it elsewhere; Escape goes back. */
export function LargeCode({ entry, nowUnixMs, copied, ...act }: LargeCodeProps) {
  const t = useText();
  const { grouping } = useContext(ShownHabits);
  const code = useFocusOnShow<HTMLButtonElement>();
  const { onBack } = act;
  useEscape(onBack);
  const names = [visibleText(entry.issuer) || t('unnamedIssuer'), visibleText(entry.account) || t('unnamedAccount')];
  return (
    // What was asked for by a press of its own is not covered.
    <ShownHabits.Provider value={{ grouping, hidden: false }}>
      <section class="view large" aria-labelledby="large-title">
        <h1 id="large-title">
          <ForeignText text={entry.issuer} fallback={t('unnamedIssuer')} />
        </h1>
        <p>
          <ForeignText text={entry.account} fallback={t('unnamedAccount')} />
        </p>
        <button
          type="button"
          class={entry.code.length > 6 ? 'code code-long' : 'code'}
          ref={code}
          aria-label={t('codeCopy', [entry.code, ...names])}
          aria-description={pairCode(entry.code)}
          onClick={() => act.onCopy(entry.id)}
        >
          <CodeDigits code={entry.code} />
        </button>
        {entry.kind === 'hotp' ? (
          <button type="button" onClick={() => act.onAdvance(entry.id)}>
            {t('codeAdvance')}
          </button>
        ) : (
          <CountdownRing endsUnixMs={entry.endsUnixMs} periodSeconds={entry.periodSeconds} nowUnixMs={nowUnixMs} />
        )}
        <p class="next-code">
          {isEnding(entry, nowUnixMs) && t('codeNext', [groupCode(entry.nextCode, grouping).join(' ')])}
        </p>
        <CopiedNotice copied={copied} />
        <button type="button" class="plain" onClick={onBack}>
          {t('back')}
        </button>
      </section>
    </ShownHabits.Provider>
  );
}
