import { ChoiceField } from './choice-field.tsx';
import { useText } from './text.ts';

const offeredMinutes = [1, 5, 15, 30, 60, 240];

type SecuritySettingsProps = {
  readonly autoLockMinutes: number;
  /** Whether the browser reports a locked screen (Firefox does not). */
  readonly screenLockReported: boolean;
  /** Whether the passphrase is asked for now and then; null where there is none. */
  readonly reminder: boolean | null;
  /** Whether others use this computer too. */
  readonly shared: boolean;
  /** The longest time that an organisation allows, in minutes; null for any. */
  readonly mostMinutes?: number | null;
  readonly onAutoLockMinutes: (minutes: number) => void;
  readonly onReminder: (on: boolean) => void;
  readonly onShared: (shared: boolean) => void;
};

/** When Doorcode locks, and whose computer it is; a stored time that is not offered is shown too. */
export function SecuritySettings({
  autoLockMinutes,
  screenLockReported,
  reminder,
  shared,
  mostMinutes = null,
  ...on
}: SecuritySettingsProps) {
  const t = useText();
  const offered = offeredMinutes.filter((count) => mostMinutes === null || count <= mostMinutes);
  const minutes = [...new Set([...offered, autoLockMinutes])].sort((a, b) => a - b);
  return (
    <>
      <ChoiceField
        label={t('settingsAutoLock')}
        value={String(autoLockMinutes)}
        choices={minutes.map((count) => ({ value: String(count), text: t('settingsMinutes', [String(count)]) }))}
        onValue={(value) => on.onAutoLockMinutes(Number(value))}
      />
      <p class="hint">{t(screenLockReported ? 'settingsLockNote' : 'settingsLockNoteIdle')}</p>
      {reminder !== null && (
        <label class="check">
          <input type="checkbox" checked={reminder} onChange={(event) => on.onReminder(event.currentTarget.checked)} />
          {t('reminderSetting')}
        </label>
      )}
      <label class="check">
        <input type="checkbox" checked={shared} onChange={(event) => on.onShared(event.currentTarget.checked)} />
        {t('settingsShared')}
      </label>
      {shared && <p class="hint">{t('settingsSharedHint')}</p>}
    </>
  );
}
