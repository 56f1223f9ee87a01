import { useText } from './text.ts';

type AutomaticOfferProps = {
  /** The full host of the site that the code would go to. */
  readonly host: string;
  readonly onAllow: () => void;
  readonly onDecline: () => void;
};

/** Offers once to fill codes of this site without a press; the browser asks its own question after the button. */
export function AutomaticOffer({ host, onAllow, onDecline }: AutomaticOfferProps) {
  const t = useText();
  return (
    <section class="card automatic" aria-labelledby="automatic-title">
      <h2 id="automatic-title">{t('automaticTitle')}</h2>
      <p>{t('automaticLead', [host])}</p>
      <p class="hint">{t('automaticAsk')}</p>
      <div class="buttons">
        <button type="button" onClick={onAllow}>
          {t('automaticButton')}
        </button>
        <button type="button" class="plain" onClick={onDecline}>
          {t('automaticLater')}
        </button>
      </div>
    </section>
  );
}
