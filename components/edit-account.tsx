import { useEffect, useRef, useState } from 'preact/hooks';
import { EditSites } from './edit-sites.tsx';
import { EditWarning } from './edit-warning.tsx';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ManualDetails } from './manual-details.tsx';
import { type ManualDraft, manualValues, type NumberField } from './manual-values.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import { typedElsewhere } from './typed-elsewhere.ts';
import type { CodesChangeView, EditableView, EditProblemView, EditView } from './view-models.ts';

const keyProblems = { 'secret-invalid': 'manualProblemSecret', 'secret-short': 'manualProblemShort' } as const;

type EditAccountProps = {
  readonly shown: EditableView;
  readonly busy: boolean;
  readonly problem: EditProblemView | null;
  /** Whether it was changed elsewhere since it was shown before. */
  readonly meanwhile: boolean;
  /** What saving would do to the codes, once that was asked; null before. */
  readonly changes: readonly CodesChangeView[] | null;
  readonly onSave: (edit: EditView) => void;
  readonly onConfirm: () => void;
  /** Goes from the warning back to the form. */
  readonly onReturn: () => void;
  readonly onCancel: () => void;
};

const draftOf = ({ issuer, account, codes }: EditableView): ManualDraft => ({
  ...{ issuer, account, secretText: '', kind: codes.kind, algorithm: codes.algorithm },
  ...{ digits: String(codes.digits), periodSeconds: String(codes.periodSeconds), counter: String(codes.counter) },
});

/** Whether the part of the form that decides about codes was touched: what was not is not sent, and cannot undo anything. */
function touchesCodes(draft: ManualDraft, shown: EditableView): boolean {
  const before = draftOf(shown);
  const fields = ['kind', 'algorithm', 'digits', 'periodSeconds', 'counter', 'secretText'] as const;
  return fields.some((field) => draft[field] !== before[field]);
}

/** The form of an account: names and sites are saved at once, what changes codes after a warning. */
export function EditAccount({ shown, busy, problem, meanwhile, changes, ...on }: EditAccountProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const [draft, setDraft] = useState(draftOf(shown));
  const [removedSites, setRemovedSites] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<NumberField | null>(null);
  const [touched, setTouched] = useState(false);
  const submit = useRef<HTMLButtonElement>(null);
  const wasWarned = useRef(false);
  // Back from the warning, the focus is where it was pressed.
  useEffect(() => {
    if (wasWarned.current && changes === null) submit.current?.focus();
    wasWarned.current = changes !== null;
  }, [changes]);
  const told = touched ? null : problem;
  const change = (part: Partial<ManualDraft>) => {
    setWrong(null);
    setTouched(true);
    setDraft({ ...draft, ...part });
  };

  function save(): void {
    const { issuer, account } = draft;
    const names = { issuer, account, removedSites };
    setTouched(false);
    if (!touchesCodes(draft, shown)) {
      on.onSave({ ...names, codes: null, shownCounter: null });
      return;
    }
    const values = manualValues(draft);
    if (!values.ok) {
      setWrong(values.error);
      return;
    }
    const { issuer: _, account: __, ...codes } = values.value;
    on.onSave({ ...names, codes, shownCounter: shown.codes.kind === 'hotp' ? shown.codes.counter : null });
  }

  return (
    <section class="view edit-account" aria-labelledby="edit-title">
      <h1 id="edit-title" ref={title} tabIndex={-1}>
        {t('editTitle')}
      </h1>
      {changes !== null ? (
        <EditWarning changes={changes} busy={busy} onConfirm={on.onConfirm} onBack={on.onReturn} />
      ) : (
        <>
          {meanwhile && <Notice kind="warning">{t('editMeanwhile')}</Notice>}
          <form
            noValidate
            aria-busy={busy}
            onSubmit={(event) => {
              event.preventDefault();
              if (!busy) save();
            }}
          >
            <Field
              label={t('manualIssuer')}
              value={draft.issuer}
              onValue={(issuer) => change({ issuer })}
              problem={told === 'issuer-too-long' ? t('editNameLong') : null}
            />
            <Field
              label={t('manualAccount')}
              value={draft.account}
              onValue={(account) => change({ account })}
              problem={told === 'account-too-long' ? t('editNameLong') : null}
            />
            <EditSites sites={shown.sites} removed={removedSites} onRemoved={setRemovedSites} />
            <ManualDetails draft={draft} wrong={wrong} onChange={change}>
              <Field
                label={t('editKey')}
                hint={t('editKeyHint')}
                value={draft.secretText}
                onValue={(secretText) => change({ secretText })}
                problem={
                  told === 'secret-invalid' || told === 'secret-short'
                    ? (typedElsewhere(t, draft.secretText, 'setup-key') ?? t(keyProblems[told]))
                    : null
                }
              />
            </ManualDetails>
            <div class="buttons">
              <button ref={submit} type="submit" class="primary" disabled={busy}>
                {t(busy ? 'working' : 'manualSave')}
              </button>
              <button type="button" onClick={on.onCancel}>
                {t('cancel')}
              </button>
            </div>
          </form>
        </>
      )}
    </section>
  );
}
