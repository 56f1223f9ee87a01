import type { ComponentChildren } from 'preact';
import { ForeignText } from './foreign-text.tsx';
import { StateBadge } from './state-badge.tsx';
import { useText } from './text.ts';
import type { EntryView } from './view-models.ts';

type AccountDetailsProps = {
  readonly entry: EntryView;
  readonly children: ComponentChildren;
  readonly onBack: () => void;
};

/** One account with what can be done about it. */
export function AccountDetails({ entry, children, onBack }: AccountDetailsProps) {
  const t = useText();
  return (
    <section class="view account" aria-labelledby="account-title">
      <h1 id="account-title">
        <ForeignText text={entry.issuer} fallback={t('unnamedIssuer')} />
      </h1>
      <p class="names">
        <ForeignText text={entry.account} fallback={t('unnamedAccount')} />
        <StateBadge state={entry.state} />
      </p>
      {children}
      <p class="leave">
        <button type="button" class="plain" onClick={onBack}>
          {t('back')}
        </button>
      </p>
    </section>
  );
}
