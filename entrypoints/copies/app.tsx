import { CopiesFolder } from '../../components/copies-folder.tsx';
import { CopyHealth } from '../../components/copy-health.tsx';
import { CopyOutcomeNotice } from '../../components/copy-outcome.tsx';
import { NewPassphrase } from '../../components/new-passphrase.tsx';
import { Notice } from '../../components/notice.tsx';
import { ReopenForm } from '../../components/reopen-form.tsx';
import { useText } from '../../components/text.ts';
import { useModel } from '../../components/use-model.ts';
import type { CopiesPage } from './copies-page.ts';
import type { CopiesModel } from './model.ts';

type AppProps = { readonly page: CopiesPage };

/** The open vault: how the copies stand, and what is left to choose. */
function Open({ model, page }: AppProps & { readonly model: CopiesModel }) {
  const t = useText();
  const { copies, busy, choosing, question } = model;
  if (copies === null) return null;
  const { health, automatic } = copies;
  return (
    <>
      <p>{t('copiesLead')}</p>
      <p>{t('copiesPlace')}</p>
      <CopyHealth health={health} />
      <CopyOutcomeNotice outcome={model.outcome} />
      {(automatic === null || choosing) && (
        <section aria-labelledby="copies-passphrase">
          <h2 id="copies-passphrase">{t('copiesPassphraseTitle')}</h2>
          <p>{t(automatic === null ? 'copiesPassphraseLead' : 'copiesPassphraseAnew')}</p>
          {question?.kind === 'asking' && (
            <ReopenForm
              about="copy"
              busy={busy}
              wrong={model.wrong}
              withoutPassphrase={question.slot === null}
              onReopen={page.prove}
              {...(choosing ? { onCancel: page.keepPassphrase } : {})}
            />
          )}
          {question?.kind === 'proven' && (
            <NewPassphrase busy={busy} submitText={t('copiesPassphraseSet')} onPassphrase={page.choosePassphrase} />
          )}
          {question?.kind === 'proven' && (
            <button type="button" class="plain" onClick={page.keepPassphrase}>
              {t('cancel')}
            </button>
          )}
        </section>
      )}
      {automatic !== null && !choosing && (
        <CopiesFolder
          state={model.folder}
          files={model.files}
          keep={automatic.keep}
          busy={busy}
          onChoose={page.chooseFolder}
          onAllow={page.allowFolder}
          onSave={page.saveNow}
          onKeep={page.keep}
          onPassphrase={page.changePassphrase}
          onStop={page.stop}
        />
      )}
    </>
  );
}

/** The page *Saved copies*: every decision is the model's. */
export function App({ page }: AppProps) {
  const t = useText();
  const model = useModel(page);
  const { vault, busy, failed } = model;
  return (
    <main class="copies" aria-busy={busy || vault === 'unknown'}>
      <h1>{t('copiesTitle')}</h1>
      {failed && <Notice kind="error">{t('problemTryAgain')}</Notice>}
      {vault === 'shut' && <p role="status">{t('copiesShut')}</p>}
      {vault === 'open' && <Open model={model} page={page} />}
    </main>
  );
}
