import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { dayText } from './formats.ts';
import { Monogram } from './monogram.tsx';
import { SiteLink } from './site-link.tsx';
import { useText } from './text.ts';
import type { RemovedView } from './view-models.ts';

type RemovedListProps = {
  readonly accounts: readonly RemovedView[];
  readonly busy: boolean;
  readonly onPutBack: (id: string) => void;
  readonly onDelete: (id: string) => void;
  /** Absent where the page's own navigation leads away. */
  readonly onBack?: () => void;
};

type RowProps = Omit<RemovedListProps, 'accounts' | 'onBack'> & {
  readonly removed: RemovedView;
  /** Whether *Delete for good* was pressed once. */
  readonly asked: boolean;
  readonly onAsk: (id: string | null) => void;
};

function Row({ removed, asked, busy, onAsk, onPutBack, onDelete }: RowProps) {
  const t = useText();
  const { id, issuer, account, sites, removedUnixMs, keptUntilUnixMs } = removed;
  return (
    <li>
      <div class="signed">
        <Monogram name={issuer} sites={sites} />
        <p>
          <span class="strong">
            <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
          </span>{' '}
          <ForeignText text={account} fallback={t('unnamedAccount')} />
          {/* Written out in full where the sites stand below with the way there. */}
          {!asked &&
            sites.map((site) => (
              <span key={site.name} class="quiet">
                {' '}
                <ForeignText text={site.name} />
              </span>
            ))}
        </p>
      </div>
      <p class="hint">{t('removedWhen', [dayText(t, removedUnixMs), dayText(t, keptUntilUnixMs)])}</p>
      {asked && (
        <p role="alert" class="problem">
          {t('removedDeleteLead')}
        </p>
      )}
      {asked && sites.length > 0 && (
        <p>
          {t('removedDeleteSites')}{' '}
          {sites.map((site) => (
            <Fragment key={site.name}>
              <SiteLink site={site} />{' '}
            </Fragment>
          ))}
        </p>
      )}
      <div class="buttons">
        <button type="button" disabled={busy} onClick={() => (asked ? onAsk(null) : onPutBack(id))}>
          {t(asked ? 'cancel' : 'removedPutBack')}
        </button>
        <button type="button" disabled={busy} onClick={() => (asked ? onDelete(id) : onAsk(id))}>
          {t(asked ? 'removedDeleteConfirm' : 'removedDelete')}
        </button>
      </div>
    </li>
  );
}

/** Accounts that were removed, with the time that is left to put them back. */
export function RemovedList({ accounts, onBack, ...rest }: RemovedListProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const [asked, ask] = useState<string | null>(null);
  return (
    <section class="view" aria-labelledby="removed-title">
      <h1 id="removed-title" ref={title} tabIndex={-1}>
        {t('removedTitle')}
      </h1>
      <p>{t(accounts.length === 0 ? 'removedNone' : 'removedLead')}</p>
      {accounts.length > 0 && (
        <ul class="removed">
          {accounts.map((removed) => (
            <Row key={removed.id} removed={removed} asked={asked === removed.id} onAsk={ask} {...rest} />
          ))}
        </ul>
      )}
      {onBack !== undefined && (
        <button type="button" class="plain" onClick={onBack}>
          {t('back')}
        </button>
      )}
    </section>
  );
}
