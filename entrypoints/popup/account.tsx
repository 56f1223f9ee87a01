import { AccountChange } from '../../components/account-change.tsx';
import { AccountDetails } from '../../components/account-details.tsx';
import { BackupKept } from '../../components/backup-kept.tsx';
import { CheckCode } from '../../components/check-code.tsx';
import { Corrected } from '../../components/corrected.tsx';
import { EditAccount } from '../../components/edit-account.tsx';
import { MoveChoice } from '../../components/move-choice.tsx';
import { MoveOffer } from '../../components/move-offer.tsx';
import { MovePicture } from '../../components/move-picture.tsx';
import { MoveProven } from '../../components/move-proven.tsx';
import { Notice } from '../../components/notice.tsx';
import { organisationOf } from '../../components/organisation.ts';
import { RemoveQuestion } from '../../components/remove-question.tsx';
import { ReopenForm } from '../../components/reopen-form.tsx';
import { StaleNotice } from '../../components/stale-notice.tsx';
import { useText } from '../../components/text.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';

/** The screen of one account; nothing once the account is gone. */
export function Account({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const t = useText();
  const { account, busy, entries, policies } = model;
  const entry = entries.find(({ id }) => id === account?.entryId);
  if (account === null || entry === undefined) return null;
  const { move, checked, before, proven, removing, backup, edit } = account;
  if (edit !== null && edit !== 'left')
    return (
      <EditAccount
        // What was typed over something that is not so any more is not to be saved over it.
        key={`${edit.shown.updatedUnixMs} ${edit.shown.codes.counter}`}
        {...edit}
        busy={busy}
        changes={edit.warned?.changes ?? null}
        onSave={popup.saveEdit}
        onConfirm={popup.confirmEdit}
        onReturn={popup.returnToEdit}
        onCancel={popup.closeEdit}
      />
    );
  const question = removing ? (
    <RemoveQuestion
      busy={busy}
      onPhone={proven}
      sites={entry.sites}
      securityPage={entry.belongsHere ? model.securityPage : null}
      onSecurityPage={popup.openSecurityPage}
      onKeep={popup.keepHere}
      onRemove={popup.removeHere}
    />
  ) : null;
  // Several accounts are checked one by one, each on its own screen.
  const checking = move === null || move.kind === 'hidden' || (move.kind === 'shown' && !move.many);
  // The question stands alone: what it says and its buttons are then in sight together.
  const asking = removing && !proven;
  const shown = model.movedIds.includes(entry.id);
  return (
    <AccountDetails entry={entry} onBack={popup.closeAccount}>
      <Corrected seconds={model.correctionSeconds} busy={busy} onStop={popup.stopCorrecting} />
      {entry.state === 'stale' && (
        <StaleNotice busy={busy} onRevive={() => popup.revive(entry.id)} onRemove={() => popup.removeEnded(entry.id)} />
      )}
      {backup?.kind === 'asking' && (
        <ReopenForm
          about="backup"
          busy={busy}
          wrong={model.wrongPassphrase}
          withoutPassphrase={backup.slot === null}
          onReopen={popup.revealBackupCodes}
          onCancel={popup.hideBackupCodes}
        />
      )}
      {backup?.kind === 'no-box' && <Notice kind="warning">{t('keptNoBox')}</Notice>}
      {move === null && backup?.kind !== 'asking' && entry.backup.fresh + entry.backup.used > 0 && (
        <BackupKept
          backup={entry.backup}
          codes={backup?.kind === 'shown' ? backup.codes : null}
          busy={busy}
          here={entry.belongsHere}
          onShow={popup.askForBackupCodes}
          {...(policies?.plainExportForbidden ? {} : { onPrint: popup.printKept })}
          onFill={() => popup.fillBackupCode(entry.id)}
        />
      )}
      {move?.kind === 'choosing' && (
        <MoveChoice
          busy={busy}
          entries={entries}
          firstId={entry.id}
          onChoose={popup.askToMoveChosen}
          onCancel={popup.stopMoving}
        />
      )}
      {move?.kind === 'asking' && (
        <ReopenForm
          about="move"
          busy={busy}
          wrong={model.wrongPassphrase}
          withoutPassphrase={move.slot === null}
          onReopen={popup.reveal}
          onCancel={popup.stopMoving}
        />
      )}
      {move?.kind === 'shown' && <MovePicture {...move} onTurn={popup.turnTo} onHide={popup.hidePicture} />}
      {checking && !asking && (
        <CheckCode
          key="check"
          busy={busy}
          byCounter={entry.kind === 'hotp'}
          result={checked}
          wantsNext={before !== null}
          comesSecond={move?.kind === 'shown' || edit === 'left'}
          onCheck={popup.checkCode}
        />
      )}
      {proven && <MoveProven question={question} onAsk={popup.askToRemove} />}
      {policies?.plainExportForbidden && <p class="hint">{t('policyMove', [organisationOf(t, policies)])}</p>}
      {!policies?.plainExportForbidden && !proven && !asking && (move === null || move.kind === 'hidden') && (
        <MoveOffer
          busy={busy}
          hidden={move !== null}
          shown={shown}
          onShow={move === null ? popup.askToMove : popup.showAgain}
          {...(entries.length > 1 ? { onMany: popup.chooseToMove } : {})}
        />
      )}
      {!proven && move === null && backup?.kind !== 'asking' && (
        <AccountChange
          busy={busy}
          // A notice that can be taken back has the focus.
          left={edit === 'left' && !(model.success?.kind === 'edited' && model.success.undo !== null)}
          question={question}
          onEdit={popup.openEdit}
          // What its site ended has the button above, and nothing to be asked about.
          {...(entry.state === 'stale' ? {} : { onRemove: popup.askToRemove })}
        />
      )}
    </AccountDetails>
  );
}
