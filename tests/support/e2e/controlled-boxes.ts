import { createElement, render } from 'preact/compat';
import { useState } from 'preact/hooks';

// Bundled for a plain page: boxes as frameworks control them. `value` always comes from the component's state.

type Typed = { readonly currentTarget: HTMLInputElement };

const onlyDigits = (text: string): string => text.replace(/\D/g, '');

/** One box that keeps six digits and shows them in two groups. */
function Masked() {
  const [digits, setDigits] = useState('');
  return createElement('input', {
    id: 'masked',
    value: digits.replace(/^(\d{3})(?=\d)/, '$1 '),
    onInput: ({ currentTarget }: Typed) => setDigits(onlyDigits(currentTarget.value).slice(0, 6)),
  });
}

/** Six boxes whose keys hold their digits, so that each change draws new elements; the cursor moves on. */
function Row() {
  const [digits, setDigits] = useState<readonly string[]>(Array.from({ length: 6 }, () => ''));
  const type = (at: number, value: string): void => {
    setDigits((now) => now.map((digit, index) => (index === at ? onlyDigits(value).slice(-1) : digit)));
    requestAnimationFrame(() => document.querySelectorAll<HTMLInputElement>('.renewed')[at + 1]?.focus());
  };
  return digits.map((digit, at) =>
    createElement('input', {
      key: `${at}-${digit}`,
      className: 'renewed',
      maxLength: 1,
      inputMode: 'numeric',
      value: digit,
      onInput: ({ currentTarget }: Typed) => type(at, currentTarget.value),
    }),
  );
}

/** A box whose state never takes what is typed. */
function Stubborn() {
  return createElement('input', {
    id: 'stubborn',
    value: '',
    onInput: ({ currentTarget }: Typed) => {
      currentTarget.value = '';
    },
  });
}

/** Draws all of them into an element. */
export function mount(parent: Element): void {
  const kinds = [Masked, Row, Stubborn].map((kind) => createElement('p', null, createElement(kind, null)));
  render(createElement('main', null, ...kinds), parent);
}
