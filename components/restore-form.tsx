import { useId, useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { FormButtons } from './form-buttons.tsx';
import { useText } from './text.ts';
import type { RestoreProblem } from './view-models.ts';

const problemKeys = {
  'wrong-passphrase': 'restoreWrongPassphrase',
  damaged: 'restoreDamaged',
  altered: 'restoreAltered',
  'newer-version': 'restoreNewer',
  'not-a-backup': 'restoreUnknown',
  'too-large': 'restoreTooLarge',
} as const;

type RestoreFormProps = {
  readonly busy: boolean;
  readonly problem: RestoreProblem | null;
  /** The file is handed over unread; the passphrase may be empty. */
  readonly onRestore: (file: File, passphrase: string) => void;
  /** Opens the page that takes other apps' files. */
  readonly onOtherApp: () => void;
  readonly onCancel: () => void;
};

/** Takes a backup file and its passphrase. */
export function RestoreForm({ busy, problem, onRestore, onOtherApp, onCancel }: RestoreFormProps) {
  const t = useText();
  const id = useId();
  const fileInput = useFocusOnShow<HTMLInputElement>();
  const [passphrase, setPassphrase] = useState('');
  const [missing, setMissing] = useState(false);
  const aboutFile = missing ? t('restoreNoFile') : problem && problem !== 'wrong-passphrase' && t(problemKeys[problem]);
  return (
    <section class="view" aria-labelledby="restore-title">
      <h1 id="restore-title">{t('restoreTitle')}</h1>
      <p>{t('restoreLead')}</p>
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          const file = fileInput.current?.files?.[0];
          setMissing(file === undefined);
          if (!busy && file !== undefined) onRestore(file, passphrase);
        }}
      >
        <div class="field">
          <label for={id}>{t('restoreFile')}</label>
          <input
            id={id}
            type="file"
            ref={fileInput}
            disabled={busy}
            aria-invalid={Boolean(aboutFile)}
            aria-describedby={`${id}-problem`}
            onChange={() => setMissing(false)}
          />
          <p class="problem" id={`${id}-problem`} role="alert">
            {busy ? '' : aboutFile}
          </p>
          {problem === 'not-a-backup' && !busy && !missing && (
            <>
              <p>{t('restoreOtherApp')}</p>
              <button type="button" onClick={onOtherApp}>
                {t('phoneTitle')}
              </button>
            </>
          )}
        </div>
        <Field
          label={t('restorePassphrase')}
          type="password"
          value={passphrase}
          onValue={setPassphrase}
          disabled={busy}
          problem={problem === 'wrong-passphrase' && !busy ? t(problemKeys[problem]) : null}
        />
        <FormButtons disabled={busy} onCancel={onCancel}>
          {t(busy ? 'working' : 'restoreButton')}
        </FormButtons>
      </form>
    </section>
  );
}
