import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';
import type { LookedAt } from './view-models.ts';

type NothingFoundProps = {
  readonly looked: LookedAt;
  /** What the button of the page says that seems to lead to the code; null where none does. */
  readonly setupButton: string | null;
  readonly busy: boolean;
  readonly onRetry: () => void;
  /** Present where an account can be typed. */
  readonly onManual?: () => void;
  /** Present where accounts can be brought from a phone. */
  readonly onFromPhone?: () => void;
  /** Present where the place of a code can be shown in a picture of the page. */
  readonly onArea?: () => void;
  /** Present where a picture of a code, or its setup link, can be given. */
  readonly onPicture?: () => void;
  /** Present while a screenshot has not been tried. */
  readonly onScreenshot?: () => void;
};

/** Says what was examined, what to do next, and offers the manual form. */
export function NothingFound({
  looked,
  setupButton,
  busy,
  onRetry,
  onManual,
  onArea,
  onPicture,
  onFromPhone,
  onScreenshot,
}: NothingFoundProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="nothing-title" aria-busy={busy}>
      <h1 id="nothing-title">{t('nothingTitle')}</h1>
      <h2>{t('nothingLooked')}</h2>
      <ul>
        <li>{t('nothingPictures', [String(looked.pictures)])}</li>
        <li>{t('nothingLinks', [String(looked.links)])}</li>
        <li>{t('nothingFrames', [String(looked.frames)])}</li>
        {looked.unread > 0 && <li>{t('nothingUnread', [String(looked.unread)])}</li>}
        <li>{t(looked.screenshot ? 'nothingScreenshotYes' : 'nothingScreenshotNo')}</li>
      </ul>
      {setupButton !== null && (
        <p>
          {t('nothingButton')} <ForeignText text={setupButton} />
        </p>
      )}
      <p>{t(looked.frames === 0 ? 'nothingClosed' : 'nothingAdvice')}</p>
      <div class="buttons">
        {onScreenshot !== undefined && (
          <button type="button" class="primary" disabled={busy} onClick={onScreenshot}>
            {t('nothingScreenshot')}
          </button>
        )}
        <button type="button" disabled={busy} onClick={onRetry}>
          {t(busy ? 'working' : 'nothingRetry')}
        </button>
        {onArea !== undefined && (
          <button type="button" disabled={busy} onClick={onArea}>
            {t('nothingArea')}
          </button>
        )}
        {onPicture !== undefined && (
          <button type="button" onClick={onPicture}>
            {t('pictureTitle')}
          </button>
        )}
        {onManual !== undefined && (
          <button type="button" onClick={onManual}>
            {t('nothingManual')}
          </button>
        )}
        {onFromPhone !== undefined && (
          <button type="button" onClick={onFromPhone}>
            {t('phoneTitle')}
          </button>
        )}
      </div>
    </section>
  );
}
