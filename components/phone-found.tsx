import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { FoundCounts } from './found-counts.tsx';
import { FoundNamesakes } from './found-namesakes.tsx';
import { LookAlike } from './look-alike.tsx';
import { Monogram } from './monogram.tsx';
import { PhoneLeftOut } from './phone-left-out.tsx';
import { PhoneParts } from './phone-parts.tsx';
import { useText } from './text.ts';
import type { FoundView, LookAlikeView, PhoneFoundView } from './view-models.ts';
import { visibleText } from './visible-text.ts';

type PhoneFoundProps = {
  readonly found: PhoneFoundView;
  /** What stands above it. */
  readonly title: string;
  /** The host that what is added belongs to; null where it belongs to none yet. */
  readonly site: string | null;
  readonly lookAlike: LookAlikeView | null;
  readonly busy: boolean;
  readonly onAddAll: () => void;
  /** Replaces the stored account of an id, which was one of those shown. */
  readonly onReplace: (index: number, entryId: string) => void;
  readonly onKeepBoth: (index: number) => void;
  readonly onForget: () => void;
};

type RowProps = Pick<PhoneFoundProps, 'site' | 'busy' | 'onReplace' | 'onKeepBoth'> & { readonly account: FoundView };

function Row({ account: { index, issuer, account, status, namesakes }, site, busy, onReplace, onKeepBoth }: RowProps) {
  const t = useText();
  const names: [string, string] = [
    visibleText(issuer) === '' ? t('unnamedIssuer') : visibleText(issuer),
    visibleText(account) === '' ? t('unnamedAccount') : visibleText(account),
  ];
  return (
    <li data-status={status}>
      <div class="signed">
        <Monogram name={issuer} sites={site === null ? [] : [{ name: `https://${site}`, ascii: null }]} />
        <span>
          <span class="strong">
            <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
          </span>{' '}
          <ForeignText text={account} fallback={t('unnamedAccount')} />
          {status === 'already-here' && <span class="quiet"> ({t('movedHere')})</span>}
        </span>
      </div>
      {status === 'other-secret' && (
        <FoundNamesakes
          namesakes={namesakes}
          busy={busy}
          names={names}
          onReplace={(entryId) => onReplace(index, entryId)}
          onKeepAll={() => onKeepBoth(index)}
        />
      )}
    </li>
  );
}

/** Codes that were meant as keys; a link or a text is no account that could not be read. */
const keysOf = (others: PhoneFoundView['others']) =>
  others.filter(({ kind }) => kind === 'unknown-key' || kind === 'damaged-key');

/** The accounts that a phone's codes hold, the button that adds those that are new, and everything that cannot be added. */
export function PhoneFound({
  found,
  title: words,
  site,
  lookAlike,
  busy,
  onAddAll,
  onReplace,
  onKeepBoth,
  onForget,
}: PhoneFoundProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const { accounts, batches } = found;
  const fresh = accounts.filter(({ status }) => status === 'new').length;
  const allHere = accounts.length > 0 && accounts.every(({ status }) => status === 'already-here');
  return (
    <section class="card" aria-labelledby="phone-found-title" aria-busy={busy}>
      <h2 id="phone-found-title" ref={title} tabIndex={-1}>
        {words}
      </h2>
      <FoundCounts accounts={accounts} unreadable={found.refused.length + keysOf(found.others).length} />
      <PhoneParts batches={batches} />
      {accounts.length > 0 && (
        <ul class="phone-accounts">
          {accounts.map((account) => (
            <Row
              key={account.index}
              account={account}
              site={site}
              busy={busy}
              onReplace={onReplace}
              onKeepBoth={onKeepBoth}
            />
          ))}
        </ul>
      )}
      {allHere && <p class="state">{t('phoneAllHere')}</p>}
      <PhoneLeftOut found={found} />
      {fresh > 0 && lookAlike !== null && <LookAlike lookAlike={lookAlike}>{t('lookAlikeAdd')}</LookAlike>}
      {fresh > 0 && <p>{site === null ? t('phoneNoSite', [t('codeUseHere', ['…'])]) : t('areaSite', [site])}</p>}
      <div class="buttons">
        {fresh > 0 && (
          <button type="button" class="primary" disabled={busy} onClick={onAddAll}>
            {t(busy ? 'foundAdding' : fresh === 1 ? 'phoneAddOne' : 'movedAdd')}
          </button>
        )}
        <button type="button" disabled={busy} onClick={onForget}>
          {t('phoneForget')}
        </button>
      </div>
    </section>
  );
}
