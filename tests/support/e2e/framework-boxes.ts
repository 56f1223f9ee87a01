import IMask from 'imask';
import { OTPInput } from 'input-otp';
import { createElement, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createApp, h, ref, vModelText, withDirectives } from 'vue';

// Bundled for a plain page: code boxes as the real libraries make them. What the page believes it holds is what the test asks for.

/** What each kind of box has told its page: the code in its state, and what was sent. */
export const held: { state: string; sent: string } = { state: '', sent: '' };

const LENGTH = 6;
const onlyDigits = (text: string): string => text.replace(/\D/g, '').slice(0, LENGTH);
const words = { autoComplete: 'one-time-code', inputMode: 'numeric' } as const;
const label = (box: Parameters<typeof createElement>[0]) =>
  createElement('form', null, createElement('label', null, 'Authentication code', createElement(box)));

/** A box whose value comes from the state, which takes digits alone. */
function ReactControlled() {
  const [code, setCode] = useState('');
  held.state = code;
  return createElement('input', {
    ...words,
    value: code,
    onChange: ({ target }) => setCode(onlyDigits(target.value)),
  });
}

/** The same, which sends itself at the sixth digit and shows a spinner in place of the box. */
function ReactSendsItself() {
  const [code, setCode] = useState('');
  const [isSent, setSent] = useState(false);
  if (isSent) return createElement('output', null, 'Checking');
  return createElement('input', {
    ...words,
    value: code,
    onChange: ({ target }) => {
      const next = onlyDigits(target.value);
      setCode(next);
      held.state = next;
      if (next.length === LENGTH) {
        held.sent = next;
        setSent(true);
      }
    },
  });
}

/** Six boxes of one digit: a digit moves the cursor on, a paste is spread, and the sixth sends. */
function ReactRow() {
  const [digits, setDigits] = useState<readonly string[]>(() => Array.from({ length: LENGTH }, () => ''));
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  const take = (next: readonly string[]): void => {
    setDigits(next);
    held.state = next.join('');
    if (next.every((digit) => digit !== '')) held.sent = next.join('');
  };
  return digits.map((digit, at) =>
    createElement('input', {
      key: at,
      ref: (box: HTMLInputElement | null) => {
        boxes.current[at] = box;
      },
      inputMode: 'numeric',
      maxLength: 1,
      'aria-label': `Digit ${at + 1}`,
      value: digit,
      onChange: ({ target }) => {
        take(digits.with(at, onlyDigits(target.value).slice(-1)));
        boxes.current[at + 1]?.focus();
      },
      onKeyDown: ({ key }) => {
        if (key === 'Backspace' && digit === '') boxes.current[at - 1]?.focus();
      },
      onPaste: (event) => {
        event.preventDefault();
        const pasted = onlyDigits(event.clipboardData.getData('text'));
        take(digits.map((old, index) => pasted[index] ?? old));
        boxes.current[LENGTH - 1]?.focus();
      },
    }),
  );
}

/** input-otp: one box of no colour over six drawn ones. */
function InputOtp() {
  const [code, setCode] = useState('');
  held.state = code;
  return createElement(OTPInput, {
    maxLength: LENGTH,
    value: code,
    onChange: setCode,
    onComplete: (whole: string) => {
      held.sent = whole;
    },
    render: ({ slots }) =>
      createElement(
        'div',
        { style: { display: 'flex', gap: '4px' } },
        slots.map(({ char }, at) =>
          createElement('div', { key: at, style: { width: '32px', height: '40px', border: '1px solid' } }, char),
        ),
      ),
  });
}

const byReact = (box: Parameters<typeof createElement>[0]) => (parent: Element) =>
  createRoot(parent).render(label(box));

const vueBox = (update: (text: string) => void, value: () => string, attributes: object) =>
  withDirectives(h('input', { ...attributes, 'onUpdate:modelValue': update }), [[vModelText, value()]]);

/** A box with `v-model`. */
const byVue = (parent: Element): void => {
  const code = ref('');
  const render = () => {
    held.state = code.value;
    const update = (text: string) => {
      code.value = text;
    };
    return h('label', ['Authentication code', vueBox(update, () => code.value, { autocomplete: 'one-time-code' })]);
  };
  createApp({ render }).mount(parent);
};

/** Six boxes with `v-model`, of which each takes the cursor after the one before. */
const rowByVue = (parent: Element): void => {
  const digits = ref(Array.from({ length: LENGTH }, () => ''));
  const render = () => {
    held.state = digits.value.join('');
    const boxes = digits.value.map((digit, at) => {
      const update = (text: string) => {
        digits.value[at] = onlyDigits(text).slice(-1);
        parent.querySelectorAll('input')[at + 1]?.focus();
      };
      return vueBox(update, () => digit, { maxlength: 1, inputmode: 'numeric', key: at });
    });
    return h('fieldset', [h('legend', 'Two-factor code'), ...boxes]);
  };
  createApp({ render }).mount(parent);
};

/** imask: two groups of three digits. */
const byIMask = (parent: Element): void => {
  parent.innerHTML = '<label>Authentication code <input autocomplete="one-time-code"></label>';
  const input = parent.querySelector('input');
  if (input === null) throw new Error('no box');
  const mask = IMask(input, { mask: '000 000', lazy: false });
  mask.on('accept', () => {
    held.state = mask.unmaskedValue;
  });
};

/** The kinds of box, each drawn into an element. */
export const kinds: Readonly<Record<string, (parent: Element) => void>> = {
  react: byReact(ReactControlled),
  'react-sends': byReact(ReactSendsItself),
  'react-row': byReact(ReactRow),
  'input-otp': byReact(InputOtp),
  vue: byVue,
  'vue-row': rowByVue,
  imask: byIMask,
};
