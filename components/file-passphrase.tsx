import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { FormButtons } from './form-buttons.tsx';
import { useText } from './text.ts';

type FilePassphraseProps = {
  /** Whose file it is; empty where that is not known. */
  readonly app: string;
  /** Whether it may as well be another kind of file. */
  readonly guess: boolean;
  /** Whether one was tried, and opened nothing. */
  readonly wrong: boolean;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onClose: () => void;
};

/** Asks for the passphrase that locks another app's file. */
export function FilePassphrase({ app, guess, wrong, busy, onPassphrase, onClose }: FilePassphraseProps) {
  const t = useText();
  const box = useFocusOnShow<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onPassphrase(passphrase);
      }}
    >
      <h2>{t('filePassphraseTitle')}</h2>
      <p>
        {app !== '' && `${t(guess ? 'fileMaybe' : 'fileOf', [app])} `}
        {t('filePassphraseLead')}
      </p>
      {/* Never disabled: it takes the focus as it appears, when the page may not have come to rest yet. */}
      <Field
        label={t('filePassphrase')}
        type="password"
        value={passphrase}
        onValue={setPassphrase}
        inputRef={box}
        problem={wrong ? t('filePassphraseWrong') : null}
      />
      <FormButtons disabled={busy} onCancel={onClose}>
        {t('fileOpen')}
      </FormButtons>
    </form>
  );
}
