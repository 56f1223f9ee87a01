import { SiteName } from './site-name.tsx';
import type { SiteNameView } from './view-models.ts';

/** The address of a site, as the browser wrote it; null for what is no web site, or is written so that another is opened. */
function addressOf({ name, ascii }: SiteNameView): string | null {
  const written = ascii ?? name;
  const url = URL.parse(written);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === written ? written : null;
}

/** A site's name, which opens it beside what is open. */
export function SiteLink({ site }: { readonly site: SiteNameView }) {
  const address = addressOf(site);
  if (address === null) return <SiteName site={site} />;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      <SiteName site={site} />
    </a>
  );
}
