import { ForeignText } from './foreign-text.tsx';
import { counted } from './formats.ts';
import { FoundCounts } from './found-counts.tsx';
import { Monogram } from './monogram.tsx';
import { PhoneLeftOut } from './phone-left-out.tsx';
import { useText } from './text.ts';
import type { MovedView } from './view-models.ts';

type MovedCardProps = { readonly moved: MovedView; readonly busy: boolean; readonly onAddAll: () => void };

/** All accounts of a phone app's export codes, and the one button that adds those that are not here yet. */
export function MovedCard({ moved, busy, onAddAll }: MovedCardProps) {
  const t = useText();
  const { accounts, missing, refused } = moved;
  const anyNew = accounts.some(({ status }) => status !== 'already-here');
  return (
    <section class="card" aria-labelledby="moved-title" aria-busy={busy}>
      <h2 id="moved-title">{t('movedTitle')}</h2>
      <p>{counted(t, 'movedLead', accounts.length)}</p>
      <FoundCounts accounts={accounts} unreadable={refused.length} />
      <ul class="moved">
        {accounts.map(({ index, issuer, account, status }) => (
          <li key={index} class="signed">
            <Monogram name={issuer} sites={[]} />
            <span>
              <span class="strong">
                <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
              </span>{' '}
              <ForeignText text={account} fallback={t('unnamedAccount')} />
              {status !== 'new' && (
                <span class="quiet"> ({t(status === 'already-here' ? 'movedHere' : 'movedOther')})</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {missing > 0 && <p>{t('movedMissing', [String(missing)])}</p>}
      <PhoneLeftOut found={{ refused, others: [] }} />
      {anyNew && (
        <button type="button" class="primary" data-first-act disabled={busy} onClick={onAddAll}>
          {t(busy ? 'foundAdding' : 'movedAdd')}
        </button>
      )}
    </section>
  );
}
