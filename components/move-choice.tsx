import { useState } from 'preact/hooks';
import { AccountName } from './account-name.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { FormButtons } from './form-buttons.tsx';
import { counted } from './formats.ts';
import { useText } from './text.ts';
import type { EntryView } from './view-models.ts';

type MoveChoiceProps = {
  readonly busy: boolean;
  readonly entries: readonly EntryView[];
  /** The account that the customer came from. */
  readonly firstId: string;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onCancel: () => void;
};

/** Chooses the accounts that go to the phone together. */
export function MoveChoice({ busy, entries, firstId, onChoose, onCancel }: MoveChoiceProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const [chosen, setChosen] = useState<readonly string[]>([firstId]);
  const all = chosen.length === entries.length;
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <form
      aria-labelledby="choose-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && chosen.length > 0) onChoose(chosen);
      }}
    >
      <h2 id="choose-title" ref={title} tabIndex={-1}>
        {t('moveChooseTitle')}
      </h2>
      <p>{t('moveChooseLead')}</p>
      <p>
        <button type="button" onClick={() => setChosen(all ? [] : entries.map(({ id }) => id))}>
          {t(all ? 'moveChooseNone' : 'moveChooseAll')}
        </button>
      </p>
      <ul class="choices">
        {entries.map(({ id, issuer, account }) => (
          <li key={id}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              <span>
                <AccountName issuer={issuer} account={account} />
              </span>
            </label>
          </li>
        ))}
      </ul>
      <FormButtons disabled={busy || chosen.length === 0} onCancel={onCancel}>
        {counted(t, 'moveChooseButton', chosen.length)}
      </FormButtons>
    </form>
  );
}
