import { useState } from 'preact/hooks';
import { AutomaticOffer } from '../../components/automatic-offer.tsx';
import { CodeList } from '../../components/code-list.tsx';
import { CopyCard } from '../../components/copy-card.tsx';
import { Corrected } from '../../components/corrected.tsx';
import { FillNotice } from '../../components/fill-notice.tsx';
import { LookAlike } from '../../components/look-alike.tsx';
import { NothingFound } from '../../components/nothing-found.tsx';
import { Notice } from '../../components/notice.tsx';
import { organisationOf } from '../../components/organisation.ts';
import { PassphraseReminder } from '../../components/passphrase-reminder.tsx';
import { PresetPortal } from '../../components/policy-notices.tsx';
import { RefusedNotice } from '../../components/refused-notice.tsx';
import { Search } from '../../components/search.tsx';
import { searchEntries } from '../../components/search-match.ts';
import { useText } from '../../components/text.ts';
import { fillProblemKeys } from './fill-problem-keys.ts';
import type { PopupModel } from './model.ts';
import type { Popup } from './popup.ts';
import { isQuiet } from './quiet.ts';

type CodesProps = { readonly model: PopupModel; readonly popup: Popup; readonly nowUnixMs: number };

/** The open vault: what happened last, the search, and all codes with those of this site first. */
export function Codes({ model, popup, nowUnixMs }: CodesProps) {
  const t = useText();
  const [query, setQuery] = useState('');
  const { found, reading, busy, origin, automatic, fillProblem } = model;
  const host = origin === null ? null : new URL(origin).host;
  const entries = searchEntries(model.entries, query);
  const isEmpty = found.codes.length === 0 && found.migration.accounts.length === 0 && found.added === null;
  // A card that offers an account has the warning itself.
  const inCard = found.added === null && found.codes.length > 0;
  const warning = inCard || model.doubt?.reason === 'look-alike' ? null : model.lookAlike;
  const problem =
    fillProblem === null
      ? null
      : {
          key: fillProblemKeys[fillProblem.problem],
          instead: fillProblem.instead,
          // Who closed a site; no other sentence names anybody.
          names: [organisationOf(t, model.policies ?? { organisationName: null })],
        };
  return (
    <>
      {warning !== null && <LookAlike lookAlike={warning}>{t('lookAlikeNothing')}</LookAlike>}
      {model.refused !== null && (
        <RefusedNotice
          refused={model.refused}
          host={host ?? ''}
          clock={model.clock}
          busy={busy || model.filling !== null}
          {...(model.refused.entryId === null ? {} : { onFillNext: popup.fillNext })}
          onCheckClock={popup.checkClock}
          onCorrect={popup.correctCodes}
        />
      )}
      <Corrected seconds={model.correctionSeconds} busy={busy} onStop={popup.stopCorrecting} />
      {model.counterLost && <Notice kind="warning">{t('counterNotKept')}</Notice>}
      <FillNotice
        filling={model.entries.find(({ id }) => id === model.filling && id !== found.added?.entryId) ?? null}
        nowUnixMs={nowUnixMs}
        problem={problem}
      />
      {isEmpty && model.searched && reading !== null && (
        <NothingFound
          looked={reading.looked}
          setupButton={model.setupButton}
          busy={busy}
          onRetry={popup.readVisibleTab}
          onArea={popup.openArea}
          onPicture={popup.openPicture}
          onManual={() => popup.show('manual')}
          onFromPhone={popup.openFromPhone}
        />
      )}
      {model.entries.length > 1 && <Search query={query} onQuery={setQuery} onLeaveDown={focusFirstCode} />}
      {(isEmpty || model.entries.length > 0) && (
        <CodeList
          entries={entries}
          searching={query !== ''}
          nowUnixMs={nowUnixMs}
          host={host}
          copiedId={model.copiedId}
          copied={model.copied}
          leftId={model.leftId}
          leftLarge={model.largeId !== null}
          lookAlike={model.lookAlike}
          doubt={model.doubt}
          onCopy={popup.copy}
          onFill={popup.fill}
          onUseHere={popup.useHere}
          onAdvance={popup.advance}
          onMore={popup.openAccount}
          onLarge={popup.showLarge}
          onUseHereAnyway={popup.useHereAnyway}
          onLeaveDoubt={popup.leaveDoubt}
        />
      )}
      {isEmpty && reading !== null && model.policies !== null && model.entries.length === 0 && (
        <PresetPortal policies={model.policies} />
      )}
      {isEmpty && reading !== null && !model.searched && model.entries.length === 0 && (
        <button type="button" class="plain" onClick={popup.openFromPhone}>
          {t('phoneTitle')}
        </button>
      )}
      {automatic === 'offer' &&
        host !== null &&
        model.entries.some(({ belongsHere, state }) => belongsHere && state !== 'stale') && (
          <AutomaticOffer host={host} onAllow={popup.allowHere} onDecline={popup.declineHere} />
        )}
      {model.practise && (
        <PassphraseReminder
          busy={busy}
          wrong={model.wrongPassphrase}
          onTry={popup.practise}
          onLater={popup.putOffReminder}
          onStop={popup.stopReminder}
        />
      )}
      {model.copies?.ask && isQuiet(model) && (
        <CopyCard
          health={model.copies.health}
          busy={busy}
          onSave={() => popup.show('export')}
          onLater={popup.copiesLater}
        />
      )}
    </>
  );
}

function focusFirstCode(): void {
  document.querySelector<HTMLElement>('[data-code-button]')?.focus();
}
