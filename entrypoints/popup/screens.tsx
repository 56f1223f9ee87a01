import { ExportForm } from '../../components/export-form.tsx';
import { ManualEntry } from '../../components/manual-entry.tsx';
import { Notice } from '../../components/notice.tsx';
import { RestoreForm } from '../../components/restore-form.tsx';
import { Settings } from '../../components/settings.tsx';
import { useText } from '../../components/text.ts';
import type { Popup, PopupModel } from './model.ts';

/** The screens over the list of codes: settings, the manual form, backup and restore. */
export function Screens({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const t = useText();
  const { screen, busy, restored } = model;
  const toSettings = () => popup.show('settings');
  return (
    <main>
      {model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      {screen === 'settings' && model.autoLockMinutes !== null && (
        <Settings
          autoLockMinutes={model.autoLockMinutes}
          screenLockReported={!import.meta.env.FIREFOX}
          onAutoLockMinutes={popup.setAutoLock}
          onManual={() => popup.show('manual')}
          onExport={() => popup.show('export')}
          onRestore={() => popup.show('restore')}
          onBack={() => popup.show('codes')}
        />
      )}
      {screen === 'manual' && (
        <ManualEntry
          busy={busy}
          issuer=""
          problem={model.manualProblem}
          onSave={popup.addManual}
          onCancel={() => popup.show('codes')}
        />
      )}
      {screen === 'export' && <ExportForm busy={busy} onExport={popup.exportBackup} onCancel={toSettings} />}
      {screen === 'restore' && restored !== null && (
        <Notice kind="success">{t('restoreDone', [String(restored.added), String(restored.skipped)])}</Notice>
      )}
      {screen === 'restore' && (
        <RestoreForm busy={busy} problem={model.restoreProblem} onRestore={popup.restoreBackup} onCancel={toSettings} />
      )}
    </main>
  );
}
