import { useText } from './text.ts';

type MoveOfferProps = {
  readonly busy: boolean;
  /** Whether a code was shown and is hidden again. */
  readonly hidden: boolean;
  /** Whether this account's code was shown, so that one from the phone can prove it. */
  readonly shown: boolean;
  readonly onShow: () => void;
  /** Present where there are several accounts. */
  readonly onMany?: () => void;
};

/** Offers to move the account to a phone. */
export function MoveOffer({ busy, hidden, shown, onShow, onMany }: MoveOfferProps) {
  const t = useText();
  return (
    <section aria-labelledby="offer-title">
      <h2 id="offer-title">{t('moveTitle')}</h2>
      {hidden && <p role="status">{t('moveHidden')}</p>}
      <p>{t(shown ? 'moveProve' : 'moveLead')}</p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={onShow}>
          {t(hidden ? 'moveShowAgain' : 'moveShow')}
        </button>
        {onMany !== undefined && (
          <button type="button" disabled={busy} onClick={onMany}>
            {t('moveMany')}
          </button>
        )}
      </div>
    </section>
  );
}
