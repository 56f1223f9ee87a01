import { beforeEach, describe, expect, test } from 'vitest';
import { fillCodeField } from '../../../lib/page/fill-code-field.ts';

beforeEach(() => {
  // A new body each time, because listeners on the old one would outlive their test.
  document.body.replaceWith(document.createElement('body'));
});

function box(attributes: Record<string, string> = {}): HTMLInputElement {
  const input = document.createElement('input');
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  document.body.append(input);
  return input;
}

const single = (input: HTMLInputElement) => ({ kind: 'single', input }) as const;
const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/** A box as React controls it: a tracker on the instance, and an input event counts only when the tracker is stale. */
function controlled(input: HTMLInputElement): { state: () => string } {
  let [tracked, state] = ['', ''];
  Object.defineProperty(input, 'value', {
    configurable: true,
    get: () => nativeValue?.get?.call(input),
    set: (value: string) => {
      tracked = value;
      nativeValue?.set?.call(input, value);
    },
  });
  input.addEventListener('input', () => {
    const now = String(nativeValue?.get?.call(input));
    if (now !== tracked) [tracked, state] = [now, now];
    queueMicrotask(() => nativeValue?.set?.call(input, state));
  });
  return { state: () => state };
}

test('writes a code and tells the page with beforeinput, input and change', async () => {
  const input = box({ maxlength: '6' });
  const heard: string[] = [];
  for (const type of ['beforeinput', 'input', 'change']) input.addEventListener(type, () => heard.push(type));
  expect(await fillCodeField(single(input), '012345')).toEqual({ kind: 'filled' });
  expect(input.value).toBe('012345');
  expect(heard).toEqual(['beforeinput', 'input', 'change']);
});

test('a box that React controls keeps the code in its state', async () => {
  const input = box();
  const react = controlled(input);
  expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'filled' });
  expect(react.state()).toBe('755224');
});

test('the controlled box of these tests reverts a plain assignment', async () => {
  const input = box();
  controlled(input);
  input.value = '755224';
  input.dispatchEvent(new Event('input'));
  await Promise.resolve();
  expect(input.value).toBe('');
});

test('never overwrites what the customer typed', async () => {
  const input = box();
  input.value = '12';
  expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'occupied' });
  expect(input.value).toBe('12');
});

test('replaces a code of its own, until the customer changes it', async () => {
  const input = box();
  await fillCodeField(single(input), '755224');
  expect(await fillCodeField(single(input), '287082')).toEqual({ kind: 'filled' });
  input.value = '287083';
  expect(await fillCodeField(single(input), '359152')).toEqual({ kind: 'occupied' });
});

test('says when the page takes the code away again', async () => {
  const input = box();
  input.addEventListener('input', () => setTimeout(() => nativeValue?.set?.call(input, '')));
  expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'reverted' });
});

test.each([{ readonly: '' }, { disabled: '' }, { type: 'checkbox' }, { maxlength: '4' }])(
  'does not write into a box with %j',
  async (attributes) => {
    expect(await fillCodeField(single(box(attributes)), '755224')).toEqual({ kind: 'not-writable' });
  },
);

test('accepts that a page groups the digits', async () => {
  const input = box();
  input.addEventListener('input', () => nativeValue?.set?.call(input, '755 224'));
  expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'filled' });
});

describe('a number box', () => {
  test('keeps a leading zero', async () => {
    const input = box({ type: 'number' });
    expect(await fillCodeField(single(input), '055224')).toEqual({ kind: 'filled' });
    expect(input.value).toBe('055224');
  });

  test('whose page drops the zero did not keep the code, and is left empty for the next one', async () => {
    const input = box({ type: 'number' });
    const drop = () => nativeValue?.set?.call(input, input.value === '' ? '' : String(Number(input.value)));
    input.addEventListener('input', drop);
    expect(await fillCodeField(single(input), '055224')).toEqual({ kind: 'reverted' });
    expect(input.value).toBe('');
    expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'filled' });
  });
});

describe('after the code has settled', () => {
  test('a page that resets the box a little later did not keep it', async () => {
    const input = box();
    input.addEventListener('input', () => setTimeout(() => nativeValue?.set?.call(input, ''), 180));
    expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'reverted' });
  });

  test.each([
    ['sends the form', (input: HTMLInputElement) => input.dispatchEvent(new Event('submit', { bubbles: true }))],
    ['shuts the box', (input: HTMLInputElement) => input.setAttribute('disabled', '')],
    ['takes the box away', (input: HTMLInputElement) => input.replaceWith(document.createElement('input'))],
  ])('a page that %s has taken it, and may empty the box', async (_, send) => {
    const input = box();
    const clear = () => nativeValue?.set?.call(input, '');
    const take = () => {
      send(input);
      setTimeout(clear, 60);
    };
    input.addEventListener('input', () => setTimeout(take, 120));
    expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'filled' });
  });

  test('a page that sends the form in the very event of the last digit has taken the code', async () => {
    const inputs = Array.from({ length: 6 }, () => box());
    inputs[5]?.addEventListener('input', (event) => {
      event.target?.dispatchEvent(new Event('submit', { bubbles: true }));
      for (const input of inputs) nativeValue?.set?.call(input, '');
    });
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  });

  test('nobody who only asks whether it settled waits for a late reset', async () => {
    const input = box();
    input.addEventListener('input', () => setTimeout(() => nativeValue?.set?.call(input, ''), 180));
    expect(await fillCodeField(single(input), '755224', 'settled')).toEqual({ kind: 'filled' });
    expect(input.value).toBe('755224');
  });

  test('a page that draws the named box anew and empty did not keep it', async () => {
    const input = box({ name: 'otp' });
    const renew = () => {
      input.remove();
      box({ name: 'otp' });
    };
    input.addEventListener('input', () => setTimeout(renew, 180));
    expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'reverted' });
  });
});

describe('a customer who types while we write', () => {
  /** An event as the browser makes it for a key press; pages cannot. */
  function press(input: HTMLInputElement, value: string): void {
    nativeValue?.set?.call(input, value);
    const event = new Event('input', { bubbles: true, composed: true });
    Object.defineProperty(event, 'isTrusted', { value: true });
    input.dispatchEvent(event);
  }

  test('keeps every digit in a row of boxes', async () => {
    const inputs = Array.from({ length: 6 }, (_, index) => box(index > 2 ? { disabled: '' } : {}));
    const open = () => {
      for (const input of inputs) input.removeAttribute('disabled');
    };
    inputs[2]?.addEventListener('input', () => {
      setTimeout(() => inputs[4] && press(inputs[4], '9'));
      setTimeout(open);
    });
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'occupied' });
    expect(inputs.map((input) => input.value)).toEqual(['7', '5', '5', '', '9', '']);
  });

  test('keeps what stands in a later box, by whomever it came there', async () => {
    const inputs = Array.from({ length: 6 }, () => box());
    inputs[1]?.addEventListener('input', () => inputs[3] && nativeValue?.set?.call(inputs[3], '8'));
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'occupied' });
    expect(inputs[3]?.value).toBe('8');
  });

  test('keeps a shorter code than ours in a single box', async () => {
    const input = box();
    input.addEventListener('input', ({ isTrusted }) => !isTrusted && setTimeout(() => press(input, '7552')));
    expect(await fillCodeField(single(input), '755224')).toEqual({ kind: 'occupied' });
    expect(input.value).toBe('7552');
  });

  test('may type elsewhere meanwhile', async () => {
    const [inputs, elsewhere] = [Array.from({ length: 6 }, () => box()), box()];
    inputs[2]?.addEventListener('input', () => press(elsewhere, 'x'));
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  });
});

describe('pages that help themselves', () => {
  test('a row that moves the cursor on and hands the digits along', async () => {
    const inputs = Array.from({ length: 6 }, () => box());
    for (const [at, input] of inputs.entries()) {
      input.addEventListener('input', () => {
        for (const [more, digit] of Array.from(input.value).entries()) {
          const next = inputs[at + more];
          if (next) nativeValue?.set?.call(next, digit);
        }
        inputs[at + 1]?.focus();
      });
    }
    expect(await fillCodeField({ kind: 'split', inputs }, '012345')).toEqual({ kind: 'filled' });
  });

  test('a row in a shadow root that is drawn anew after each digit', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<input>'.repeat(6);
    root.addEventListener('input', () => {
      for (const old of root.querySelectorAll('input')) {
        const fresh = document.createElement('input');
        fresh.value = old.value;
        old.replaceWith(fresh);
      }
    });
    const inputs = Array.from(root.querySelectorAll('input'));
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
    expect(Array.from(root.querySelectorAll('input'), (input) => input.value).join('')).toBe('755224');
  });

  test('six boxes that React controls each keep their digit', async () => {
    const inputs = Array.from({ length: 6 }, () => box({ maxlength: '1' }));
    const states = inputs.map(controlled);
    expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
    expect(states.map(({ state }) => state()).join('')).toBe('755224');
  });
});

test('fills six boxes one by one, also where each is disabled until the one before is filled', async () => {
  const inputs = Array.from({ length: 6 }, (_, index) =>
    box({ maxlength: '1', ...(index > 0 ? { disabled: '' } : {}) }),
  );
  for (const [index, input] of inputs.entries()) {
    input.addEventListener('input', () => inputs[index + 1]?.removeAttribute('disabled'));
  }
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  expect(inputs.map((input) => input.value).join('')).toBe('755224');
});

test('fills boxes that the page draws anew after each digit', async () => {
  const inputs = Array.from({ length: 6 }, (_, index) => box({ id: `digit-${index}` }));
  document.body.addEventListener('input', () => {
    for (const old of document.querySelectorAll('input')) {
      const fresh = document.createElement('input');
      fresh.id = old.id;
      fresh.value = old.value;
      old.replaceWith(fresh);
    }
  });
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  expect(Array.from(document.querySelectorAll('input'), (input) => input.value).join('')).toBe('755224');
});

test('leaves a row of boxes alone when one holds a digit of the customer', async () => {
  const inputs = Array.from({ length: 6 }, () => box());
  if (inputs[3]) inputs[3].value = '7';
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'occupied' });
});

test('refuses a row whose length is not the code’s', async () => {
  const inputs = Array.from({ length: 4 }, () => box());
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'not-writable' });
});

test('lets a row of boxes take the whole code from one paste, without writing it again', async () => {
  const inputs = Array.from({ length: 6 }, () => box());
  let writes = 0;
  document.body.addEventListener('input', () => {
    writes += 1;
  });
  inputs[0]?.addEventListener('paste', (event) => {
    event.preventDefault();
    const digits = event.clipboardData?.getData('text/plain') ?? '';
    for (const [index, input] of inputs.entries()) input.value = digits[index] ?? '';
  });
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  expect(writes).toBe(0);
});

test('fills box by box when the page takes the paste and does nothing with it', async () => {
  const inputs = Array.from({ length: 6 }, () => box());
  inputs[0]?.addEventListener('paste', (event) => event.preventDefault());
  expect(await fillCodeField({ kind: 'split', inputs }, '755224')).toEqual({ kind: 'filled' });
  expect(inputs.map((input) => input.value).join('')).toBe('755224');
});
