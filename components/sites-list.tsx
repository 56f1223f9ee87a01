import { ForeignText } from './foreign-text.tsx';
import { SiteLink } from './site-link.tsx';
import { useText } from './text.ts';
import type { ArrangedView, SiteNameView } from './view-models.ts';

type SiteView = { readonly site: SiteNameView; readonly accounts: readonly ArrangedView[] };

function sitesOf(accounts: readonly ArrangedView[]): readonly SiteView[] {
  const byName = new Map<string, SiteView>();
  for (const account of accounts)
    for (const site of account.sites) {
      const key = site.ascii ?? site.name;
      byName.set(key, { site, accounts: [...(byName.get(key)?.accounts ?? []), account] });
    }
  return [...byName.values()].toSorted((a, b) => a.site.name.localeCompare(b.site.name));
}

/** The sites that may get codes, each with its accounts; no code goes anywhere else. */
export function SitesList({ accounts }: { readonly accounts: readonly ArrangedView[] }) {
  const t = useText();
  const sites = sitesOf(accounts);
  return (
    <>
      <p>{t(sites.length === 0 ? 'managerSitesNone' : 'managerSitesLead')}</p>
      <ul class="section-links">
        {sites.map(({ site, accounts: own }) => (
          <li key={site.ascii ?? site.name}>
            <SiteLink site={site} />
            {own.map((account) => (
              <p key={account.id}>
                <ForeignText text={account.issuer} fallback={t('unnamedIssuer')} />,{' '}
                <ForeignText text={account.account} fallback={t('unnamedAccount')} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p class="hint">{t('managerSitesHow')}</p>
    </>
  );
}
