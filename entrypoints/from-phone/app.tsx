import { useRef } from 'preact/hooks';
import { AddedTogether, TakenBack } from '../../components/added-together.tsx';
import { ForeignFile } from '../../components/foreign-file.tsx';
import { GivenEarly } from '../../components/given-early.tsx';
import { Notice } from '../../components/notice.tsx';
import { PhoneFound } from '../../components/phone-found.tsx';
import { SiteClosed } from '../../components/policy-notices.tsx';
import { useText } from '../../components/text.ts';
import { Unlock } from '../../components/unlock.tsx';
import { UnreadableBrief } from '../../components/unreadable-brief.tsx';
import { useModel } from '../../components/use-model.ts';
import { waysToOpen } from '../../lib/app/ways-to-open.ts';
import type { PhoneModel } from './model.ts';
import type { PhonePage } from './phone-page.ts';
import { Sources } from './sources.tsx';

type AppProps = { readonly page: PhonePage };

const hasAny = ({ accounts, batches, refused, others }: PhoneModel['found']): boolean =>
  accounts.length + batches.length + refused.length + others.length > 0;

/** The words that depend on what the page was opened for. */
const words = {
  phone: { title: 'phoneTitle', lead: 'phoneLead', found: 'phoneFoundTitle', done: 'phoneDelete' },
  picture: { title: 'pictureTitle', lead: 'pictureLead', found: 'pictureFound', done: 'pictureDone' },
  area: { title: 'areaPageTitle', lead: 'areaLead', found: 'pictureFound', done: 'areaDone' },
} as const;

/** The open vault: where codes come from, what they hold, and what was added. */
function Open({ model, page }: AppProps & { readonly model: PhoneModel }) {
  const t = useText();
  const { found, busy, camera, done, undone } = model;
  const undo = done?.undo ?? null;
  const sources = useRef<HTMLHeadingElement>(null);
  const { title, lead, found: foundTitle, done: next } = words[page.purpose];
  return (
    <>
      <h1 class="welcome">{t(title)}</h1>
      {/* Without a picture of a page, or once that was read and dropped, there is nothing that it speaks of. */}
      {typeof model.area !== 'string' && <p>{t(lead)}</p>}
      <Sources model={model} page={page} title={sources} />
      {model.file !== null && (
        <ForeignFile
          file={model.file}
          busy={busy}
          onPassphrase={page.openFile}
          onCostly={page.takeTheTime}
          onAccept={page.acceptFile}
          onRestore={() => void page.openRestore()}
          onClose={() => {
            page.closeFile();
            sources.current?.focus();
          }}
        />
      )}
      {model.tooMany && <Notice kind="error">{t('phoneTooMany')}</Notice>}
      {done !== null && (
        <Notice kind="success">
          <AddedTogether
            sentence={t('movedDone', [String(done.added), String(done.skipped)])}
            onUndo={undo === null ? null : () => page.undoAdded(undo)}
          />
          <p>{t(model.doneOf === 'file' ? 'fileAsk' : next)}</p>
          <button type="button" onClick={page.finish}>
            {t(page.purpose === 'area' ? 'areaBack' : 'firstDoneButton')}
          </button>
        </Notice>
      )}
      {undone !== null && <TakenBack removed={undone.removed} stayed={undone.stayed} />}
      {camera.kind === 'off' && model.reading === null && hasAny(found) && (
        <PhoneFound
          found={found}
          title={t(foundTitle)}
          site={model.site === null ? null : new URL(model.site).host}
          lookAlike={model.lookAlike}
          busy={busy}
          onAddAll={page.addAll}
          onReplace={page.replace}
          onKeepBoth={(index) => page.add(index, 'keep-both')}
          onForget={page.forget}
        />
      )}
    </>
  );
}

/** The page *Bring accounts from a phone*: one view a state of the vault; every decision is the model's. */
export function App({ page }: AppProps) {
  const t = useText();
  const model = useModel(page);
  const { vault, busy, failed } = model;
  return (
    <main class={page.purpose === 'area' ? 'from-phone from-area' : 'from-phone'} aria-busy={busy || vault === null}>
      {failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      {model.closedBy !== null && <SiteClosed policies={model.closedBy} />}
      {vault?.kind === 'unlocked' && <Open model={model} page={page} />}
      {vault !== null && vault.kind !== 'unlocked' && <GivenEarly waits={model.waits} onFiles={page.keepForLater} />}
      {vault?.kind === 'locked' && (
        <>
          <p class="welcome">{t(words[page.purpose].title)}</p>
          <p>{t('phoneLocked')}</p>
          <Unlock busy={busy} wrong={model.wrongPassphrase} {...waysToOpen(vault.slots)} onUnlock={page.unlock} />
        </>
      )}
      {vault?.kind === 'absent' && (
        <>
          <h1 class="welcome">{t(words[page.purpose].title)}</h1>
          <p>{t('phoneAbsent')}</p>
          <p>
            <a href="/first-run.html">{t('choiceTitle')}</a>
          </p>
        </>
      )}
      {vault?.kind === 'unreadable' && <UnreadableBrief onRetry={page.retry} />}
    </main>
  );
}
