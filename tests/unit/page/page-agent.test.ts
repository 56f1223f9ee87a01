import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Agent, createAgent } from '../../../lib/page/page-agent.ts';

const challenge = '<h1>Two-factor authentication</h1><form><label>Code <input name="otp" id="box"></label></form>';
const order = { mode: 'request', enrolledHere: true, besideCode: false } as const;
const box = (selector = '#box'): HTMLInputElement | null => document.querySelector(selector);

beforeEach(() => {
  document.body.innerHTML = challenge;
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A window whose frame element and parents are ours to choose; everything else is the real window's. */
function framed(frame: Element | null): Window & typeof globalThis {
  const outside = { parent: undefined };
  Reflect.set(outside, 'parent', outside);
  return new Proxy(window, {
    get: (target, name) => {
      if (name === 'parent') return outside;
      if (name === 'frameElement') return frame;
      return Reflect.get(target, name);
    },
  });
}

test('says its own origin, that it is seen, and what kind of box it has', () => {
  expect(createAgent(window).look(order)).toEqual({ origin: window.origin, visible: true, box: 'challenge' });
});

test('names the first box of its challenge, and none where there is no challenge', () => {
  expect(createAgent(window).box()).toBe(box());
  document.body.innerHTML = '<label>Promo code <input name="code"></label>';
  expect(createAgent(window).box()).toBe(null);
});

test.each([
  ['a sent code, automatically', '<p>We sent you a code.</p><input name="otp">', 'automatic', 'message-code'],
  ['a sent code, on request', '<p>We sent you a code.</p><input name="otp">', 'request', 'message-code'],
  ['a coupon', '<label>Promo code <input name="code"></label>', 'request', 'none'],
  ['nothing', '', 'request', 'none'],
] as const)('%s', (_, markup, mode, expected) => {
  document.body.innerHTML = markup;
  expect(createAgent(window).look({ ...order, mode }).box).toBe(expected);
});

test.each([
  ['automatic', 'no-box', ''],
  ['request', 'filled', '755224'],
] as const)(
  'takes a code out of a box again that turns out to be for a sent one, where nobody pressed: %s',
  async (mode, outcome, value) => {
    document.body.innerHTML = '<main><p id="later"></p><input name="otp" autocomplete="one-time-code"></main>';
    const agent = createAgent(window);
    const writing = agent.write({ ...order, mode, origin: window.origin, code: '755224' });
    const later = document.querySelector('#later');
    if (later !== null) later.textContent = 'We sent you a code by SMS.';
    expect(await writing).toBe(outcome);
    expect(box('input')?.value).toBe(value);
  },
);

test('a box that was filled counts as none automatically, and is told of to who only asks what the page shows', () => {
  const [agent, filled] = [createAgent(window), box()];
  if (filled !== null) filled.value = '755224';
  expect(agent.look({ ...order, mode: 'automatic' }).box).toBe('none');
  expect(agent.look({ ...order, mode: 'automatic', alsoFull: true }).box).toBe('challenge');
});

test('a box after the marked code is an enrolment’s, and only when a code was just read', () => {
  document.body.innerHTML = `<img id="code" alt="">${challenge}`;
  const agent = createAgent(window, () => document.querySelector('#code'));
  expect(agent.look({ ...order, besideCode: true }).box).toBe('enrolment');
  expect(agent.look(order).box).toBe('challenge');
});

test('a marked code decides which of two boxes is filled', async () => {
  const one = (id: string) => `<form><label>Code <input name="code" id="${id}"></label></form>`;
  document.body.innerHTML = `${one('before')}<img id="code" alt="">${one('after')}`;
  const agent = createAgent(window, () => document.querySelector('#code'));
  const outcome = await agent.write({ ...order, besideCode: true, origin: window.origin, code: '755224' });
  expect([outcome, box('#before')?.value, box('#after')?.value]).toEqual(['filled', '', '755224']);
});

test('writes nothing into a document of another origin', async () => {
  const write = { ...order, origin: 'https://elsewhere.example', code: '755224' };
  expect(await createAgent(window).write(write)).toBe('wrong-origin');
  expect(box()?.value).toBe('');
});

test('writes nothing into a frame that its parent does not show, or hides from us', async () => {
  const write = { ...order, origin: window.origin, code: '755224' };
  const hidden = document.createElement('div');
  hidden.getBoundingClientRect = () => new DOMRect(0, 0, 1, 1);
  for (const frame of [hidden, null]) {
    const agent = createAgent(framed(frame));
    expect(agent.look(order).visible).toBe(false);
    expect(await agent.write(write)).toBe('wrong-origin');
  }
  expect(box()?.value).toBe('');
  const shown = document.createElement('div');
  shown.getBoundingClientRect = () => new DOMRect(0, 0, 300, 200);
  document.body.append(shown);
  expect(await createAgent(framed(shown)).write(write)).toBe('filled');
});

test('looks again before it writes: a box that has gone is no box', async () => {
  const agent = createAgent(window);
  expect(agent.look(order).box).toBe('challenge');
  document.body.innerHTML = '';
  expect(await agent.write({ ...order, origin: window.origin, code: '755224' })).toBe('no-box');
});

test('says when the box holds what the customer typed', async () => {
  const input = box();
  if (input) input.value = '12';
  expect(await createAgent(window).write({ ...order, origin: window.origin, code: '755224' })).toBe('occupied');
});

test('shows a note as text', () => {
  vi.useFakeTimers();
  const before = document.documentElement.childElementCount;
  createAgent(window).note('<b>Filled</b>');
  expect(document.documentElement.childElementCount).toBe(before + 1);
  vi.advanceTimersByTime(10_000);
  expect(document.documentElement.childElementCount).toBe(before);
});

test('takes the note about a box away once the page has gone on', async () => {
  const before = document.documentElement.childElementCount;
  const agent = createAgent(window);
  expect(await agent.write({ ...order, origin: window.origin, code: '755224' })).toBe('filled');
  agent.note('Now press Submit');
  expect(document.documentElement.childElementCount).toBe(before + 1);
  document.body.innerHTML = '<p>Two-factor login is on.</p>';
  await Promise.resolve();
  expect(document.documentElement.childElementCount).toBe(before);
});

test.each([
  ['a press found', async (agent: Agent) => agent.look(order)],
  ['a code was written into', (agent: Agent) => agent.write({ ...order, origin: window.origin, code: '755224' })],
])('a note goes with the box that %s, whatever looked at the page meanwhile', async (_what, act) => {
  const notes = (): number => document.documentElement.querySelectorAll(':scope > div').length;
  const agent = createAgent(window);
  await act(agent);
  // What follows the outcome looks after every change of the page; there the box may be none.
  const input = box();
  input?.setAttribute('readonly', '');
  expect(agent.look({ ...order, mode: 'automatic' }).box).toBe('none');
  input?.removeAttribute('readonly');
  agent.note('Now press Submit');
  expect(notes()).toBe(1);
  if (input !== null) input.value += '7';
  input?.dispatchEvent(new Event('input', { bubbles: true }));
  expect(notes()).toBe(0);
});
