import type { ComponentChildren, RefObject, TargetedInputEvent } from 'preact';
import { useId } from 'preact/hooks';

type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly type?: 'text' | 'password' | 'number';
  readonly hint?: string;
  readonly problem?: string | null;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly autocomplete?: 'off' | 'current-password' | 'new-password';
  readonly min?: number;
  readonly max?: number;
  readonly disabled?: boolean;
  readonly onLeave?: () => void;
  /** What stands right under the box. */
  readonly children?: ComponentChildren;
};

/** One labelled input; hint and problem are tied to it for screen readers, the problem is announced. */
export function Field({ type = 'text', autocomplete = 'off', problem = null, disabled = false, ...rest }: FieldProps) {
  const id = useId();
  const { label, value, onValue, hint, inputRef, min, max, onLeave, children } = rest;
  const describedBy = [hint === undefined ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  const common = {
    id,
    value,
    disabled,
    autocapitalize: 'off',
    spellcheck: false,
    // Keys and codes run from the left in every language, names as their own letters do.
    dir: 'auto',
    'aria-invalid': problem !== null,
    ...(inputRef === undefined ? {} : { ref: inputRef }),
    ...(onLeave === undefined ? {} : { onBlur: onLeave }),
    ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onValue(event.currentTarget.value),
  } as const;
  // A text box is never for the browser to fill: what is in one it keeps in its session's files, in the clear, unless told not to.
  // Three literals because the input's type decides which attributes it may have; one slot, so that showing a
  // passphrase keeps the same element with its caret.
  const input = {
    text: () => <input type="text" autocomplete="off" {...common} />,
    password: () => <input type="password" autocomplete={autocomplete} {...common} />,
    number: () => <input type="number" autocomplete="off" min={min} max={max} {...common} />,
  }[type]();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {input}
      {children}
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
