import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

// A host has 253 characters at most (RFC 1035 §2.3.4), a scheme and a port come on top: the end of a name is never cut off.
const longestName = 280;

/** A site's name in letters of one width, so that two of them can be compared one under the other. */
export function SiteName({ site }: { readonly site: SiteNameView }) {
  const t = useText();
  return (
    <span class="site-name">
      <ForeignText text={site.name} longest={longestName} />
      {site.ascii !== null && (
        <span class="site-ascii">
          {t('siteWritten')} <ForeignText text={site.ascii} longest={longestName} />
        </span>
      )}
    </span>
  );
}
