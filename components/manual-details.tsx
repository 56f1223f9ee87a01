import type { ComponentChildren } from 'preact';
import type { HashAlgorithm } from '../lib/otp/parameters.ts';
import { ChoiceField } from './choice-field.tsx';
import { Field } from './field.tsx';
import type { ManualDraft, NumberField } from './manual-values.ts';
import { useText } from './text.ts';
import type { EntryKind } from './view-models.ts';

/** How the kinds of code are called. */
export const kindKeys = { totp: 'manualKindTotp', hotp: 'manualKindHotp', steam: 'manualKindSteam' } as const;

/** How the algorithms are called, everywhere alike. */
export const algorithmNames = { SHA1: 'SHA-1', SHA256: 'SHA-256', SHA512: 'SHA-512' } as const;

const algorithms = (['SHA1', 'SHA256', 'SHA512'] as const).map((value) => ({ value, text: algorithmNames[value] }));

type ManualDetailsProps = {
  readonly draft: ManualDraft;
  /** The box whose number is none that a code can be made with. */
  readonly wrong: NumberField | null;
  readonly onChange: (change: Partial<ManualDraft>) => void;
  readonly children?: ComponentChildren;
};

/** The part of the manual form that few need; a Steam key has none of these choices. */
export function ManualDetails({ draft, wrong, onChange, children }: ManualDetailsProps) {
  const t = useText();
  const kinds = (['totp', 'hotp', 'steam'] as const).map((value) => ({ value, text: t(kindKeys[value]) }));
  return (
    <details>
      <summary>{t('manualMore')}</summary>
      <ChoiceField
        label={t('manualKind')}
        value={draft.kind}
        choices={kinds}
        onValue={(kind: EntryKind) => onChange({ kind })}
      />
      {draft.kind !== 'steam' && (
        <>
          <ChoiceField
            label={t('manualAlgorithm')}
            value={draft.algorithm}
            choices={algorithms}
            onValue={(algorithm: HashAlgorithm) => onChange({ algorithm })}
          />
          <Field
            label={t('manualDigits')}
            type="number"
            min={1}
            max={10}
            value={draft.digits}
            problem={wrong === 'digits' ? t('manualProblemDigits') : null}
            onValue={(digits) => onChange({ digits })}
          />
        </>
      )}
      {draft.kind === 'totp' && (
        <Field
          label={t('manualPeriod')}
          type="number"
          min={1}
          value={draft.periodSeconds}
          problem={wrong === 'periodSeconds' ? t('manualProblemPeriod') : null}
          onValue={(periodSeconds) => onChange({ periodSeconds })}
        />
      )}
      {draft.kind === 'hotp' && (
        <Field
          label={t('manualCounter')}
          type="number"
          min={0}
          value={draft.counter}
          problem={wrong === 'counter' ? t('manualProblemCounter') : null}
          onValue={(counter) => onChange({ counter })}
        />
      )}
      {children}
    </details>
  );
}
