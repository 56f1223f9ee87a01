import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

type UnlockProps = {
  readonly busy: boolean;
  /** What was tried last did not open it; without a passphrase: the computer's key is gone. */
  readonly wrong: boolean;
  /** The vault's key lies on this computer: a press opens it. */
  readonly withoutPassphrase?: boolean;
  readonly onUnlock: (passphrase: string) => void;
  /** Present when the vault has a recovery slot. */
  readonly onRecover?: (recoveryCode: string) => void;
};

/** Asks for the passphrase, or the recovery code, of a locked vault. */
export function Unlock({ busy, wrong, withoutPassphrase = false, onUnlock, onRecover }: UnlockProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const press = useFocusOnShow<HTMLButtonElement>();
  const [typed, setTyped] = useState('');
  const [recovering, setRecovering] = useState(false);
  const ready = !busy && (withoutPassphrase || typed !== '');
  const wrongText = t(recovering ? 'unlockWrongRecovery' : 'unlockWrongPassphrase');
  return (
    <section class="view" aria-labelledby="unlock-title">
      <h1 id="unlock-title">{t('unlockTitle')}</h1>
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          if (recovering) onRecover?.(typed);
          else onUnlock(typed);
        }}
      >
        {!withoutPassphrase && (
          <Field
            label={t(recovering ? 'recoveryLabel' : 'passphrase')}
            type={recovering ? 'text' : 'password'}
            value={typed}
            onValue={setTyped}
            autocomplete={recovering ? 'off' : 'current-password'}
            inputRef={input}
            problem={wrong && !busy ? wrongText : null}
          />
        )}
        {withoutPassphrase && wrong && !busy && (
          <p class="problem" role="alert">
            {t('unlockKeyGone')}
          </p>
        )}
        <button type="submit" class="primary" disabled={!ready} {...(withoutPassphrase ? { ref: press } : {})}>
          {t(busy ? 'unlockBusy' : 'unlockButton')}
        </button>
      </form>
      {onRecover !== undefined && (
        <button
          type="button"
          class="plain"
          disabled={busy}
          onClick={() => {
            setTyped('');
            setRecovering(!recovering);
            input.current?.focus();
          }}
        >
          {t(recovering ? 'unlockUsePassphrase' : 'unlockUseRecovery')}
        </button>
      )}
    </section>
  );
}
