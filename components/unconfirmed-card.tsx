import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';

type UnconfirmedCardProps = {
  readonly issuer: string;
  readonly account: string;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
};

/** Asks what becomes of an account that its site never confirmed; neither answer deletes anything. */
export function UnconfirmedCard({ issuer, account, busy, onKeep, onDiscard }: UnconfirmedCardProps) {
  const t = useText();
  return (
    <section class="card unconfirmed" aria-labelledby="unconfirmed-title" aria-busy={busy}>
      <h2 id="unconfirmed-title">{t('unconfirmedTitle')}</h2>
      <p>
        <ForeignText text={issuer} fallback={t('unnamedIssuer')} />{' '}
        <ForeignText text={account} fallback={t('unnamedAccount')} />
      </p>
      <p>{t('unconfirmedLead')}</p>
      <button type="button" class="primary" disabled={busy} onClick={onKeep}>
        {t('unconfirmedKeep')}
      </button>{' '}
      <button type="button" disabled={busy} onClick={onDiscard}>
        {t('unconfirmedDiscard')}
      </button>
      <p class="hint">{t('unconfirmedHint')}</p>
    </section>
  );
}
