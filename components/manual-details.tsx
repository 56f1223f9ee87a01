import type { HashAlgorithm } from '../lib/otp/parameters.ts';
import { ChoiceField } from './choice-field.tsx';
import { Field } from './field.tsx';
import { useText } from './text.ts';
import type { EntryKind, ManualValues } from './view-models.ts';

/** The numbers stay text while typed, so that an emptied box is not taken for 0. */
export type ManualDraft = Pick<ManualValues, 'issuer' | 'account' | 'secretText' | 'kind' | 'algorithm'> & {
  readonly digits: string;
  readonly periodSeconds: string;
  readonly counter: string;
};

const algorithms: readonly { value: HashAlgorithm; text: string }[] = [
  { value: 'SHA1', text: 'SHA-1' },
  { value: 'SHA256', text: 'SHA-256' },
  { value: 'SHA512', text: 'SHA-512' },
];

type ManualDetailsProps = { readonly draft: ManualDraft; readonly onChange: (change: Partial<ManualDraft>) => void };

/** The part of the manual form that few need; a Steam key has none of these choices. */
export function ManualDetails({ draft, onChange }: ManualDetailsProps) {
  const t = useText();
  const kinds: readonly { value: EntryKind; text: string }[] = [
    { value: 'totp', text: t('manualKindTotp') },
    { value: 'hotp', text: t('manualKindHotp') },
    { value: 'steam', text: t('manualKindSteam') },
  ];
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
          onValue={(periodSeconds) => onChange({ periodSeconds })}
        />
      )}
      {draft.kind === 'hotp' && (
        <Field
          label={t('manualCounter')}
          type="number"
          min={0}
          value={draft.counter}
          onValue={(counter) => onChange({ counter })}
        />
      )}
    </details>
  );
}
