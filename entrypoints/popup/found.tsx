import { AddedNotice } from '../../components/added-notice.tsx';
import { BackupCard } from '../../components/backup-card.tsx';
import { FoundCard } from '../../components/found-card.tsx';
import { MovedCard } from '../../components/moved-card.tsx';
import { OtherCodes } from '../../components/other-codes.tsx';
import { SiteClosed } from '../../components/policy-notices.tsx';
import { UnconfirmedCard } from '../../components/unconfirmed-card.tsx';
import type { FoundCode } from '../../lib/app/found-codes.ts';
import type { PopupModel } from './model.ts';
import { closedBy } from './policy-model.ts';
import type { Popup } from './popup.ts';

const hasNew = (accounts: readonly FoundCode[]): boolean => accounts.some(({ status }) => status !== 'already-here');

/** What the page shows: what was just added, the cards of what can be, and the names of everything else. */
export function Found({ model, popup }: { readonly model: PopupModel; readonly popup: Popup }) {
  const { found, vault, busy, origin, policies } = model;
  const closed = closedBy(model);
  const ready = vault?.kind === 'unlocked';
  const { added, migration } = found;
  // What was just added stands in the notice above; its card would only say so again.
  const shown = added === null ? found.codes : found.codes.filter((code) => hasNew([code]));
  const codes = closed === null ? shown : [];
  const first = ready ? {} : { first: vault?.kind === 'locked' ? ('unlock' as const) : ('choose' as const) };
  return (
    <>
      {closed !== null && <SiteClosed policies={closed} />}
      {ready && model.offer !== null && (
        <BackupCard
          offer={model.offer}
          busy={busy}
          {...(policies?.plainExportForbidden ? {} : { onPrint: popup.printOffered })}
          onCopy={popup.copyBackupCodes}
          onKeep={popup.keepBackupCodes}
          onDiscard={popup.discardBackupCodes}
        />
      )}
      {ready && model.unconfirmed !== null && (
        <UnconfirmedCard
          {...model.unconfirmed}
          busy={busy}
          onKeep={popup.keepUnconfirmed}
          onDiscard={popup.discardUnconfirmed}
        />
      )}
      {added !== null && (
        <AddedNotice
          {...added}
          fill={model.filling === added.entryId ? 'filling' : added.fill}
          onShowCodes={popup.dismissFound}
        />
      )}
      {codes.map((code) => (
        <FoundCard
          key={code.index}
          found={code}
          site={origin ?? ''}
          busy={busy}
          lookAlike={model.lookAlike}
          {...first}
          onPhoneHelp={() => popup.show('help-phone')}
          onAdd={(index) => popup.add(index, 'new')}
          onReplace={(index, entryId) => popup.add(index, 'replace', entryId)}
          onKeepBoth={(index) => popup.add(index, 'keep-both')}
          {...(ready && model.lookAlike === null ? { onUseExisting: (index: number) => popup.add(index, 'new') } : {})}
        />
      ))}
      {ready &&
        closed === null &&
        migration.accounts.length > 0 &&
        (migration.missing > 0 || hasNew(migration.accounts)) && (
          <MovedCard moved={migration} busy={busy} onAddAll={popup.addMoved} />
        )}
      {ready && <OtherCodes codes={found.others} />}
    </>
  );
}
