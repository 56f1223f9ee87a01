import type { Policies } from '../lib/app/policies.ts';
import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { SiteItem, type SiteView, type StopWhat } from './site-item.tsx';
import { useText } from './text.ts';
import type { ArrangedView, SiteNameView } from './view-models.ts';

type SitesListProps = {
  readonly accounts: readonly ArrangedView[];
  /** Where codes are filled by themselves. */
  readonly automatic: readonly SiteNameView[];
  /** What an organisation has set; null for nothing. */
  readonly policies: Policies | null;
  /** The site that was stopped just now. */
  readonly stopped: { readonly site: SiteNameView; readonly what: StopWhat } | null;
  readonly busy: boolean;
  readonly onStop: (site: SiteNameView, what: StopWhat) => void;
};

const writtenOf = ({ name, ascii }: SiteNameView): string => ascii ?? name;

function sitesOf(accounts: readonly ArrangedView[], automatic: readonly SiteNameView[]): readonly SiteView[] {
  const byName = new Map<string, SiteView>();
  const add = (site: SiteNameView, part: (before: SiteView) => SiteView) => {
    const written = writtenOf(site);
    const before = byName.get(written) ?? { site, written, accounts: [], automatic: false };
    byName.set(written, part(before));
  };
  for (const account of accounts)
    for (const site of account.sites) add(site, (one) => ({ ...one, accounts: [...one.accounts, account] }));
  for (const site of automatic) add(site, (one) => ({ ...one, automatic: true }));
  return [...byName.values()].toSorted((a, b) => a.site.name.localeCompare(b.site.name));
}

function Stopped({ site, what }: NonNullable<SitesListProps['stopped']>) {
  const t = useText();
  // The question that had the focus is gone.
  const said = useFocusOnShow<HTMLParagraphElement>();
  return (
    <Notice kind="success">
      <p ref={said} tabIndex={-1}>
        {t(what === 'all' ? 'sitesStopped' : 'sitesByPress', [site.name])}
      </p>
    </Notice>
  );
}

/** The sites that may get codes, each with its accounts, and how each is stopped; no code goes anywhere else. */
export function SitesList({ accounts, automatic, policies, stopped, busy, onStop }: SitesListProps) {
  const t = useText();
  const sites = sitesOf(accounts, automatic);
  return (
    <>
      {stopped !== null && <Stopped key={`${stopped.what} ${writtenOf(stopped.site)}`} {...stopped} />}
      <p>{t(sites.length === 0 ? 'managerSitesNone' : 'managerSitesLead')}</p>
      <ul class="section-links">
        {sites.map((one) => (
          // What fills by itself no more is asked about anew.
          <SiteItem
            key={`${one.written} ${one.automatic}`}
            one={one}
            policies={policies}
            busy={busy}
            onStop={(what) => onStop(one.site, what)}
          />
        ))}
      </ul>
      <p class="hint">{t('managerSitesHow')}</p>
    </>
  );
}
