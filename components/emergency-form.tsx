import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { useText } from './text.ts';
import { typedElsewhere } from './typed-elsewhere.ts';
import { typedKeyText } from './typed-key.ts';
import type { TypedKeyProblem } from './view-models.ts';

type EmergencyFormProps = {
  readonly busy: boolean;
  readonly problem: TypedKeyProblem | null;
  readonly submitText: string;
  readonly onKey: (typed: string) => void;
  /** More buttons beside its own. */
  readonly children?: ComponentChildren;
};

/** Takes an emergency key as it is typed from paper. */
export function EmergencyForm({ busy, problem, submitText, onKey, children }: EmergencyFormProps) {
  const t = useText();
  const input = useFocusOnShow<HTMLInputElement>();
  const [typed, setTyped] = useState('');
  const ready = !busy && typed.trim() !== '';
  return (
    <form
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onKey(typed);
      }}
    >
      <Field
        label={t('recoveryLabel')}
        hint={t('recoveryTypeBackHint')}
        value={typed}
        onValue={setTyped}
        inputRef={input}
        problem={
          problem === null || busy ? null : (typedElsewhere(t, typed, 'emergency-key') ?? typedKeyText(t, problem))
        }
      />
      <div class="buttons">
        <button type="submit" class="primary" disabled={!ready}>
          {busy ? t('working') : submitText}
        </button>
        {children}
      </div>
    </form>
  );
}
