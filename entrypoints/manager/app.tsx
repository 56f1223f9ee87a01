import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../components/notice.tsx';
import { SectionNav } from '../../components/section-nav.tsx';
import { useText } from '../../components/text.ts';
import { Unlock } from '../../components/unlock.tsx';
import { UnreadableBrief } from '../../components/unreadable-brief.tsx';
import { useModel } from '../../components/use-model.ts';
import { waysToOpen } from '../../lib/app/ways-to-open.ts';
import { eachSecond } from '../../lib/browser/each-second.ts';
import { Account, openedOf } from './account.tsx';
import { Accounts } from './accounts.tsx';
import { isWaiting } from './model.ts';
import { type Section, sections } from './section.ts';
import { Sections, type SectionsProps } from './sections.tsx';
import { Waiting } from './waiting.tsx';

type AppProps = Omit<SectionsProps, 'model'> & { readonly nowUnixMs: () => number };

const titles = {
  accounts: 'managerAccounts',
  health: 'healthTitle',
  copies: 'managerCopies',
  move: 'managerMove',
  security: 'managerSecurity',
  sites: 'managerSites',
  check: 'checkTitle',
  help: 'helpTitle',
} as const;

function inNav(section: Section): keyof typeof titles {
  if (section === 'removed' || section === 'account') return 'accounts';
  return section === 'leave' ? 'move' : section;
}

const titleOf = (section: Section) => (section === 'removed' ? 'removedTitle' : titles[inNav(section)]);

/** What does not need an open vault, or the section itself. */
function Shown({ now, ...props }: SectionsProps & { readonly now: number }) {
  const t = useText();
  const { model, page, openPage } = props;
  const { vault, busy, section } = model;
  // What to do is never locked away.
  if (section === 'help') return <Sections {...props} />;
  const waiting = { failed: model.failed, onRetry: page.look };
  if (vault === null) return <Waiting title={null} {...waiting} />;
  if (vault.kind === 'unreadable') return <UnreadableBrief onRetry={page.look} />;
  if (vault.kind === 'absent')
    return (
      <section aria-labelledby="manager-title">
        <h1 id="manager-title">{t('managerAccounts')}</h1>
        <p>{t('managerAbsent')}</p>
        <button type="button" class="primary" onClick={() => openPage('/first-run.html')}>
          {t('managerAbsentButton')}
        </button>
      </section>
    );
  if (vault.kind === 'locked')
    return <Unlock busy={busy} wrong={model.wrong} {...waysToOpen(vault.slots)} onUnlock={page.unlock} />;
  if (!model.listed) return <Waiting title={null} {...waiting} />;
  if (isWaiting(model)) return <Waiting title={titleOf(section)} {...waiting} />;
  const opened = openedOf(model);
  if (opened !== null) return <Account key={opened.entry.id} {...props} {...opened} />;
  // An account that is gone is looked for in the list.
  return section === 'accounts' || section === 'account' ? (
    <Accounts {...props} nowUnixMs={now} />
  ) : (
    <Sections {...props} />
  );
}

/** The page *Manage accounts*: every decision is the model's. */
export function App({ nowUnixMs, ...props }: AppProps) {
  const t = useText();
  const { page } = props;
  const model = useModel(page);
  const [now, setNow] = useState(nowUnixMs());
  useEffect(
    () =>
      eachSecond(nowUnixMs, (at) => {
        setNow(at);
        page.tick();
      }),
    [nowUnixMs, page],
  );
  const { vault, busy, failed, section } = model;
  return (
    <div class="manager">
      <header class="head">
        <span class="strong">{t('extensionName')}</span>
        {vault?.kind === 'unlocked' && (
          <button type="button" onClick={page.lock}>
            {t('headerLock')}
          </button>
        )}
      </header>
      <SectionNav sections={sections} titles={titles} current={inNav(section)} />
      <main aria-busy={busy || vault === null}>
        {failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
        <Shown {...props} model={model} now={now} />
      </main>
    </div>
  );
}
