import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fillCodeField } from '../../../lib/page/fill-code-field.ts';
import { findCodeField } from '../../../lib/page/find-code-field.ts';
import { showPageNote } from '../../../lib/page/page-note.ts';
import { createSubmitter } from '../../../lib/page/press-submit.ts';
import { type Sighting, watchChallenge } from '../../../lib/page/watch-challenge.ts';
import { watchForMore } from '../../../lib/page/worth-a-look.ts';

// Shadow roots that no page's script reaches, opened as Chromium lends injected scripts a way to.
const lent = new WeakMap<Element, ShadowRoot>();
const box = '<input name="otp">';
const form = `<form><label>Authentication code ${box}</label><button id="go">Verify</button></form>`;

function closed(parent: Node, tag = 'code-form', markup = ''): ShadowRoot {
  const host = document.createElement(tag);
  parent.appendChild(host);
  const root = host.attachShadow({ mode: 'closed' });
  root.innerHTML = markup;
  lent.set(host, root);
  return root;
}

function inputIn(root: ParentNode): HTMLInputElement {
  const input = root.querySelector('input');
  if (input === null) throw new Error('no box');
  return input;
}

const found = (): Element | null => {
  const finding = findCodeField(document, { mode: 'automatic', enrolledHere: true });
  return finding.kind === 'found' && finding.field.kind === 'single' ? finding.field.input : null;
};

beforeEach(() => {
  document.body.replaceChildren();
  vi.stubGlobal('chrome', { dom: { openOrClosedShadowRoot: (host: Element) => lent.get(host) ?? null } });
});
afterEach(() => vi.unstubAllGlobals());

describe('a box in a closed shadow root', () => {
  it.each(['code-form', 'div', 'section'])('is found where it hangs in a %s', (tag) => {
    const root = closed(document.body, tag, form);
    expect(root.host.shadowRoot).toBeNull();
    expect(found()).toBe(inputIn(root));
  });

  it('is found two roots deep', () => {
    const inner = closed(closed(document.body), 'div', form);
    expect(found()).toBe(inputIn(inner));
  });

  it('is left alone where its host stands in something inert', () => {
    const inert = document.body.appendChild(document.createElement('div'));
    const root = closed(inert, 'code-form', form);
    expect(found()).toBe(inputIn(root));
    inert.setAttribute('inert', '');
    expect(found()).toBeNull();
  });

  it('is left alone where something of the document lies over it, which Firefox tells in the document only', () => {
    const root = closed(document.body, 'code-form', form);
    const cover = document.body.appendChild(document.createElement('div'));
    const hit = (tree: Document | ShadowRoot, element: Element): void =>
      void Object.defineProperty(tree, 'elementFromPoint', { configurable: true, value: () => element });
    const look = () =>
      findCodeField(document, {
        mode: 'automatic',
        enrolledHere: true,
        measure: () => ({ x: 10, y: 10, width: 200, height: 30 }),
      });
    hit(root, inputIn(root));
    hit(document, root.host);
    expect(look()).toMatchObject({ kind: 'found' });
    hit(document, cover);
    expect(look()).toEqual({ kind: 'none', reason: 'no-candidate' });
    Reflect.deleteProperty(document, 'elementFromPoint');
  });

  it('is taken of two equal ones when the cursor stands in it', () => {
    document.body.innerHTML = form;
    const root = closed(document.body, 'code-form', form);
    expect(found()).toBeNull();
    inputIn(root).focus();
    expect(found()).toBe(inputIn(root));
  });

  it('that comes later is worth a look, and a challenge', async () => {
    const inner = closed(closed(document.body, 'div'));
    const sightings: string[] = [];
    const challenges: Sighting[] = [];
    const ends = [
      watchForMore(
        document,
        async (sighting) => sightings.push(sighting) > 1,
        null,
        () => null,
      ),
      watchChallenge(document, (sighting) => challenges.push(sighting)),
    ];
    inner.innerHTML = form;
    await vi.waitFor(() => expect(challenges).toEqual(['no-challenge', 'challenge-seen']));
    expect(sightings).toEqual(['no-challenge', 'worth-a-look']);
    for (const end of ends) end();
  });

  it('keeps what the customer types while we write', async () => {
    const root = closed(document.body, 'code-form', form);
    const input = inputIn(root);
    input.addEventListener('input', ({ isTrusted }) => {
      if (isTrusted) return;
      setTimeout(() => {
        input.value = '7552';
        const event = new Event('input', { bubbles: true, composed: true });
        // As a browser tells it from outside a closed tree: no inner element is named.
        const path = event.composedPath.bind(event);
        Object.defineProperty(event, 'composedPath', {
          value: () => (event.currentTarget === document.defaultView ? [root.host] : path()),
        });
        Object.defineProperty(event, 'isTrusted', { value: true });
        input.dispatchEvent(event);
      });
    });
    expect(await fillCodeField({ kind: 'single', input }, '755224')).toEqual({ kind: 'occupied' });
    expect(input.value).toBe('7552');
  });

  it('counts as filled when its form was sent, whatever becomes of the box', async () => {
    const root = closed(document.body, 'code-form', form);
    const input = inputIn(root);
    input.addEventListener('input', () => {
      root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
      input.value = '';
    });
    expect(await fillCodeField({ kind: 'single', input }, '755224')).toEqual({ kind: 'filled' });
  });

  it('is not sent once more where its page sent it', async () => {
    const root = closed(document.body, 'code-form', form);
    inputIn(root).value = '123456';
    const presses: string[] = [];
    const order = { origin: window.origin, code: '123456' };
    const press = async (submitter = createSubmitter(window, { firstLookMs: 1, pressMs: 1 })): Promise<boolean> =>
      submitter.press(order, () => inputIn(root));
    root.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      presses.push('sent');
    });
    const watching = createSubmitter(window, { firstLookMs: 1, pressMs: 1 });
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(await press(watching)).toBe(false);
    expect(await press()).toBe(true);
    expect(presses).toEqual(['sent', 'sent']);
  });

  it('has its note taken away when its form is sent', () => {
    const root = closed(document.body, 'code-form', form);
    const notes = (): number => document.documentElement.querySelectorAll(':scope > div').length;
    showPageNote(document, 'Now press Verify', [inputIn(root)]);
    expect(notes()).toBe(1);
    root.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    expect(notes()).toBe(0);
  });
});
