import { useRef, useState } from 'preact/hooks';
import type { Policies } from '../lib/app/policies.ts';
import { AccountName } from './account-name.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { organisationOf } from './organisation.ts';
import { SiteLink } from './site-link.tsx';
import { useText } from './text.ts';
import type { ArrangedView, SiteNameView } from './view-models.ts';

/** What is stopped at a site: filling by itself, or all filling. */
export type StopWhat = 'automatic' | 'all';

/** One site that may get codes; `written`: as the browser writes it. */
export type SiteView = {
  readonly site: SiteNameView;
  readonly written: string;
  readonly accounts: readonly ArrangedView[];
  readonly automatic: boolean;
};

type SiteItemProps = {
  readonly one: SiteView;
  readonly policies: Policies | null;
  readonly busy: boolean;
  readonly onStop: (what: StopWhat) => void;
};

type StopQuestionProps = Omit<SiteItemProps, 'policies'> & { readonly onKeep: () => void };

/** Says what stopping a site means, before it is done: nothing of ours allows it again but a visit there. */
function StopQuestion({ one, busy, onStop, onKeep }: StopQuestionProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <div class="site-question">
      <h2 ref={title} tabIndex={-1}>
        {t('sitesStopTitle', [one.site.name])}
      </h2>
      {one.automatic && (
        <>
          <p>{t('sitesStopOwnLead')}</p>
          <div class="buttons">
            <button type="button" disabled={busy} onClick={() => onStop('automatic')}>
              {t('settingsSiteStop')}
            </button>
          </div>
        </>
      )}
      <p>{t('sitesStopAllLead')}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={() => onStop('all')}>
          {t('sitesStopAll')}
        </button>
        <button type="button" class="primary" disabled={busy} onClick={onKeep}>
          {t('sitesKeep')}
        </button>
      </div>
    </div>
  );
}

/** One site with its accounts, and the question that stops it. */
export function SiteItem({ one, policies, busy, onStop }: SiteItemProps) {
  const t = useText();
  const [asking, setAsking] = useState(false);
  const stop = useRef<HTMLButtonElement>(null);
  const { site, written, accounts, automatic } = one;
  const allowed = policies?.allowedPortals ?? null;
  const keep = () => {
    setAsking(false);
    stop.current?.focus();
  };
  return (
    <li
      onKeyDown={(event) => {
        if (event.key === 'Escape' && asking) keep();
      }}
    >
      <SiteLink site={site} />
      {accounts.map((account) => (
        <p key={account.id}>
          <AccountName issuer={account.issuer} account={account.account} />
        </p>
      ))}
      {accounts.length === 0 && <p>{t('sitesNoAccount')}</p>}
      {automatic && <p>{t('settingsSiteOn', [site.name])}</p>}
      {policies !== null && allowed !== null && !allowed.includes(written) && (
        <p>{t('policySiteClosed', [organisationOf(t, policies)])}</p>
      )}
      <div class="buttons">
        <button
          ref={stop}
          type="button"
          aria-expanded={asking}
          aria-label={t('sitesStopLabel', [site.name])}
          onClick={() => setAsking(!asking)}
        >
          {t('sitesStop')}
        </button>
      </div>
      {asking && <StopQuestion one={one} busy={busy} onStop={onStop} onKeep={keep} />}
    </li>
  );
}
