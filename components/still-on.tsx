import { Around, placeOf } from './around.tsx';
import { listText } from './formats.ts';
import { SiteLink } from './site-link.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

/** Where two-factor login is still on, each site with the way there; nothing for an account without one. */
export function StillOn({ sites }: { readonly sites: readonly SiteNameView[] }) {
  const t = useText();
  if (sites.length === 0) return null;
  return (
    <Around
      sentence={t('removeStillOn', [
        listText(
          t,
          sites.map((_, index) => placeOf(index)),
        ),
      ])}
    >
      {sites.map((site) => (
        <SiteLink key={site.name} site={site} />
      ))}
    </Around>
  );
}
