import type { ComponentChildren } from 'preact';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { StateBadge } from './state-badge.tsx';
import { useText } from './text.ts';
import type { EntryView } from './view-models.ts';

type AccountDetailsProps = {
  readonly entry: EntryView;
  /** Whether its name takes the focus, where the press that opened it has gone. */
  readonly focused?: boolean;
  readonly children: ComponentChildren;
  readonly onBack: () => void;
};

/** One account with what can be done about it. */
export function AccountDetails({ entry, focused = false, children, onBack }: AccountDetailsProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>(focused);
  return (
    <section class="view account" aria-labelledby="account-title">
      <h1 id="account-title" ref={title} tabIndex={-1}>
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
