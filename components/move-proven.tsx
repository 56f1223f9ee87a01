import { useFocusOnShow } from './focus-on-show.ts';
import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

type MoveProvenProps = {
  readonly busy: boolean;
  /** Whether the removal was pressed once and is asked about. */
  readonly removing: boolean;
  /** Where two-factor login stays on. */
  readonly sites: readonly SiteNameView[];
  readonly onAsk: () => void;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
};

function Question({ busy, sites, onKeep, onRemove }: Omit<MoveProvenProps, 'removing' | 'onAsk'>) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <>
      <h3 ref={title} tabIndex={-1}>
        {t('removeTitle')}
      </h3>
      <p>{t('removeLead')}</p>
      {sites.length > 0 && (
        <p>
          {t('removeStillOn')}{' '}
          {sites.map((site) => (
            <SiteName key={site.name} site={site} />
          ))}
        </p>
      )}
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onRemove}>
          {t(busy ? 'working' : 'removeConfirm')}
        </button>
        <button type="button" class="primary" disabled={busy} onClick={onKeep}>
          {t('removeKeep')}
        </button>
      </div>
    </>
  );
}

/** Says that the phone makes the right codes, and lets the account go from here. */
export function MoveProven({ removing, onAsk, ...rest }: MoveProvenProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section class="proven" aria-labelledby="proven-title">
      <h2 id="proven-title" ref={title} tabIndex={-1}>
        {t('moveProvenTitle')}
      </h2>
      <p>{t('moveProvenLead')}</p>
      {removing ? (
        <Question {...rest} />
      ) : (
        <button type="button" onClick={onAsk}>
          {t('removeButton')}
        </button>
      )}
    </section>
  );
}
