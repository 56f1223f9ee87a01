import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { timeText } from './formats.ts';
import { useText } from './text.ts';
import { typedKeyText } from './typed-key.ts';
import type { TypedKeyProblem } from './view-models.ts';

type RecoveryCodeProps = {
  /** Nine groups of four letters and digits, with dashes between them. */
  readonly code: string;
  readonly madeUnixMs: number;
  readonly busy: boolean;
  /** What a key that was typed back differs in; null for the one that is shown. */
  readonly check: (typed: string) => TypedKeyProblem | null;
  /** It was typed back: only now it is to count. */
  readonly onTypedBack: () => void;
  readonly onCopy: (code: string) => void;
  /** Absent in the popup, which closes as soon as the browser asks anything. */
  readonly onPrint?: () => void;
  readonly onSave?: (text: string) => void;
  /** Goes on in a tab, which stays when another window comes to the front. */
  readonly onTab?: () => void;
  readonly onLeave: () => void;
};

/** Shows the emergency key once; it counts when it was typed back. */
export function RecoveryCode({ code, madeUnixMs, busy, check, ...act }: RecoveryCodeProps) {
  const t = useText();
  // What was read before it may have been scrolled down.
  const title = useFocusOnShow<HTMLHeadingElement>();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<TypedKeyProblem | null>(null);
  const [copied, setCopied] = useState(false);
  const date = timeText(t, madeUnixMs, { dateStyle: 'long' });
  const { onSave, onPrint, onTab } = act;
  return (
    <section class="view" aria-labelledby="recovery-title">
      <h1 id="recovery-title" tabIndex={-1} ref={title}>
        {t('recoveryTitle')}
      </h1>
      <p>{t('recoveryLead')}</p>
      <div class="key-sheet">
        <p class="print-only strong">{t('recoverySheetTitle')}</p>
        <p>
          <span class="visually-hidden">{t('recoveryLabel')}: </span>
          <output class="recovery-code">
            {code.split('-').map((group, index) => (
              <span key={`${index}-${group}`}>{group} </span>
            ))}
          </output>
        </p>
        <p class="print-only">{t('recoverySheetFor')}</p>
        <p class="print-only">{t('recoverySheetDate', [date])}</p>
      </div>
      <div class="buttons">
        {onPrint !== undefined && (
          <button type="button" onClick={onPrint}>
            {t('recoveryPrint')}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            setCopied(true);
            act.onCopy(code);
          }}
        >
          {t('recoveryCopy')}
        </button>
        {onSave !== undefined && (
          <button
            type="button"
            onClick={() =>
              onSave(
                [t('recoverySheetTitle'), code, t('recoverySheetFor'), t('recoverySheetDate', [date])].join('\n\n'),
              )
            }
          >
            {t('recoverySave')}
          </button>
        )}
        {onTab !== undefined && (
          <button type="button" onClick={onTab}>
            {t('recoveryTab')}
          </button>
        )}
      </div>
      <p class="hint" role="status">
        {t(copied ? 'recoveryCopied' : onTab === undefined ? 'recoveryWhere' : 'recoveryTabWhy')}
      </p>
      <form
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy || typed.trim() === '') return;
          const wrong = check(typed);
          setProblem(wrong);
          if (wrong === null) act.onTypedBack();
        }}
      >
        <Field
          label={t('recoveryTypeBack')}
          hint={t('recoveryTypeBackHint')}
          value={typed}
          onValue={setTyped}
          disabled={busy}
          problem={problem === null || busy ? null : typedKeyText(t, problem)}
        />
        <div class="buttons">
          <button type="submit" class="primary" disabled={busy || typed.trim() === ''}>
            {t(busy ? 'working' : 'recoveryContinue')}
          </button>
          <button type="button" disabled={busy} onClick={act.onLeave}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </section>
  );
}
