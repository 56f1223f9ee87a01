import { useContext, useEffect, useRef } from 'preact/hooks';
import type { Copied } from '../lib/app/clear-clipboard.ts';
import { CodeDigits } from './code-digits.tsx';
import { groupCode, isEnding, pairCode, secondsLeft } from './code-text.ts';
import { CopiedNotice } from './copied-notice.tsx';
import { CountdownRing } from './countdown-ring.tsx';
import { EnlargeButton } from './enlarge-button.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { isKeyAlone } from './key-alone.ts';
import { Monogram } from './monogram.tsx';
import { ShownHabits } from './shown-habits.ts';
import { StateBadge } from './state-badge.tsx';
import { useText } from './text.ts';
import { UseHereDoubt } from './use-here-doubt.tsx';
import type { EntryView, LookAlikeView } from './view-models.ts';
import { visibleText } from './visible-text.ts';

type CodeRowProps = {
  readonly entry: EntryView;
  readonly nowUnixMs: number;
  /** The current page's host; null where nothing can be filled. */
  readonly host: string | null;
  readonly copied: Copied | null;
  /** Whether its own screen was just left: the focus comes back to the button that opened it. */
  readonly left: boolean;
  /** Whether that was its code in large, with a button of its own. */
  readonly leftLarge?: boolean;
  /** Whether an account that has a site already can be given this one too. */
  readonly choosing: boolean;
  /** Present after a press that would have used the account at a doubtful site. */
  readonly doubt: { readonly lookAlike: LookAlikeView | null } | null;
  readonly onCopy: (id: string) => void;
  readonly onFill: (id: string) => void;
  readonly onUseHere: (id: string) => void;
  readonly onAdvance: (id: string) => void;
  readonly onMore: (id: string) => void;
  readonly onLarge: (id: string) => void;
  readonly onUseHereAnyway: () => void;
  readonly onLeaveDoubt: () => void;
};

/** One account: names, code (a click copies it), time left, the button that fills it or binds it to this site, and one for more. */
export function CodeRow({
  entry,
  nowUnixMs,
  host,
  copied,
  left,
  leftLarge = false,
  choosing,
  doubt,
  ...act
}: CodeRowProps) {
  const t = useText();
  const { grouping, hidden } = useContext(ShownHabits);
  const { onMore } = act;
  const more = useFocusOnShow<HTMLButtonElement>(left && !leftLarge);
  // The warning goes with the button that was pressed in it: the focus returns to where it came from.
  const useHere = useRef<HTMLButtonElement>(null);
  const doubted = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (doubted.current && doubt === null && lost) (useHere.current ?? more.current)?.focus();
    doubted.current = doubt !== null;
  }, [doubt === null]);
  const issuer = visibleText(entry.issuer) || t('unnamedIssuer');
  const account = visibleText(entry.account) || t('unnamedAccount');
  const byTime = entry.kind !== 'hotp';
  const ending = isEnding(entry, nowUnixMs);
  return (
    <li class={`row row-${entry.state}${entry.belongsHere ? ' row-here' : ''}`}>
      <div class="names">
        <Monogram name={entry.issuer} sites={entry.sites} />
        <span class="whose">
          <span class="strong">
            <ForeignText text={entry.issuer} fallback={t('unnamedIssuer')} />
          </span>
          <ForeignText text={entry.account} fallback={t('unnamedAccount')} />
        </span>
        <StateBadge state={entry.state} />
        <EnlargeButton names={[issuer, account]} takesFocus={left && leftLarge} onPress={() => act.onLarge(entry.id)} />
      </div>
      <div class="code-line">
        <button
          type="button"
          class={entry.code.length > 6 ? 'code code-long' : 'code'}
          data-code-button
          aria-label={t('codeCopy', [entry.code, issuer, account])}
          aria-description={pairCode(entry.code)}
          aria-keyshortcuts="L"
          onClick={() => act.onCopy(entry.id)}
          onKeyDown={(event) => {
            if (isKeyAlone(event, 'l')) act.onLarge(entry.id);
          }}
        >
          <CodeDigits code={entry.code} />
        </button>
        {byTime && (
          <CountdownRing endsUnixMs={entry.endsUnixMs} periodSeconds={entry.periodSeconds} nowUnixMs={nowUnixMs} />
        )}
        {!byTime && (
          <button
            type="button"
            aria-label={t('codeAdvanceLabel', [issuer, account])}
            onClick={() => act.onAdvance(entry.id)}
          >
            {t('codeAdvance')}
          </button>
        )}
        {host !== null && entry.belongsHere && (
          <button
            type="button"
            class="primary"
            data-first-act
            aria-label={t('codeFillLabel', [issuer, account])}
            onClick={() => act.onFill(entry.id)}
          >
            {t('codeFill')}
          </button>
        )}
        {host !== null && doubt === null && !entry.belongsHere && (choosing || entry.sites.length === 0) && (
          <button
            type="button"
            ref={useHere}
            aria-label={t('codeUseHereLabel', [issuer, account, host])}
            onClick={() => act.onUseHere(entry.id)}
          >
            {t('codeUseHere', [host])}
          </button>
        )}
        <button
          type="button"
          class="more"
          ref={more}
          aria-label={t('codeMoreLabel', [issuer, account])}
          onClick={() => onMore(entry.id)}
        >
          ⋯
        </button>
      </div>
      <div class="below">
        {ending && (
          <p class={hidden ? 'next-code next-covered' : 'next-code'}>
            {t('codeNext', [groupCode(entry.nextCode, grouping).join(' ')])}
          </p>
        )}
        {!ending && entry.used && (
          <p class="next-code">{t('codeUsed', [String(secondsLeft(entry.endsUnixMs, nowUnixMs))])}</p>
        )}
        <CopiedNotice copied={copied} />
      </div>
      {host !== null && doubt !== null && (
        <UseHereDoubt
          host={host}
          lookAlike={doubt.lookAlike}
          sites={entry.sites}
          onAnyway={act.onUseHereAnyway}
          onLeave={act.onLeaveDoubt}
        />
      )}
    </li>
  );
}
