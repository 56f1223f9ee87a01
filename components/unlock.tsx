import { useState } from 'preact/hooks';
import { EmergencyForm } from './emergency-form.tsx';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import { notThePassphrase } from './typed-elsewhere.ts';
import type { TypedKeyProblem } from './view-models.ts';

type UnlockProps = {
  readonly busy: boolean;
  /** What was tried last did not open it; without a passphrase: the computer's key is gone. */
  readonly wrong: boolean;
  /** The vault's key lies on this computer: a press opens it. */
  readonly withoutPassphrase?: boolean;
  /** Whether there is an emergency key at all. */
  readonly hasEmergencyKey?: boolean;
  readonly emergencyProblem?: TypedKeyProblem | null;
  readonly onUnlock: (passphrase: string) => void;
  /** Absent on a page where no emergency key is taken: it says where it is. */
  readonly onEmergencyKey?: (typed: string) => void;
  /** Offers a new beginning, for a saved copy that has a passphrase of its own. */
  readonly onBeginAnew?: () => void;
};

type LostKeyProps = Pick<UnlockProps, 'busy' | 'emergencyProblem' | 'hasEmergencyKey' | 'onEmergencyKey'> & {
  /** What is said where nothing is left that opens it. */
  readonly without: string;
  readonly onBeginAnew: (() => void) | undefined;
};

/** The way in by the emergency key, or the plain word that there is none. */
function LostKey({ busy, emergencyProblem = null, hasEmergencyKey, without, ...act }: LostKeyProps) {
  const t = useText();
  const { onEmergencyKey, onBeginAnew } = act;
  if (hasEmergencyKey)
    return onEmergencyKey === undefined ? (
      <p>{t('unlockKeyElsewhere')}</p>
    ) : (
      <EmergencyForm
        busy={busy}
        problem={emergencyProblem}
        submitText={t('unlockButton')}
        onKey={(typed) => onEmergencyKey(typed)}
      />
    );
  return (
    <>
      <p>{without}</p>
      {onBeginAnew !== undefined && (
        <button type="button" disabled={busy} onClick={onBeginAnew}>
          {t('unlockBeginAnew')}
        </button>
      )}
    </>
  );
}

/** Asks for the passphrase, or the emergency key, of a locked vault. */
export function Unlock({ busy, wrong, withoutPassphrase = false, onUnlock, onBeginAnew, ...keys }: UnlockProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const press = useFocusOnShow<HTMLButtonElement>();
  const [typed, setTyped] = useState('');
  const [forgotten, setForgotten] = useState(false);
  // Once this computer's key was missing, what was typed wrong afterwards does not bring it back.
  const [gone, setGone] = useState(false);
  if (withoutPassphrase && wrong && !busy && !gone) setGone(true);
  const ready = !busy && (withoutPassphrase || typed !== '');
  const lost = { busy, onBeginAnew, ...keys };
  return (
    <section class="view" aria-labelledby="unlock-title">
      <h1 id="unlock-title">{t('unlockTitle')}</h1>
      {gone && (
        <>
          <Notice kind="warning">{t(keys.hasEmergencyKey ? 'unlockKeyGone' : 'unlockKeyGoneForGood')}</Notice>
          <LostKey {...lost} without={t('unlockSavedCopy')} />
        </>
      )}
      {!gone && !forgotten && (
        <form
          aria-busy={busy}
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) onUnlock(typed);
          }}
        >
          {!withoutPassphrase && (
            <Field
              label={t('passphrase')}
              type="password"
              value={typed}
              onValue={setTyped}
              autocomplete="current-password"
              inputRef={input}
              problem={wrong && !busy ? notThePassphrase(t, typed, t('unlockWrongPassphrase')) : null}
            />
          )}
          <button type="submit" class="primary" disabled={!ready} {...(withoutPassphrase ? { ref: press } : {})}>
            {t(busy ? 'unlockBusy' : 'unlockButton')}
          </button>
        </form>
      )}
      {forgotten && <LostKey {...lost} without={t('unlockNoKey')} />}
      {!withoutPassphrase && (
        <button
          type="button"
          class="plain"
          disabled={busy}
          onClick={() => {
            setTyped('');
            setForgotten(!forgotten);
          }}
        >
          {t(forgotten ? 'unlockUsePassphrase' : 'unlockForgotten')}
        </button>
      )}
    </section>
  );
}
