import { useEffect, useRef } from 'preact/hooks';
import { LookAlike } from './look-alike.tsx';
import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { LookAlikeView, SiteNameView } from './view-models.ts';

type UseHereDoubtProps = {
  readonly host: string;
  /** Present where this site resembles one of an account. */
  readonly lookAlike: LookAlikeView | null;
  /** The sites that the account belongs to already. */
  readonly sites: readonly SiteNameView[];
  readonly onAnyway: () => void;
  readonly onLeave: () => void;
};

/** Why an account is not used at this site at the first press, and the second press that does it all the same. */
export function UseHereDoubt({ host, lookAlike, sites, onAnyway, onLeave }: UseHereDoubtProps) {
  const t = useText();
  const whole = useRef<HTMLElement>(null);
  // The warning comes first to eye and ear: a focus on its buttons would scroll it out of a small popup.
  useEffect(() => {
    whole.current?.focus({ preventScroll: true });
    whole.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <section class="doubt" aria-label={t('doubtAnyway', [host])} tabIndex={-1} ref={whole}>
      {lookAlike !== null && <LookAlike lookAlike={lookAlike}>{t('lookAlikeUse')}</LookAlike>}
      {sites.length > 0 && (
        <div class="look-alike" role="alert">
          <p class="strong">{t('doubtOtherSite')}</p>
          <ul>
            {sites.map((site) => (
              <li key={site.name}>
                <SiteName site={site} />
              </li>
            ))}
          </ul>
          <p>{t('doubtTwoSites', [host])}</p>
        </div>
      )}
      <div class="buttons">
        <button type="button" onClick={onLeave}>
          {t('doubtLeave')}
        </button>
        <button type="button" class="plain" onClick={onAnyway}>
          {t('doubtAnyway', [host])}
        </button>
      </div>
    </section>
  );
}
