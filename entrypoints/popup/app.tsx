import { useEffect, useState } from 'preact/hooks';
import { AddedNotice } from '../../components/added-notice.tsx';
import { AutomaticOffer } from '../../components/automatic-offer.tsx';
import { CodeList } from '../../components/code-list.tsx';
import { FoundCard } from '../../components/found-card.tsx';
import { Header } from '../../components/header.tsx';
import { NothingFound } from '../../components/nothing-found.tsx';
import { Notice } from '../../components/notice.tsx';
import { PassphraseChoice } from '../../components/passphrase-choice.tsx';
import { Search } from '../../components/search.tsx';
import { searchEntries } from '../../components/search-match.ts';
import { useText } from '../../components/text.ts';
import { Unlock } from '../../components/unlock.tsx';
import { Unreadable } from '../../components/unreadable.tsx';
import type { FoundCode } from '../../lib/app/found-codes.ts';
import { fillProblemKeys } from './fill-problem-keys.ts';
import type { Popup, PopupModel } from './model.ts';
import { Screens } from './screens.tsx';

const noFound: readonly FoundCode[] = [];

/** The popup: one screen a state; every decision is the model's. */
export function App({ popup, nowUnixMs }: { readonly popup: Popup; readonly nowUnixMs: () => number }) {
  const t = useText();
  const [model, setModel] = useState<PopupModel>(popup.current());
  const [now, setNow] = useState(nowUnixMs());
  const [query, setQuery] = useState('');
  useEffect(() => popup.subscribe(setModel), [popup]);
  useEffect(() => {
    const ticking = setInterval(() => {
      setNow(nowUnixMs());
      void popup.tick(nowUnixMs());
    }, 250);
    return () => clearInterval(ticking);
  }, [popup, nowUnixMs]);

  const { vault, busy } = model;
  if (vault === null) return <main aria-busy="true" />;
  const ready = vault.kind === 'unlocked';
  if (ready && model.screen !== 'codes') return <Screens model={model} popup={popup} />;
  const found = ready || vault.kind === 'absent' ? model.found : noFound;
  const entries = searchEntries(model.entries, query);
  return (
    <main>
      {ready && (
        <Header
          busy={busy}
          onAddFromPage={popup.readVisibleTab}
          onSettings={() => popup.show('settings')}
          onLock={popup.lock}
        />
      )}
      {model.failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      {model.fillProblem !== null && <Notice kind="error">{t(fillProblemKeys[model.fillProblem])}</Notice>}
      {model.added !== null && <AddedNotice {...model.added} onShowCodes={popup.dismissAdded} />}
      {ready && found.length === 0 && model.reading?.looked.screenshot === true && model.added === null && (
        <NothingFound
          looked={model.reading.looked}
          busy={busy}
          onRetry={popup.readVisibleTab}
          onManual={() => popup.show('manual')}
        />
      )}
      {found.map((code) => (
        <FoundCard
          key={code.index}
          found={code}
          busy={busy || !ready}
          onAdd={(index) => popup.add(index, 'new')}
          onReplace={(index) => popup.add(index, 'replace')}
          onKeepBoth={(index) => popup.add(index, 'keep-both')}
        />
      ))}
      {vault.kind === 'absent' && (
        <PassphraseChoice
          busy={busy}
          onPassphrase={popup.choosePassphrase}
          onWithoutPassphrase={popup.continueWithout}
        />
      )}
      {vault.kind === 'locked' && <Unlock busy={busy} wrong={model.wrongPassphrase} onUnlock={popup.unlock} />}
      {vault.kind === 'unreadable' && (
        <Unreadable reason={vault.reason === 'missing' ? 'damaged' : vault.reason} onRetry={popup.retry} />
      )}
      {ready && <Search query={query} onQuery={setQuery} />}
      {ready && (
        <CodeList
          entries={entries}
          searching={query !== ''}
          nowUnixMs={now}
          host={model.origin === null ? null : new URL(model.origin).host}
          copiedId={model.copiedId}
          onCopy={popup.copy}
          onFill={popup.fill}
          onUseHere={popup.useHere}
          onAdvance={popup.advance}
        />
      )}
      {ready && model.automatic === 'offer' && model.origin !== null && entries.some((entry) => entry.belongsHere) && (
        <AutomaticOffer host={new URL(model.origin).host} onAllow={popup.allowHere} />
      )}
    </main>
  );
}
