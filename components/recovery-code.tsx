import { useState } from 'preact/hooks';
import { useText } from './text.ts';

type RecoveryCodeProps = { readonly code: string; readonly onSaved: () => void };

/** Shows the vault's recovery code once; going on needs the customer's word that it was written down. */
export function RecoveryCode({ code, onSaved }: RecoveryCodeProps) {
  const t = useText();
  const [saved, setSaved] = useState(false);
  return (
    <section class="view" aria-labelledby="recovery-title">
      <h1 id="recovery-title">{t('recoveryTitle')}</h1>
      <p>{t('recoveryLead')}</p>
      <p>
        <span class="visually-hidden">{t('recoveryLabel')}: </span>
        <output class="recovery-code">{code}</output>
      </p>
      <label class="check">
        <input type="checkbox" checked={saved} onChange={(event) => setSaved(event.currentTarget.checked)} />
        {t('recoverySaved')}
      </label>
      <button type="button" class="primary" disabled={!saved} onClick={onSaved}>
        {t('recoveryContinue')}
      </button>
    </section>
  );
}
