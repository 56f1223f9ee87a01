import { useId, useState } from 'preact/hooks';
import { useFocusOnShow } from './focus-on-show.ts';
import { FormButtons } from './form-buttons.tsx';
import { useText } from './text.ts';

const longest = 40;

type GroupFormProps = {
  /** The group that it is in now; empty for none. */
  readonly group: string;
  /** The groups that there are, to choose from. */
  readonly groups: readonly string[];
  readonly busy: boolean;
  readonly onSave: (group: string) => void;
  readonly onCancel: () => void;
};

/** Names the group of an account, or of several: one that there is, or a new one. */
export function GroupForm({ group, groups, busy, onSave, onCancel }: GroupFormProps) {
  const t = useText();
  const id = useId();
  const input = useFocusOnShow<HTMLInputElement>();
  const [name, setName] = useState(group);
  const [tooLong, setTooLong] = useState(false);
  return (
    <form
      class="group-form"
      noValidate
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const isLong = name.trim().length > longest;
        setTooLong(isLong);
        if (!busy && !isLong) onSave(name.trim());
      }}
    >
      <div class="field">
        <label for={id}>{t('managerGroupName')}</label>
        <input
          ref={input}
          id={id}
          type="text"
          value={name}
          list={`${id}-groups`}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={tooLong}
          aria-describedby={`${id}-hint${tooLong ? ` ${id}-problem` : ''}`}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id={`${id}-groups`}>
          {groups.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <p class="hint" id={`${id}-hint`}>
          {t('managerGroupHint')}
        </p>
        {tooLong && (
          <p class="problem" id={`${id}-problem`} role="alert">
            {t('managerGroupLong')}
          </p>
        )}
      </div>
      <FormButtons disabled={busy} onCancel={onCancel}>
        {t('manualSave')}
      </FormButtons>
    </form>
  );
}
