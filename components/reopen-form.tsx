import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { HoldButton } from './hold-button.tsx';
import { useText } from './text.ts';
import { notThePassphrase } from './typed-elsewhere.ts';

const words = {
  move: { lead: 'moveAskLead', field: 'passphrase', button: 'moveAskButton' },
  backup: { lead: 'keptAskLead', field: 'passphrase', button: 'keptShow' },
  // The passphrase of the copy is asked for right after it.
  copy: { lead: 'copyAskLead', field: 'copyAskPassphrase', button: 'keysNext' },
  copies: { lead: 'copiesHereAsk', field: 'passphrase', button: 'copiesHereSave' },
  // The passphrase of the file is asked for right after it, or it is saved at once.
  sealed: { lead: 'leaveAskSealed', field: 'copyAskPassphrase', button: 'keysNext' },
  plain: { lead: 'leavePlainWarning', field: 'copyAskPassphrase', button: 'leaveSave' },
  paper: { lead: 'leavePaperLead', field: 'copyAskPassphrase', button: 'leavePrint' },
} as const;

type ReopenFormProps = {
  /** What comes after it. */
  readonly about: keyof typeof words;
  readonly busy: boolean;
  readonly wrong: boolean;
  /** Whether the vault has no passphrase, so that to hold the button is all that can be asked for. */
  readonly withoutPassphrase: boolean;
  readonly onReopen: (passphrase: string) => void;
  /** Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
};

/** Asks for the passphrase once more before secrets are given away; where there is none, for a button that is held. */
export function ReopenForm({ about, busy, wrong, withoutPassphrase, onReopen, onCancel }: ReopenFormProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const ready = !busy && typed !== '';
  const label = t(busy ? 'working' : words[about].button);
  return (
    <section aria-labelledby="reopen-title">
      <h2 id="reopen-title">{t('moveAskTitle')}</h2>
      <p>{t(words[about].lead)}</p>
      {withoutPassphrase && <p>{t('moveAskNoPassphrase')}</p>}
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onReopen(typed);
        }}
      >
        {!withoutPassphrase && (
          <Field
            label={t(words[about].field)}
            type="password"
            autocomplete="current-password"
            value={typed}
            onValue={setTyped}
            inputRef={input}
            problem={wrong && !busy ? notThePassphrase(t, typed, t('unlockWrongPassphrase')) : null}
          />
        )}
        <div class="buttons">
          {withoutPassphrase ? (
            <HoldButton label={label} disabled={busy} onHeld={() => onReopen('')} />
          ) : (
            <button type="submit" class="primary" disabled={!ready}>
              {label}
            </button>
          )}
          {onCancel !== undefined && (
            <button type="button" onClick={onCancel}>
              {t('cancel')}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
