import type { ComponentChildren } from 'preact';
import type { Policies } from '../lib/app/policies.ts';
import { ClockCheck } from './clock-check.tsx';
import { PolicyList } from './policy-list.tsx';
import { SecuritySettings } from './security-settings.tsx';
import { useText } from './text.ts';
import type { ClockView } from './view-models.ts';

type SettingsProps = {
  readonly autoLockMinutes: number;
  /** Whether the browser reports a locked screen (Firefox does not). */
  readonly screenLockReported: boolean;
  readonly onAutoLockMinutes: (minutes: number) => void;
  /** Whether the passphrase is asked for now and then; null where there is none. */
  readonly reminder: boolean | null;
  readonly onReminder: (on: boolean) => void;
  /** Whether others use this computer too, so that nothing is filled by itself. */
  readonly shared: boolean;
  readonly onShared: (shared: boolean) => void;
  readonly onManage: () => void;
  readonly onHealth: () => void;
  readonly onKeys: () => void;
  /** The current site, where codes are filled by themselves or could be; absent elsewhere. */
  readonly site?: { readonly host: string; readonly on: boolean; readonly submits: boolean } | undefined;
  /** The site whose clock this computer's can be compared with; absent where no page can be asked. */
  readonly clockOf?:
    | {
        readonly host: string;
        readonly busy: boolean;
        readonly clock: ClockView | null;
        readonly offerSeconds: number | null;
      }
    | undefined;
  /** What is said of a correction in force. */
  readonly correction?: ComponentChildren;
  /** What an organisation has set; null for nothing. */
  readonly policies?: Policies | null;
  /** How codes are shown. */
  readonly habits?: ComponentChildren;
  /** How the saved copies stand. */
  readonly copies?: ComponentChildren;
  /** Where Doorcode can be reached besides. */
  readonly places?: ComponentChildren;
  readonly onCorrect: () => void;
  readonly onCheckClock: () => void;
  readonly onAllowSite: () => void;
  readonly onStopSite: () => void;
  /** Whether the site's own button is to be pressed too. */
  readonly onSubmit: (on: boolean) => void;
  readonly onManual: () => void;
  readonly onFromPhone: () => void;
  readonly onRemoved: () => void;
  readonly onExport: () => void;
  readonly onRestore: () => void;
  readonly onCopies: () => void;
  readonly onBack: () => void;
};

/** Auto-lock time, whose computer it is, backup and restore. */
export function Settings({
  autoLockMinutes,
  screenLockReported,
  shared,
  site,
  clockOf,
  correction,
  reminder,
  habits,
  copies,
  places,
  policies = null,
  ...act
}: SettingsProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="settings-title">
      <h1 id="settings-title">{t('settingsTitle')}</h1>
      <SecuritySettings
        autoLockMinutes={autoLockMinutes}
        screenLockReported={screenLockReported}
        reminder={reminder}
        shared={shared}
        mostMinutes={policies?.autoLockMostMinutes ?? null}
        onAutoLockMinutes={act.onAutoLockMinutes}
        onReminder={act.onReminder}
        onShared={act.onShared}
      />
      <div class="buttons">
        <button type="button" onClick={act.onManage}>
          {t('managerOpen')}
        </button>
        <button type="button" onClick={act.onHealth}>
          {t('healthTitle')}
        </button>
        <button type="button" onClick={act.onKeys}>
          {t('keysTitle')}
        </button>
        <button type="button" onClick={act.onManual}>
          {t('nothingManual')}
        </button>
        <button type="button" onClick={act.onFromPhone}>
          {t('phoneTitle')}
        </button>
        <button type="button" onClick={act.onRemoved}>
          {t('removedTitle')}
        </button>
      </div>
      {habits}
      {site !== undefined && !shared && (
        <>
          <h2>{t('settingsSite')}</h2>
          <p>{t(site.on ? 'settingsSiteOn' : 'automaticLead', [site.host])}</p>
          {site.on && (
            <>
              <label class="check">
                <input
                  type="checkbox"
                  checked={site.submits}
                  onChange={(event) => act.onSubmit(event.currentTarget.checked)}
                />
                {t('settingsSubmit')}
              </label>
              <p class="hint">{t('settingsSubmitHint')}</p>
            </>
          )}
          <div class="buttons">
            <button type="button" onClick={site.on ? act.onStopSite : act.onAllowSite}>
              {t(site.on ? 'settingsSiteStop' : 'automaticButton')}
            </button>
          </div>
        </>
      )}
      {clockOf !== undefined && <ClockCheck {...clockOf} onCheck={act.onCheckClock} onCorrect={act.onCorrect} />}
      {correction}
      <h2>{t('settingsBackup')}</h2>
      {copies}
      <div class="buttons">
        <button type="button" onClick={act.onExport}>
          {t('settingsExport')}
        </button>
        <button type="button" onClick={act.onRestore}>
          {t('settingsRestore')}
        </button>
        <button type="button" onClick={act.onCopies}>
          {t('copiesHereTitle')}
        </button>
      </div>
      {places}
      {policies !== null && <PolicyList policies={policies} />}
      <button type="button" class="plain" onClick={act.onBack}>
        {t('back')}
      </button>
    </section>
  );
}
