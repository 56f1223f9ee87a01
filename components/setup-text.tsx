import { useId, useState } from 'preact/hooks';
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
        class="field"
        onSubmit={(event) => {
          event.preventDefault();
          setTyped('');
          onText(typed);
        }}
      >
        <label for={id}>{t('setupTextLabel')}</label>
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p class="hint" id={`${id}-hint`}>
          {t('setupTextHint')}
        </p>
        <button type="submit" disabled={busy || typed.trim() === ''}>
          {t('setupTextRead')}
        </button>
      </form>
    </section>
  );
}
