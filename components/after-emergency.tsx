import { NewPassphrase } from './new-passphrase.tsx';
import { useText } from './text.ts';

type AfterEmergencyProps = {
  readonly busy: boolean;
  /** The key on this computer was lost: it can have a new one. */
  readonly wasThisComputer: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onComputer: () => void;
  readonly onLater: () => void;
};

/** After the emergency key has opened Doorcode: what is to open it from now on. */
export function AfterEmergency({ busy, wasThisComputer, onPassphrase, onComputer, onLater }: AfterEmergencyProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="after-title">
      <h1 id="after-title">{t(wasThisComputer ? 'afterComputerTitle' : 'afterTitle')}</h1>
      <p>{t(wasThisComputer ? 'afterComputerLead' : 'afterLead')}</p>
      {wasThisComputer && (
        <>
          <button type="button" class="primary" disabled={busy} onClick={onComputer}>
            {t('afterComputerButton')}
          </button>
          <h2>{t('afterTitle')}</h2>
        </>
      )}
      <NewPassphrase busy={busy} submitText={t('choiceSet')} onPassphrase={onPassphrase} />
      <p class="hint">{t('keysCopies')}</p>
      <button type="button" class="plain" disabled={busy} onClick={onLater}>
        {t('keyLater')}
      </button>
    </section>
  );
}
