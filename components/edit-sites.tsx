import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

type EditSitesProps = {
  readonly sites: readonly SiteNameView[];
  /** Those that go when the form is saved, by the name that the browser writes. */
  readonly removed: readonly string[];
  readonly onRemoved: (removed: readonly string[]) => void;
};

/** A site as the browser writes it. */
const originOf = ({ name, ascii }: SiteNameView): string => ascii ?? name;

/** The sites where an account's codes may be filled, each of which can go. */
export function EditSites({ sites, removed, onRemoved }: EditSitesProps) {
  const t = useText();
  return (
    <fieldset class="edit-sites">
      <legend>{t('editSites')}</legend>
      {sites.length > 0 && (
        <ul>
          {sites.map((site) => {
            const origin = originOf(site);
            const goes = removed.includes(origin);
            return (
              <li key={origin}>
                <SiteName site={site} />{' '}
                <button
                  type="button"
                  aria-label={t(goes ? 'editSiteKeepLabel' : 'editSiteRemoveLabel', [site.name])}
                  onClick={() => onRemoved(goes ? removed.filter((one) => one !== origin) : [...removed, origin])}
                >
                  {t(goes ? 'editSiteKeep' : 'editSiteRemove')}
                </button>
                {goes && <p class="hint">{t('editSiteGoes')}</p>}
              </li>
            );
          })}
        </ul>
      )}
      <p class="hint">{t(sites.length === 0 ? 'editSitesNone' : 'editSitesHint')}</p>
    </fieldset>
  );
}
