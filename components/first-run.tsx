import type { ComponentChildren } from 'preact';
import type { Policies } from '../lib/app/policies.ts';
import { ExportForm } from './export-form.tsx';
import { NameMark } from './name-mark.tsx';
import { PassphraseChoice } from './passphrase-choice.tsx';
import { PinPicture } from './pin-picture.tsx';
import { PresetPortal } from './policy-notices.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { useText } from './text.ts';
import type { NewKeyView, TypedKeyProblem } from './view-models.ts';

/** Where the customer stands; an emergency key is part of the choice without a passphrase, and offered after one. */
export type FirstRunStep =
  | { readonly kind: 'choice' }
  | ({ readonly kind: 'key' } & NewKeyView)
  | { readonly kind: 'offer' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'done' }
  /** A copy is saved; `asks`: what is asked of whoever does, null where it was just answered. */
  | { readonly kind: 'save'; readonly asks: 'passphrase' | 'hold' | null };

const place = { choice: '1', key: '1', offer: '1', pin: '2', done: '3', save: '3' } as const;

type FirstRunProps = {
  readonly step: FirstRunStep;
  readonly busy: boolean;
  /** What an organisation has set. */
  readonly policies?: Policies | null;
  /** Whether the passphrase that was asked for was a wrong one. */
  readonly wrong: boolean;
  readonly onPassphrase: (passphrase: string, shared: boolean) => void;
  readonly onWithoutPassphrase: () => void;
  readonly onMakeKey: () => void;
  readonly onLater: () => void;
  readonly check: (typed: string) => TypedKeyProblem | null;
  readonly onTypedBack: () => void;
  readonly onCopy: (code: string) => void;
  readonly onPrint: () => void;
  readonly onSaveKey: (text: string) => void;
  readonly onLeaveKey: () => void;
  readonly onPinned: () => void;
  readonly onSave: () => void;
  readonly onReopen: (passphrase: string) => void;
  readonly onExport: (passphrase: string) => void;
  readonly onLeaveSave: () => void;
  readonly onDone: () => void;
  /** A message such as a failed save, shown above the step. */
  readonly children?: ComponentChildren;
};

/** The first-run page: choose how Doorcode opens, keep the emergency key, pin the button, ready. */
export function FirstRun({ step, busy, policies = null, wrong, children, ...act }: FirstRunProps) {
  const t = useText();
  return (
    <main class="first-run">
      <p class="welcome">
        <NameMark />
        {t('firstTitle')}
      </p>
      <p class="quiet" role="status">
        {t('firstStep', [place[step.kind], '3'])}
      </p>
      {children}
      {step.kind === 'choice' && (
        <PassphraseChoice
          busy={busy}
          policies={policies}
          onPassphrase={act.onPassphrase}
          onWithoutPassphrase={act.onWithoutPassphrase}
        />
      )}
      {step.kind === 'key' && (
        <RecoveryCode
          code={step.code}
          madeUnixMs={step.madeUnixMs}
          busy={busy}
          check={act.check}
          onTypedBack={act.onTypedBack}
          onCopy={act.onCopy}
          onPrint={act.onPrint}
          onSave={act.onSaveKey}
          onLeave={act.onLeaveKey}
        />
      )}
      {step.kind === 'offer' && (
        <section class="view" aria-labelledby="offer-title">
          <h1 id="offer-title">{t('keyOfferTitle')}</h1>
          <p>{t('keyOfferLead')}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={act.onMakeKey}>
              {t('keyMake')}
            </button>
            <button type="button" onClick={act.onLater}>
              {t('keyLater')}
            </button>
          </div>
          <p class="hint">{t('keyOfferLater')}</p>
        </section>
      )}
      {step.kind === 'pin' && (
        <section class="view" aria-labelledby="pin-title">
          <h1 id="pin-title">{t('firstPinTitle')}</h1>
          <p>{t('firstPinLead')}</p>
          <PinPicture label={t('firstPinPicture')} />
          <button type="button" class="primary" onClick={act.onPinned}>
            {t('firstPinNext')}
          </button>
        </section>
      )}
      {step.kind === 'done' && (
        <section class="view" aria-labelledby="done-title">
          <h1 id="done-title">{t('firstDoneTitle')}</h1>
          <p>{t('firstDoneLead')}</p>
          {policies !== null && <PresetPortal policies={policies} />}
          <p>{t('firstUninstall')}</p>
          <div class="buttons">
            <button type="button" class="primary" onClick={act.onDone}>
              {t('firstDoneButton')}
            </button>
            <button type="button" onClick={act.onSave}>
              {t('settingsExport')}
            </button>
          </div>
        </section>
      )}
      {step.kind === 'save' && (
        <ExportForm
          busy={busy}
          question={
            step.asks === null ? null : { wrong, withoutPassphrase: step.asks === 'hold', onReopen: act.onReopen }
          }
          onExport={act.onExport}
          onCancel={act.onLeaveSave}
        />
      )}
    </main>
  );
}
