import { useEffect, useRef, useState } from 'preact/hooks';
import { AfterEmergency } from '../../components/after-emergency.tsx';
import { Header } from '../../components/header.tsx';
import { HelpLine } from '../../components/help-line.tsx';
import { later } from '../../components/later.tsx';
import { MissedNotice } from '../../components/missed-notice.tsx';
import { Notice } from '../../components/notice.tsx';
import { AskPassphrase } from '../../components/policy-notices.tsx';
import { ShownHabits } from '../../components/shown-habits.ts';
import { useText } from '../../components/text.ts';
import { Unlock } from '../../components/unlock.tsx';
import { useModel } from '../../components/use-model.ts';
import { WhereCodes } from '../../components/where-codes.tsx';
import { helpStep } from '../../lib/app/help-step.ts';
import { waysToOpen } from '../../lib/app/ways-to-open.ts';
import { eachSecond } from '../../lib/browser/each-second.ts';
import { BeginningChoice } from './beginning-choice.tsx';
import { Choice } from './choice.tsx';
import { Codes } from './codes.tsx';
import { Found } from './found.tsx';
import { helpFacts } from './help-facts.ts';
import { isRescue } from './is-rescue.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';
import { Successes } from './successes.tsx';

const Screens = later(async () => (await import('./screens.tsx')).Screens);
const HelpTopics = later(async () => (await import('../../components/help-topics.tsx')).HelpTopics);

/** Puts the focus on the act that the customer came for, once it is there, unless something has the focus already. */
function useFirstAct(model: PopupModel): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || model.vault?.kind !== 'unlocked' || document.activeElement !== document.body) return;
    const act = document.querySelector<HTMLElement>('[data-first-act]:not(:disabled)');
    // What stands above it, such as a backup code that waits, must not be scrolled out of sight.
    act?.focus({ preventScroll: true });
    done.current = act !== null;
  }, [model]);
}

const hasCards = ({ found }: PopupModel): boolean =>
  found.codes.length > 0 || found.migration.accounts.length > 0 || found.added !== null;

const unfolded = {
  'help-phone': { unfolded: 'helpPhone' },
  'help-where': { unfolded: 'helpWhere' },
  help: {},
} as const;

const isHelp = (screen: PopupModel['screen']): screen is keyof typeof unfolded => Object.hasOwn(unfolded, screen);

function HelpScreen({ screen, popup }: { readonly screen: keyof typeof unfolded; readonly popup: Popup }) {
  return (
    <main>
      <HelpTopics onBack={() => popup.show('codes')} {...unfolded[screen]} />
    </main>
  );
}

type RecoveredProps = { readonly model: PopupModel; readonly popup: Popup; readonly wasThisComputer: boolean };

function Recovered({ model, popup, wasThisComputer }: RecoveredProps) {
  const t = useText();
  return (
    <main aria-busy={model.busy}>
      {model.failed && <Notice kind="error">{t('keysUnchanged')}</Notice>}
      <AfterEmergency
        busy={model.busy}
        wasThisComputer={wasThisComputer && !model.policies?.passphraseRequired}
        onPassphrase={popup.choosePassphraseAnew}
        onComputer={popup.useComputerAgain}
        onLater={popup.chooseLater}
      />
    </main>
  );
}

type AppProps = {
  readonly popup: Popup;
  readonly nowUnixMs: () => number;
  readonly inPrivateWindow?: boolean;
  /** Whether this is the panel, which reaches a page only where a press or an allowed site lets it. */
  readonly inPanel?: boolean;
};

/** The popup: one screen a state; every decision is the model's. */
export function App(props: AppProps) {
  const model = useModel(props.popup);
  return (
    <ShownHabits.Provider value={model.habits}>
      <Shown model={model} {...props} />
    </ShownHabits.Provider>
  );
}

type ShownProps = AppProps & { readonly model: PopupModel };

function Shown({ model, popup, nowUnixMs, inPrivateWindow = false, inPanel = false }: ShownProps) {
  const t = useText();
  const [now, setNow] = useState(nowUnixMs());
  useEffect(
    () =>
      eachSecond(nowUnixMs, (at) => {
        setNow(at);
        popup.tick(at);
      }),
    [nowUnixMs, popup],
  );
  useFirstAct(model);

  const { vault, busy } = model;
  if (vault === null)
    return <main aria-busy="true">{model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}</main>;
  if (isHelp(model.screen)) return <HelpScreen screen={model.screen} popup={popup} />;
  if (isRescue(model) || (vault.kind === 'unlocked' && model.screen !== 'codes'))
    return <Screens model={model} popup={popup} nowUnixMs={now} />;
  if (model.recovered !== null) return <Recovered model={model} popup={popup} {...model.recovered} />;
  const open = vault.kind === 'unlocked';
  const step = inPanel ? null : helpStep(helpFacts(model));
  const isShut = inPanel && model.origin === null;
  return (
    <main aria-busy={busy}>
      <Header
        busy={busy || (model.reading === null && !inPanel)}
        onHelp={() => popup.show('help')}
        {...(hasCards(model) || vault.kind === 'locked' || isShut ? {} : { onAddFromPage: popup.readVisibleTab })}
        {...(open ? { onSettings: () => popup.show('settings'), onLock: popup.lock } : {})}
      />
      {open && isShut && <p class="help-line">{t('panelPress')}</p>}
      {model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      <Successes success={model.success} popup={popup} />
      {open && model.policies !== null && model.lacksPassphrase && (
        <AskPassphrase policies={model.policies} onChoose={popup.openKeys} />
      )}
      {open && model.missed !== null && (
        <MissedNotice {...model.missed} onSeeCopies={popup.showCopies} onDismiss={popup.dismissMissed} />
      )}
      {open && step !== null && (
        <HelpLine step={step} securityPage={model.securityPage} busy={busy} onSecurityPage={popup.openSecurityPage} />
      )}
      <Found model={model} popup={popup} />
      {model.screen === 'restore' && (vault.kind === 'locked' || vault.kind === 'absent') && (
        <Notice kind="info">{t(vault.kind === 'locked' ? 'restoreLockedFirst' : 'restoreAbsentFirst')}</Notice>
      )}
      {vault.kind === 'absent' && model.beginning !== null && (
        <BeginningChoice lead="restoreFirst" model={model} popup={popup} />
      )}
      {vault.kind === 'absent' && model.beginning === null && <Choice model={model} popup={popup} />}
      {vault.kind === 'absent' && model.beginning === null && model.newKey === null && (
        <WhereCodes busy={busy} onRestore={popup.restoreFirst} onMore={() => popup.show('help-where')} />
      )}
      {vault.kind === 'locked' && (
        <Unlock
          busy={busy}
          wrong={model.wrongPassphrase}
          {...waysToOpen(vault.slots)}
          emergencyProblem={model.emergencyProblem}
          onUnlock={popup.unlock}
          onEmergencyKey={popup.unlockByEmergencyKey}
          onBeginAnew={popup.beginAnew}
        />
      )}
      {open && <Codes model={model} popup={popup} nowUnixMs={now} />}
      {inPrivateWindow && <p class="hint private">{t('wherePrivate')}</p>}
    </main>
  );
}
