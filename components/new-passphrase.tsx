import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';

// Advice only: a passphrase of any length is accepted, since the customer may know better.
const adviceBelowCharacters = 12;

type NewPassphraseProps = {
  readonly busy: boolean;
  readonly submitText: string;
  readonly onPassphrase: (passphrase: string) => void;
};

/** Asks for a new passphrase twice and hands it over exactly as typed, never trimmed. */
export function NewPassphrase({ busy, submitText, onPassphrase }: NewPassphraseProps) {
  const t = useText();
  const first = useFocusOnShow<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [shown, setShown] = useState(false);
  const [refused, setRefused] = useState(false);
  const type = shown ? 'text' : 'password';
  const short = passphrase !== '' && passphrase.length < adviceBelowCharacters;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (busy || passphrase === '') return;
        setRefused(passphrase !== repeated);
        if (passphrase === repeated) onPassphrase(passphrase);
      }}
    >
      <Field
        label={t('passphrase')}
        type={type}
        value={passphrase}
        onValue={setPassphrase}
        autocomplete="new-password"
        inputRef={first}
        disabled={busy}
        {...(short ? { hint: t('passphraseShort') } : {})}
      />
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
      <button type="submit" class="primary" disabled={busy || passphrase === ''}>
        {busy ? t('working') : submitText}
      </button>
    </form>
  );
}
