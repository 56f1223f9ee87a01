import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number';
  readonly hint?: string;
  readonly problem?: string | null;
  readonly inputRef?: RefObject<HTMLInputElement>;
  readonly autocomplete?: 'off' | 'current-password' | 'new-password';
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
};

/** One labelled input; hint and problem are tied to it for screen readers, the problem is announced. */
export function Field({ type = 'text', autocomplete = 'off', problem = null, disabled = false, ...rest }: FieldProps) {
  const id = useId();
  const { label, value, onValue, hint, inputRef, min, max } = rest;
  const describedBy = [hint === undefined ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        disabled={disabled}
        aria-invalid={problem !== null}
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(describedBy === '' ? {} : { 'aria-describedby': describedBy })}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== null && (
        <p class="problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
