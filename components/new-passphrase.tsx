import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { StrengthMeter, strengthText } from './strength-meter.tsx';
import { useText } from './text.ts';
import { useStrength } from './use-strength.ts';

type NewPassphraseProps = {
  readonly busy: boolean;
  readonly submitText: string;
  readonly onPassphrase: (passphrase: string) => void;
};

/**
 * Asks for a new passphrase twice and hands it over exactly as typed, never trimmed. It says how hard the passphrase is to
 * guess and refuses none, since the customer may know better; a very easy one takes a second press.
 */
export function NewPassphrase({ busy, submitText, onPassphrase }: NewPassphraseProps) {
  const t = useText();
  const first = useFocusOnShow<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [shown, setShown] = useState(false);
  const [refused, setRefused] = useState(false);
  const [warnedOf, setWarnedOf] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const strength = useStrength(passphrase);
  const warned = passphrase !== '' && warnedOf === passphrase;
  const type = shown ? 'text' : 'password';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || passphrase === '') return;
        setRefused(passphrase !== repeated);
        if (passphrase !== repeated) return;
        if (strength?.score === 0 && !warned) setWarnedOf(passphrase);
        else onPassphrase(passphrase);
      }}
    >
      <Field
        label={t('passphrase')}
        type={type}
        value={passphrase}
        onValue={(typed) => {
          setPassphrase(typed);
          setLeft(false);
        }}
        onLeave={() => setLeft(true)}
        autocomplete="new-password"
        inputRef={first}
        disabled={busy}
        {...(strength === null ? {} : { hint: strengthText(t, strength) })}
      >
        <StrengthMeter strength={strength} aloud={left} />
      </Field>
      <Field
        label={t('repeatPassphrase')}
        type={type}
        value={repeated}
        onValue={setRepeated}
        autocomplete="new-password"
        disabled={busy}
        problem={refused && passphrase !== repeated ? t('passphrasesDiffer') : null}
      />
      <label class="check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
        {t('showPassphrase')}
      </label>
      {warned && (
        <p class="problem" role="alert">
          {t('strengthSure')}
        </p>
      )}
      <button type="submit" class="primary" disabled={busy || passphrase === ''}>
        {busy ? t('working') : warned ? t('strengthUseAnyway') : submitText}
      </button>
    </form>
  );
}
