import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonFor, createSubmitter } from '../../../lib/page/press-submit.ts';

const CODE = '123456';
const box = (): Element | null => document.querySelector('#code');
const button = () => buttonFor(box(), CODE)?.id ?? null;
const form = (inside = '', attributes = '') => {
  document.body.innerHTML = `<form ${attributes}><input id="code" value="123 456" required>${inside}<button id="go">Log in</button></form>`;
};

/** As browsers do: a box stands in the place of the member of its form that it is named like. */
const hideMembers = (names: readonly string[]): void => {
  const parent = document.querySelector('form');
  for (const name of names) {
    const value = Object.assign(document.createElement('input'), { name, value: 'a' });
    parent?.append(value);
    if (parent !== null) Object.defineProperty(parent, name, { value });
  }
};

beforeEach(() => {
  document.body.replaceChildren();
});

describe('the button that sends the code', () => {
  it('is the one of its form', () => {
    form('<input type="checkbox" name="remember"><button type="button">Show</button>');
    expect(button()).toBe('go');
  });

  it('is the one of a row of boxes that hold the code together', () => {
    document.body.innerHTML = `<form>${[...CODE].map((digit, at) => `<input ${at === 0 ? 'id="code"' : ''} value="${digit}">`).join('')}<button id="go">Go</button></form>`;
    expect(button()).toBe('go');
  });

  it.each([
    ['another box is locked', '<input type="password" disabled>'],
    ['nobody sees the password that is asked for', '<input type="password" style="display: none">'],
  ])('is the one of its form where %s', (_why, inside) => {
    form(inside);
    expect(button()).toBe('go');
  });

  it.each(['submit', 'image'])('is an input of type %s', (type) => {
    form();
    document.querySelector('button')?.replaceWith(Object.assign(document.createElement('input'), { type, id: 'go' }));
    expect(button()).toBe('go');
  });

  it('is the one of a form whose boxes are named like its own members', () => {
    form();
    hideMembers(['elements', 'action']);
    expect(button()).toBe('go');
  });

  it('is the one where a puzzle elsewhere on the page is not shown', () => {
    form();
    document.body.insertAdjacentHTML('beforeend', '<div class="h-captcha" style="display: none"></div>');
    expect(button()).toBe('go');
    document.querySelector('.h-captcha')?.removeAttribute('style');
    expect(button()).toBeNull();
  });

  it.each([
    ['another box that has to be filled is empty', '<input required>', ''],
    ['a box says so to screen readers alone', '<input aria-required="true">', ''],
    ['the password is asked for again', '<input type="password">', ''],
    ['a box has to be ticked', '<input type="checkbox" required>', ''],
    ['a choice has to be made', '<select required><option value="">-</option></select>', ''],
    ['there is a puzzle for people', '<div class="h-captcha" data-sitekey="k"></div>', ''],
    ['there is a puzzle that is not shown yet', '<div class="h-captcha" style="display: none"></div>', ''],
    ['there is a picture to be typed off', '<img src="/captcha.png"><input name="letters">', ''],
    ['there is a picture that only its words call so', '<img src="/p?1" alt="Captcha">', ''],
    ['there is a field for the answer to a puzzle', '<input name="captcha-answer" type="hidden">', ''],
    ['there are two buttons', '<button>Send a new code</button>', ''],
    ['the form goes to another site', '', 'action="https://other.example/login"'],
    ['the form goes into a script', '', 'action="javascript:void 0"'],
    ['the page is busy with it', '', 'aria-busy="true"'],
  ])('is none where %s', (_why, inside, attributes) => {
    form(inside, attributes);
    expect(button()).toBeNull();
  });

  it('is none where the page says that its addresses begin at another site', () => {
    const base = document.createElement('base');
    base.href = 'https://other.example/';
    document.head.append(base);
    for (const action of ['/login', 'login', ' ']) {
      form('', `action="${action}"`);
      expect([action, button()]).toEqual([action, null]);
    }
    // Without an address it goes to the page itself, wherever addresses begin.
    form('', 'action=""');
    expect(button()).toBe('go');
    base.remove();
  });

  it.each([
    ['the box holds another code', () => box()?.setAttribute('value', '123457')],
    ['the box holds more than the code', () => box()?.setAttribute('value', '1234567')],
    ['the box is locked, as the page has it in work', () => box()?.setAttribute('readonly', '')],
    ['the button is locked', () => document.querySelector('#go')?.setAttribute('disabled', '')],
    [
      'the button goes to another site',
      () => document.querySelector('#go')?.setAttribute('formaction', '//other.example'),
    ],
    ['nobody sees the button', () => document.querySelector('#go')?.setAttribute('style', 'display: none')],
    ['the box is in no form', () => document.body.append(box() ?? '')],
  ])('is none where %s', (_why, change) => {
    form();
    change();
    expect(button()).toBeNull();
  });
});

describe('a press of it', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  function openForm(turn = { firstLookMs: 1, pressMs: 300 }) {
    form();
    const sent: unknown[] = [];
    const submitter = createSubmitter(window, turn);
    document.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event.submitter?.id);
    });
    return { sent, press: (origin = window.origin) => submitter.press({ origin, code: CODE }, box) };
  }

  it('sends the form with its button, once', async () => {
    const { sent, press } = openForm();
    expect(await press()).toBe(true);
    expect(await press()).toBe(false);
    expect(sent).toEqual(['go']);
  });

  it('sends the form once where the page keeps it from being seen', async () => {
    const hidden = new AbortController();
    const hide = (event: Event): void => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener('submit', hide, { capture: true, signal: hidden.signal });
    const { press } = openForm();
    expect([await press(), await press()]).toEqual([true, false]);
    hidden.abort();
  });

  it('sends a form whose box is named like what sends it', async () => {
    const { sent, press } = openForm();
    hideMembers(['requestSubmit']);
    expect(await press()).toBe(true);
    expect(sent).toEqual(['go']);
  });

  it('gives a page time to unlock its button', async () => {
    const { press } = openForm({ firstLookMs: 100, pressMs: 100 });
    const go = document.querySelector('#go');
    go?.setAttribute('disabled', '');
    setTimeout(() => go?.removeAttribute('disabled'), 20);
    expect(await press()).toBe(true);
  });

  it('sends nothing where the page did by itself', async () => {
    const { sent, press } = openForm();
    document.querySelector('form')?.requestSubmit();
    expect(await press()).toBe(false);
    expect(sent).toHaveLength(1);
  });

  it('sends nothing where the page has begun to leave', async () => {
    const { sent, press } = openForm();
    window.dispatchEvent(new Event('beforeunload'));
    expect(await press()).toBe(false);
    expect(sent).toEqual([]);
  });

  it('sends nothing where the page was busy for a moment', async () => {
    const { sent, press } = openForm();
    vi.useFakeTimers();
    const pressed = press();
    setTimeout(() => document.querySelector('form')?.setAttribute('aria-busy', 'true'), 20);
    setTimeout(() => document.querySelector('form')?.removeAttribute('aria-busy'), 260);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await pressed).toBe(false);
    expect(sent).toEqual([]);
  });

  it('sends nothing in a shadow tree that was drawn after the watch began, as the page may have sent it there unseen', async () => {
    const submitter = createSubmitter(window, { firstLookMs: 1, pressMs: 1 });
    const tree = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    tree.innerHTML = `<form><input value="${CODE}"><button>Log in</button></form>`;
    const sent: unknown[] = [];
    tree.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event);
    });
    const order = { origin: window.origin, code: CODE };
    const inTree = () => tree.querySelector('input');
    expect(await submitter.press(order, inTree)).toBe(false);
    expect(sent).toEqual([]);
    // One that watched the tree from its start does send it.
    expect(await createSubmitter(window, { firstLookMs: 1, pressMs: 1 }).press(order, inTree)).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('sends nothing in a document of another origin', async () => {
    const { sent, press } = openForm();
    expect(await press('https://other.example')).toBe(false);
    expect(sent).toEqual([]);
  });
});
