import { CopiesByThemselves } from '../../components/copies-by-themselves.tsx';
import { CopiesHere } from '../../components/copies-here.tsx';
import { CopyHealth } from '../../components/copy-health.tsx';
import { Corrected } from '../../components/corrected.tsx';
import { ExportForm } from '../../components/export-form.tsx';
import { HabitSettings } from '../../components/habit-settings.tsx';
import { ImportPreview } from '../../components/import-preview.tsx';
import { LargeCode } from '../../components/large-code.tsx';
import { ManualEntry } from '../../components/manual-entry.tsx';
import { Notice } from '../../components/notice.tsx';
import { PanelLine } from '../../components/panel-line.tsx';
import { RemovedList } from '../../components/removed-list.tsx';
import { RestoreForm } from '../../components/restore-form.tsx';
import { Settings } from '../../components/settings.tsx';
import { Shortcuts } from '../../components/shortcuts.tsx';
import { useText } from '../../components/text.ts';
import { isManaged } from '../../lib/app/policies.ts';
import { Account } from './account.tsx';
import { isRescue } from './is-rescue.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';
import { Rescue } from './rescue.tsx';
import { Successes } from './successes.tsx';

type ScreensProps = { readonly model: PopupModel; readonly popup: Popup; readonly nowUnixMs: number };

/** The screens over the list of codes, or in place of it: settings, one account, the manual form, backup and restore, and what does not open. */
export function Screens({ model, popup, nowUnixMs }: ScreensProps) {
  const t = useText();
  const { screen, busy, origin } = model;
  if (isRescue(model)) return <Rescue model={model} popup={popup} />;
  const toSettings = () => popup.show('settings');
  const usable = origin !== null && model.entries.some(({ belongsHere }) => belongsHere);
  const large = model.entries.find(({ id }) => id === model.largeId);
  return (
    <main>
      {model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      <Successes success={model.success} popup={popup} />
      {screen === 'account' && <Account model={model} popup={popup} />}
      {screen === 'large' && large !== undefined && (
        <LargeCode
          entry={large}
          nowUnixMs={nowUnixMs}
          copied={model.copiedId === large.id ? model.copied : null}
          onCopy={popup.copy}
          onAdvance={popup.advance}
          onBack={popup.leaveLarge}
        />
      )}
      {screen === 'settings' && model.autoLockMinutes !== null && (
        <Settings
          autoLockMinutes={model.autoLockMinutes}
          screenLockReported={!import.meta.env.FIREFOX}
          onAutoLockMinutes={popup.setAutoLock}
          reminder={model.reminder}
          onReminder={popup.setReminder}
          shared={model.sharedComputer}
          onShared={popup.setShared}
          onManage={popup.openManager}
          onHealth={popup.openHealth}
          onKeys={popup.openKeys}
          site={
            usable ? { host: new URL(origin).host, on: model.automatic === 'on', submits: model.submits } : undefined
          }
          onSubmit={popup.submitHere}
          clockOf={
            origin === null
              ? undefined
              : { host: new URL(origin).host, busy, clock: model.clock, offerSeconds: model.offerSeconds }
          }
          correction={<Corrected seconds={model.correctionSeconds} busy={busy} onStop={popup.stopCorrecting} />}
          habits={<HabitSettings habits={model.habits} onHabits={popup.setHabits} clearing={popup.clearing} />}
          copies={
            model.copies && (
              <>
                <CopyHealth health={model.copies.health} />
                <CopiesByThemselves folder={model.copies.folder} onOpen={popup.openCopies} />
              </>
            )
          }
          places={
            <>
              {popup.openPanel !== null && <PanelLine onOpen={popup.openPanel} />}
              <Shortcuts read={popup.readShortcuts} onChange={popup.changeShortcuts} />
            </>
          }
          policies={model.policies !== null && isManaged(model.policies) ? model.policies : null}
          onCorrect={popup.correctCodes}
          onCheckClock={popup.checkClock}
          onAllowSite={popup.allowHere}
          onStopSite={popup.stopHere}
          onRemoved={popup.showRemoved}
          onManual={() => popup.show('manual')}
          onFromPhone={popup.openFromPhone}
          onExport={() => popup.show('export')}
          onRestore={() => popup.show('restore')}
          onCopies={popup.showCopies}
          onBack={() => popup.show('codes')}
        />
      )}
      {screen === 'removed' && (
        <RemovedList
          accounts={model.removed}
          busy={busy}
          onPutBack={popup.putBack}
          onDelete={popup.deleteForGood}
          onBack={toSettings}
        />
      )}
      {screen === 'copies' && (
        <CopiesHere
          copies={model.stored}
          busy={busy}
          question={
            model.savingCopies?.kind === 'asking'
              ? {
                  wrong: model.wrongPassphrase,
                  withoutPassphrase: model.savingCopies.slot === null,
                  onReopen: popup.proveCopies,
                  onCancel: popup.leaveCopiesQuestion,
                }
              : null
          }
          onSave={popup.saveCopies}
          onBack={toSettings}
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
      {screen === 'export' && model.exporting !== null && (
        <ExportForm
          busy={busy}
          question={
            model.exporting.kind === 'asking'
              ? {
                  wrong: model.wrongPassphrase,
                  withoutPassphrase: model.exporting.slot === null,
                  onReopen: popup.proveExport,
                }
              : null
          }
          onExport={popup.exportBackup}
          onCancel={toSettings}
        />
      )}
      {screen === 'restore' && model.preview === null && (
        <RestoreForm
          busy={busy}
          problem={model.restoreProblem}
          onRestore={popup.previewRestore}
          onOtherApp={popup.openFromPhone}
          onCancel={toSettings}
        />
      )}
      {screen === 'restore' && model.preview !== null && (
        // A list that changed begins anew: what was chosen in the one before may stand elsewhere.
        <ImportPreview
          key={model.preview.shown}
          rows={model.preview.rows}
          changed={model.preview.changed}
          intact={model.preview.intact}
          busy={busy}
          onAccept={popup.acceptRestore}
          onCancel={toSettings}
        />
      )}
    </main>
  );
}
