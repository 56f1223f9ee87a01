import { AccountChange } from '../../components/account-change.tsx';
import { AccountDetails } from '../../components/account-details.tsx';
import { CheckCode } from '../../components/check-code.tsx';
import { EditAccount } from '../../components/edit-account.tsx';
import { organisationOf } from '../../components/organisation.ts';
import { RemoveQuestion } from '../../components/remove-question.tsx';
import { SectionLinks } from '../../components/section-links.tsx';
import { StaleNotice } from '../../components/stale-notice.tsx';
import { useText } from '../../components/text.ts';
import { useEscape } from '../../components/use-escape.ts';
import type { ArrangedView } from '../../components/view-models.ts';
import { Backup, Edited, Sites } from './account-parts.tsx';
import type { ManagerPage } from './manager-page.ts';
import type { ManagerModel, OpenedAccount } from './model.ts';
import type { SectionsProps } from './sections.tsx';

type AccountProps = Pick<SectionsProps, 'page' | 'model' | 'openPage' | 'openScreen'> & {
  readonly entry: ArrangedView;
  readonly opened: OpenedAccount;
};

/** What Escape goes back from: the innermost thing that is open. */
function backFrom(page: ManagerPage, { edit, backup, removing }: OpenedAccount, leave: () => void): () => void {
  if (removing) return page.keepHere;
  if (edit !== null && edit !== 'left') return edit.warned === null ? page.closeEdit : page.returnToEdit;
  return backup === null ? leave : page.hideBackupCodes;
}

/** One account as the popup opens it, beside the list; what needs the popup's own screen opens that in a tab. */
export function Account(props: AccountProps) {
  const t = useText();
  const { page, model, entry, opened, openScreen } = props;
  const { busy, policies, said, check } = model;
  const { edit, backup, removing } = opened;
  const leave = () => {
    location.hash = '#accounts';
  };
  /** Once it is removed, the list says so; the address of what is gone is not gone back to. */
  const remove = async () => {
    await page.remove([entry.id]);
    if (page.current().accounts.every(({ id }) => id !== entry.id)) location.replace('#accounts');
  };
  useEscape(backFrom(page, opened, leave));
  const own = check?.entryId === entry.id ? check : null;
  const toPhone = !policies?.plainExportForbidden;
  return (
    <>
      <Edited said={said} page={page} />
      {edit !== null && edit !== 'left' ? (
        <EditAccount
          // What was typed over something that is not so any more is not to be saved over it.
          key={`${edit.shown.updatedUnixMs} ${edit.shown.codes.counter}`}
          {...edit}
          busy={busy}
          changes={edit.warned?.changes ?? null}
          onSave={page.saveEdit}
          onConfirm={page.confirmEdit}
          onReturn={page.returnToEdit}
          onCancel={page.closeEdit}
        />
      ) : (
        <AccountDetails entry={entry} focused={edit === null} onBack={leave}>
          {entry.state === 'stale' && (
            <StaleNotice busy={busy} onRevive={() => page.revive(entry.id)} onRemove={remove} />
          )}
          <Sites sites={entry.sites} />
          <Backup {...props} />
          {backup?.kind !== 'asking' && (
            <AccountChange
              busy={busy}
              // A notice that can be taken back has the focus.
              left={edit === 'left' && !(said?.kind === 'edited' && said.undo !== null)}
              question={
                removing ? (
                  <RemoveQuestion
                    busy={busy}
                    onPhone={false}
                    sites={entry.sites}
                    securityPage={null}
                    onSecurityPage={() => undefined}
                    onKeep={page.keepHere}
                    onRemove={remove}
                  />
                ) : null
              }
              onEdit={page.openEdit}
              // What its site ended has the button above, and nothing to be asked about.
              {...(entry.state === 'stale' ? {} : { onRemove: page.askToRemove })}
            />
          )}
          <CheckCode
            busy={busy}
            byCounter={entry.kind === 'hotp'}
            result={own?.result ?? null}
            wantsNext={(own?.before ?? null) !== null}
            comesSecond
            onCheck={(typed) => page.checkCode(entry.id, typed)}
          />
          {policies !== null && !toPhone && <p class="hint">{t('policyMove', [organisationOf(t, policies)])}</p>}
          {toPhone && (
            <SectionLinks
              links={[{ title: 'moveTitle', lead: 'moveLead', onOpen: () => openScreen(`account-${entry.id}`) }]}
            />
          )}
        </AccountDetails>
      )}
    </>
  );
}

/** The account that is open; null where none is, or it is gone. */
export const openedOf = ({ section, account, accounts }: ManagerModel) => {
  const entry = section === 'account' ? accounts.find(({ id }) => id === account?.entryId) : undefined;
  return account === null || entry === undefined ? null : { opened: account, entry };
};
