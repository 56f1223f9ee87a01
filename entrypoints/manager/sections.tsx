import { accountNameText } from '../../components/account-name.tsx';
import { CheckCode } from '../../components/check-code.tsx';
import { CheckUpList } from '../../components/check-up.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { CopyHealth } from '../../components/copy-health.tsx';
import { ExportFile } from '../../components/export-file.tsx';
import { HabitSettings } from '../../components/habit-settings.tsx';
import { HelpTopics } from '../../components/help-topics.tsx';
import { organisationOf } from '../../components/organisation.ts';
import { PolicyList } from '../../components/policy-list.tsx';
import { AskPassphrase } from '../../components/policy-notices.tsx';
import { RemovedList } from '../../components/removed-list.tsx';
import { SectionLinks } from '../../components/section-links.tsx';
import { SecuritySettings } from '../../components/security-settings.tsx';
import { Shortcuts } from '../../components/shortcuts.tsx';
import { SitesList } from '../../components/sites-list.tsx';
import { useText } from '../../components/text.ts';
import type { ShortcutsView } from '../../components/view-models.ts';
import type { ClearingPermission } from '../../lib/app/clear-clipboard.ts';
import type { AskedScreen, OwnPage } from '../../lib/app/own-page.ts';
import type { ManagerPage } from './manager-page.ts';
import { type ManagerModel, shownAccounts } from './model.ts';
import type { Section } from './section.ts';
import { waysIn } from './ways-in.ts';

/** What a section needs of the page's surroundings. */
export type SectionsProps = {
  readonly page: ManagerPage;
  readonly model: ManagerModel;
  readonly openPage: (path: OwnPage) => void;
  /** Opens a screen of the popup in a tab. */
  readonly openScreen: (screen: AskedScreen) => void;
  /** Whether copies can be written into a folder by themselves. */
  readonly folderPossible: boolean;
  readonly screenLockReported: boolean;
  /** Whether a copied code is cleared also once its window is closed. */
  readonly clearing: ClearingPermission;
  /** Asks the browser for the keys of the keyboard, and opens its own page for them. */
  readonly readShortcuts: () => Promise<ShortcutsView>;
  readonly changeShortcuts: () => void;
};

const goTo = (section: Section): void => {
  location.hash = `#${section}`;
};

function Health({ page, model, openPage, openScreen }: SectionsProps) {
  const t = useText();
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('healthTitle')}</h1>
      {model.checkUp !== null && (
        <CheckUpList
          checkUp={model.checkUp}
          busy={model.busy}
          onSaveCopy={() => openScreen('export')}
          onKeys={() => openPage('/keys.html')}
          onStopCorrecting={page.stopCorrecting}
          onLook={page.look}
          onAccounts={() => goTo('accounts')}
          onSites={() => goTo('sites')}
        />
      )}
    </section>
  );
}

function Copies({ model, openPage, openScreen, folderPossible }: SectionsProps) {
  const t = useText();
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('managerCopies')}</h1>
      {model.health !== null && <CopyHealth health={model.health} />}
      <SectionLinks
        links={[
          { title: 'settingsExport', lead: 'managerExportLead', onOpen: () => openScreen('export') },
          { title: 'settingsRestore', lead: 'managerRestoreLead', onOpen: () => openScreen('restore') },
          ...(folderPossible
            ? [{ title: 'copiesTitle', lead: 'managerFolderLead', onOpen: () => openPage('/copies.html') } as const]
            : []),
        ]}
      />
    </section>
  );
}

function Move({ model, openPage, openScreen }: SectionsProps) {
  const t = useText();
  const { policies } = model;
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('managerMove')}</h1>
      <SectionLinks
        links={[
          ...waysIn({ openPage, openScreen }),
          { title: 'settingsExport', lead: 'managerExportLead', onOpen: () => openScreen('export') },
          { title: 'leaveTitle', lead: 'leaveManagerLead', onOpen: () => goTo('leave') },
        ]}
      />
      <p>{policies?.plainExportForbidden ? t('policyMove', [organisationOf(t, policies)]) : t('managerToPhone')}</p>
    </section>
  );
}

function Leave({ page, model }: SectionsProps) {
  const { leaving, policies, accounts, busy, wrong } = model;
  const question = leaving.kind === 'asking' ? leaving.question : null;
  return (
    <ExportFile
      leaving={
        leaving.kind === 'asking'
          ? {
              kind: 'asking',
              format: leaving.format,
              isProven: question?.kind === 'proven',
              withoutPassphrase: question?.kind === 'asking' && question.slot === null,
            }
          : leaving
      }
      isEmpty={accounts.length === 0}
      forbidden={policies?.plainExportForbidden === true ? policies : null}
      busy={busy || (leaving.kind === 'asking' && question === null)}
      wrong={wrong}
      onFormat={page.chooseFormat}
      onProof={page.proveLeaving}
      onPassphrase={page.sealFile}
      onBack={page.stopLeaving}
    />
  );
}

function Security({ page, model, openPage, screenLockReported, ...browser }: SectionsProps) {
  const t = useText();
  const { settings, policies, lacksPassphrase } = model;
  const { clearing, readShortcuts, changeShortcuts } = browser;
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('managerSecurity')}</h1>
      {policies !== null && lacksPassphrase && (
        <AskPassphrase policies={policies} onChoose={() => openPage('/keys.html')} />
      )}
      {settings !== null && (
        <SecuritySettings
          autoLockMinutes={settings.autoLockMinutes}
          screenLockReported={screenLockReported}
          reminder={settings.reminder}
          shared={settings.sharedComputer}
          mostMinutes={policies?.autoLockMostMinutes ?? null}
          onAutoLockMinutes={page.setAutoLock}
          onReminder={page.setReminder}
          onShared={page.setShared}
        />
      )}
      {policies !== null && <PolicyList policies={policies} />}
      <HabitSettings habits={model.habits} onHabits={page.setHabits} clearing={clearing} />
      <SectionLinks links={[{ title: 'keysTitle', lead: 'managerKeysLead', onOpen: () => openPage('/keys.html') }]} />
      <Shortcuts read={readShortcuts} onChange={changeShortcuts} />
    </section>
  );
}

function Check({ page, model }: SectionsProps) {
  const t = useText();
  const accounts = shownAccounts({ ...model, query: '', group: null });
  const chosen = accounts.find(({ id }) => id === model.check?.entryId) ?? accounts[0];
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('checkTitle')}</h1>
      <p>{t(chosen === undefined ? 'managerCheckNone' : 'managerCheckLead')}</p>
      {chosen !== undefined && (
        <>
          <ChoiceField
            label={t('managerCheckAccount')}
            value={chosen.id}
            choices={accounts.map((one) => ({ value: one.id, text: accountNameText(t, one) }))}
            onValue={page.chooseChecked}
          />
          <CheckCode
            key={chosen.id}
            busy={model.busy}
            byCounter={chosen.kind === 'hotp'}
            result={model.check?.result ?? null}
            wantsNext={(model.check?.before ?? null) !== null}
            comesSecond
            isNamed
            onCheck={(typed) => page.checkCode(chosen.id, typed)}
          />
        </>
      )}
    </section>
  );
}

/** The section in front, of those beside the accounts. */
export function Sections(props: SectionsProps) {
  const { page, model } = props;
  const t = useText();
  switch (model.section) {
    case 'health':
      return <Health {...props} />;
    case 'copies':
      return <Copies {...props} />;
    case 'move':
      return <Move {...props} />;
    case 'leave':
      return <Leave {...props} />;
    case 'security':
      return <Security {...props} />;
    case 'sites':
      return (
        <section aria-labelledby="manager-title">
          <h1 id="manager-title">{t('managerSites')}</h1>
          {model.automatic !== null && (
            <SitesList
              accounts={model.accounts}
              automatic={model.automatic}
              policies={model.policies}
              stopped={model.said?.kind === 'stopped' ? model.said : null}
              busy={model.busy}
              onStop={page.stopSite}
            />
          )}
        </section>
      );
    case 'check':
      return <Check {...props} />;
    case 'help':
      return <HelpTopics />;
    case 'removed':
      return (
        <RemovedList
          accounts={model.removed ?? []}
          busy={model.busy}
          onPutBack={page.putBack}
          onDelete={page.deleteForGood}
        />
      );
    case 'accounts':
    case 'account':
      return null;
  }
}
