import { useId, useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useText } from './text.ts';

type SetupTextProps = { readonly busy: boolean; readonly onText: (text: string) => void };

/** Takes a setup link or a setup key as text; it leaves the field with the press. */
export function SetupText({ busy, onText }: SetupTextProps) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('setupTextTitle')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTyped('');
          onText(typed);
        }}
      >
        <Field label={t('setupTextLabel')} hint={t('setupTextHint')} value={typed} onValue={setTyped} />
        <div class="buttons">
          <button type="submit" disabled={busy || typed.trim() === ''}>
            {t('setupTextRead')}
          </button>
        </div>
      </form>
    </section>
  );
}
