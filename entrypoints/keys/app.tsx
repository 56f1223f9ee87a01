import { KeysOverview } from '../../components/keys-overview.tsx';
import { NewPassphrase } from '../../components/new-passphrase.tsx';
import { Notice } from '../../components/notice.tsx';
import { ProveForm } from '../../components/prove-form.tsx';
import { RecoveryCode } from '../../components/recovery-code.tsx';
import { useText } from '../../components/text.ts';
import { useModel } from '../../components/use-model.ts';
import type { KeysPage } from './keys-page.ts';

type AppProps = {
  readonly page: KeysPage;
  readonly onCopy: (code: string) => void;
  readonly onPrint: () => void;
  readonly onSaveKey: (text: string) => void;
};

/** The page *How Doorcode opens*: one view a step; every decision is the model's. */
export function App({ page, ...act }: AppProps) {
  const t = useText();
  const model = useModel(page);
  const { vault, step, busy, outcome } = model;
  const has = (kind: 'passphrase' | 'recovery'): boolean =>
    vault?.kind === 'unlocked' && vault.slots.some((slot) => slot.kind === kind);
  const keys = { passphrase: has('passphrase'), emergencyKey: has('recovery'), shared: model.shared };
  return (
    <main class="first-run" aria-busy={busy || vault === null}>
      {outcome === 'done' && <Notice kind="success">{t('keysDone')}</Notice>}
      {outcome === 'failed' && <Notice kind="error">{t('keysUnchanged')}</Notice>}
      {vault !== null && vault.kind !== 'unlocked' && (
        <section class="view">
          <h1>{t('keysTitle')}</h1>
          <p>{t('keysNotOpen')}</p>
          <button type="button" class="primary" disabled={busy} onClick={page.look}>
            {t('unreadableRetry')}
          </button>
        </section>
      )}
      {vault?.kind === 'unlocked' && step.kind === 'overview' && (
        <KeysOverview keys={keys} busy={busy} policies={model.policies} onAct={page.begin} />
      )}
      {vault?.kind === 'unlocked' && step.kind === 'prove' && (
        <ProveForm
          act={step.act}
          keys={keys}
          busy={busy}
          wrong={model.wrong}
          emergencyProblem={model.emergencyProblem}
          onPassphrase={page.provePassphrase}
          onEmergencyKey={page.proveEmergencyKey}
          onHeld={page.held}
          onCancel={page.leave}
        />
      )}
      {vault?.kind === 'unlocked' && step.kind === 'passphrase' && (
        <section class="view" aria-labelledby="new-title">
          <h1 id="new-title">{t('afterTitle')}</h1>
          <p>{t('keysCopies')}</p>
          {!keys.passphrase && <p>{t('keysComputerEnds')}</p>}
          <NewPassphrase busy={busy} submitText={t('choiceSet')} onPassphrase={page.choosePassphrase} />
          <button type="button" class="plain" disabled={busy} onClick={page.leave}>
            {t('cancel')}
          </button>
        </section>
      )}
      {vault?.kind === 'unlocked' && step.kind === 'key' && (
        <RecoveryCode
          code={step.code}
          madeUnixMs={step.madeUnixMs}
          busy={busy}
          check={page.check}
          onTypedBack={page.typedBack}
          onCopy={act.onCopy}
          onPrint={act.onPrint}
          onSave={act.onSaveKey}
          onLeave={page.leave}
        />
      )}
    </main>
  );
}
