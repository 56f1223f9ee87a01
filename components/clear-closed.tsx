import { useEffect, useState } from 'preact/hooks';
import type { ClearingPermission } from '../lib/app/clear-clipboard.ts';
import { useText } from './text.ts';

/** Whether a copied code is cleared also once its window is closed, with what that means for what was copied since. */
export function ClearClosed({ isAllowed, allow, stop }: ClearingPermission) {
  const t = useText();
  const [on, setOn] = useState(false);
  const look = () =>
    void isAllowed()
      .catch(() => false)
      .then(setOn);
  useEffect(look, [isAllowed]);
  return (
    <>
      {!on && <p class="hint">{t('habitsClearHint')}</p>}
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={({ currentTarget: { checked } }) => {
            // In the press itself, and true while the question stands: a refusal has to take the mark away.
            const asked: Promise<unknown> = checked ? allow() : stop();
            setOn(checked);
            void asked.catch(() => undefined).then(look);
          }}
        />
        {t('clearClosed')}
      </label>
      <p class="hint">{t('clearClosedHint')}</p>
    </>
  );
}
