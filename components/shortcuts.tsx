import { useEffect, useState } from 'preact/hooks';
import { useText } from './text.ts';
import type { ShortcutsView } from './view-models.ts';

const names = { 'fill-code': 'commandFill', 'add-from-page': 'commandAdd', 'lock-vault': 'commandLock' } as const;

type ShortcutsProps = {
  /** Asks the browser for the keys by now. */
  readonly read: () => Promise<ShortcutsView>;
  /** Opens the browser's own page for them. */
  readonly onChange: () => void;
};

/** What can be done by the keyboard, the keys for it by now, and the way to change them. */
export function Shortcuts({ read, onChange }: ShortcutsProps) {
  const t = useText();
  const [keys, setKeys] = useState<ShortcutsView | null>(null);
  useEffect(() => {
    const look = () => void read().then(setKeys);
    look();
    // They are changed on a page of the browser's, in another tab.
    addEventListener('focus', look);
    return () => removeEventListener('focus', look);
  }, [read]);
  if (keys === null) return null;
  return (
    <section aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">{t('shortcutsTitle')}</h2>
      <ul class="shortcuts">
        {keys.map(({ command, key }) => (
          <li key={command}>
            {t(names[command])}: {key === '' ? <em>{t('shortcutsNone')}</em> : <kbd dir="ltr">{key}</kbd>}
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" onClick={onChange}>
          {t('shortcutsChange')}
        </button>
      </div>
    </section>
  );
}
