import { SiteName } from './site-name.tsx';
import type { SiteNameView } from './view-models.ts';

/** The address of a site, as the browser wrote it; null for what is no web site. */
function addressOf({ name, ascii }: SiteNameView): string | null {
  const url = URL.parse(ascii ?? name);
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : null;
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
