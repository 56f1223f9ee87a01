import type { ComponentChildren } from 'preact';
import { PassphraseChoice } from './passphrase-choice.tsx';
import { PinPicture } from './pin-picture.tsx';
import { RecoveryCode } from './recovery-code.tsx';
import { useText } from './text.ts';

/** Where the customer stands; the recovery code appears only to those who declined a passphrase. */
export type FirstRunStep =
  | { readonly kind: 'passphrase' }
  | { readonly kind: 'recovery'; readonly recoveryCode: string }
  | { readonly kind: 'pin' }
  | { readonly kind: 'done' };

const place = { passphrase: '1', recovery: '1', pin: '2', done: '3' } as const;

type FirstRunProps = {
  readonly step: FirstRunStep;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onWithoutPassphrase: () => void;
  readonly onRecoverySaved: () => void;
  readonly onPinned: () => void;
  readonly onDone: () => void;
  /** A message such as a failed save, shown above the step. */
  readonly children?: ComponentChildren;
};

/** The first-run page: choose how the vault opens, pin the button, ready. */
export function FirstRun({ step, busy, children, ...act }: FirstRunProps) {
  const t = useText();
  return (
    <main class="first-run">
      <p class="welcome">{t('firstTitle')}</p>
      <p class="quiet" role="status">
        {t('firstStep', [place[step.kind], '3'])}
      </p>
      {children}
      {step.kind === 'passphrase' && (
        <PassphraseChoice busy={busy} onPassphrase={act.onPassphrase} onWithoutPassphrase={act.onWithoutPassphrase} />
      )}
      {step.kind === 'recovery' && <RecoveryCode code={step.recoveryCode} onSaved={act.onRecoverySaved} />}
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
          <button type="button" class="primary" onClick={act.onDone}>
            {t('firstDoneButton')}
          </button>
        </section>
      )}
    </main>
  );
}
