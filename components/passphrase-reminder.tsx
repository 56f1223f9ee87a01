import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useText } from './text.ts';
import { notThePassphrase } from './typed-elsewhere.ts';

type PassphraseReminderProps = {
  readonly busy: boolean;
  /** Whether the last try was another passphrase. */
  readonly wrong: boolean;
  readonly onTry: (passphrase: string) => void;
  readonly onLater: () => void;
  readonly onStop: () => void;
};

/** Asks for the passphrase for practice. Nothing depends on the answer, and it takes no focus from what somebody came for. */
export function PassphraseReminder({ busy, wrong, onTry, onLater, onStop }: PassphraseReminderProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const ready = !busy && typed !== '';
  return (
    <section class="card reminder" aria-labelledby="reminder-title">
      <h2 id="reminder-title">{t('reminderTitle')}</h2>
      <p>{t('reminderLead')}</p>
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onTry(typed);
        }}
      >
        <Field
          label={t('passphrase')}
          type="password"
          autocomplete="current-password"
          value={typed}
          onValue={setTyped}
          problem={wrong && !busy ? notThePassphrase(t, typed, t('reminderWrong')) : null}
        />
        <div class="buttons">
          <button type="submit" class="primary" disabled={!ready}>
            {t(busy ? 'working' : 'reminderTry')}
          </button>
          <button type="button" disabled={busy} onClick={onLater}>
            {t('reminderLater')}
          </button>
          <button type="button" class="plain" disabled={busy} onClick={onStop}>
            {t('reminderStop')}
          </button>
        </div>
      </form>
    </section>
  );
}
