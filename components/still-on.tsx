import { Fragment } from 'preact';
import { SiteLink } from './site-link.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

/** Where two-factor login is still on, each site with the way there; nothing for an account without one. */
export function StillOn({ sites }: { readonly sites: readonly SiteNameView[] }) {
  const t = useText();
  if (sites.length === 0) return null;
  return (
    <>
      {t('removeStillOn')}{' '}
      {sites.map((site, index) => (
        <Fragment key={site.name}>
          {index > 0 && ', '}
          <SiteLink site={site} />
        </Fragment>
      ))}
    </>
  );
}
