import { BackupKept } from '../../components/backup-kept.tsx';
import { EditedNotice } from '../../components/edited-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { ReopenForm } from '../../components/reopen-form.tsx';
import { SiteLink } from '../../components/site-link.tsx';
import { useText } from '../../components/text.ts';
import type { ArrangedView } from '../../components/view-models.ts';
import type { ManagerPage } from './manager-page.ts';
import type { OpenedAccount, Said } from './model.ts';
import type { SectionsProps } from './sections.tsx';

/** What just came of the form. */
export function Edited({ said, page }: { readonly said: Said | null; readonly page: ManagerPage }) {
  const t = useText();
  if (said?.kind === 'edit-not-undone') return <Notice kind="warning">{t('editNotUndone')}</Notice>;
  if (said?.kind === 'edit-unchanged') return <Notice kind="success">{t('editUnchanged')}</Notice>;
  if (said?.kind === 'edit-undone') return <Notice kind="success">{t('editUndone')}</Notice>;
  if (said?.kind !== 'edited') return null;
  const { undo } = said;
  return <EditedNotice {...(undo === null ? {} : { onUndo: () => page.undoEdit(undo) })} />;
}

type BackupProps = Pick<SectionsProps, 'page' | 'model' | 'openPage'> & {
  readonly entry: ArrangedView;
  readonly opened: OpenedAccount;
};

/** The site's backup codes that are kept, or the question before they are shown. */
export function Backup({ page, model, entry, opened, openPage }: BackupProps) {
  const { busy, policies, wrong } = model;
  const { backup } = opened;
  if (backup?.kind === 'asking')
    return (
      <ReopenForm
        about="backup"
        busy={busy}
        wrong={wrong}
        withoutPassphrase={backup.slot === null}
        onReopen={page.revealBackupCodes}
        onCancel={page.hideBackupCodes}
      />
    );
  if (entry.backup.fresh + entry.backup.used === 0) return null;
  return (
    <BackupKept
      backup={entry.backup}
      codes={backup?.kind === 'shown' ? backup.codes : null}
      busy={busy}
      here={false}
      onShow={page.askForBackupCodes}
      {...(policies?.plainExportForbidden ? {} : { onPrint: () => page.printKept(() => openPage('/print.html')) })}
      onFill={() => undefined}
    />
  );
}

/** The sites of an account, each with the way there. */
export function Sites({ sites }: Pick<ArrangedView, 'sites'>) {
  const t = useText();
  return (
    <section aria-labelledby="account-sites">
      <h2 id="account-sites">{t('editSites')}</h2>
      {sites.length === 0 && <p>{t('editSitesNone')}</p>}
      <ul class="account-sites">
        {sites.map((site) => (
          <li key={site.ascii ?? site.name}>
            <SiteLink site={site} />
          </li>
        ))}
      </ul>
    </section>
  );
}
