import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { FormButtons } from './form-buttons.tsx';
import { ManualDetails } from './manual-details.tsx';
import { type ManualDraft, manualValues, type NumberField, usualCodes } from './manual-values.ts';
import { useText } from './text.ts';
import { typedElsewhere } from './typed-elsewhere.ts';
import type { ManualProblem, ManualValues } from './view-models.ts';

const problemKeys = {
  'secret-invalid': 'manualProblemSecret',
  'secret-short': 'manualProblemShort',
  'name-too-long': 'manualProblemName',
  'out-of-range': 'manualProblemRange',
  duplicate: 'manualProblemDuplicate',
} as const;

type ManualEntryProps = {
  readonly busy: boolean;
  /** A proposal, such as the site's name; the customer may change it. */
  readonly issuer: string;
  readonly problem: ManualProblem | null;
  readonly onSave: (values: ManualValues) => void;
  readonly onCancel: () => void;
};

/** The form for a key typed by hand; the key itself is judged by the caller, which answers with `problem`. */
export function ManualEntry({ busy, issuer, problem, onSave, onCancel }: ManualEntryProps) {
  const t = useText();
  const secret = useFocusOnShow<HTMLInputElement>();
  const [draft, setDraft] = useState<ManualDraft>({ issuer, account: '', secretText: '', ...usualCodes });
  const [refused, setRefused] = useState<'missing' | NumberField | null>(null);
  const change = (part: Partial<ManualDraft>) => {
    setRefused(null);
    setDraft({ ...draft, ...part });
  };
  const outOfRange = refused === null && problem === 'out-of-range';
  const tooLong = refused === null && problem === 'name-too-long';
  const ofKey = problem === 'secret-invalid' || problem === 'secret-short';
  const elsewhere = ofKey ? typedElsewhere(t, draft.secretText, 'setup-key') : null;
  const aboutSecret = problem === null || outOfRange || tooLong ? null : (elsewhere ?? t(problemKeys[problem]));
  return (
    <section class="view" aria-labelledby="manual-title">
      <h1 id="manual-title">{t('manualTitle')}</h1>
      <form
        noValidate
        aria-busy={busy}
        onSubmit={(event) => {
          event.preventDefault();
          if (busy) return;
          const values = manualValues(draft);
          if (draft.secretText.trim() === '') setRefused('missing');
          else if (!values.ok) setRefused(values.error);
          else onSave(values.value);
        }}
      >
        <Field
          label={t('manualSecret')}
          hint={t('manualSecretHint')}
          value={draft.secretText}
          onValue={(secretText) => change({ secretText })}
          inputRef={secret}
          problem={refused === 'missing' ? t('manualSecretMissing') : aboutSecret}
        />
        <Field label={t('manualIssuer')} value={draft.issuer} onValue={(text) => change({ issuer: text })} />
        <Field label={t('manualAccount')} value={draft.account} onValue={(account) => change({ account })} />
        {tooLong && (
          <p class="problem" role="alert">
            {t('manualProblemName')}
          </p>
        )}
        <ManualDetails draft={draft} wrong={refused === 'missing' ? null : refused} onChange={change} />
        {outOfRange && (
          <p class="problem" role="alert">
            {t('manualProblemRange')}
          </p>
        )}
        <FormButtons disabled={busy} onCancel={onCancel}>
          {t(busy ? 'working' : 'manualSave')}
        </FormButtons>
      </form>
    </section>
  );
}
