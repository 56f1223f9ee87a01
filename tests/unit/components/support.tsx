import { readFileSync } from 'node:fs';
import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { Text, type Translate } from '../../../components/text.ts';
import type { EntryView, FoundView, LookAlikeView } from '../../../components/view-models.ts';

/** The texts of `locales/en.yml`, whose values are all quoted on one line. */
export function readEnglish(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const line of readFileSync('locales/en.yml', 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const match = /^(\w+): (?:"([^"\\]*)"|'((?:[^']|'')*)')$/u.exec(line);
    if (match === null) throw new Error(`Not a flat quoted line: ${line}`);
    if (texts.has(match[1] ?? '')) throw new Error(`Twice: ${match[1]}`);
    texts.set(match[1] ?? '', match[2] ?? match[3]?.replaceAll("''", "'") ?? '');
  }
  return texts;
}

const english = readEnglish();

export const t: Translate = (key, substitutions = []) => {
  const text = english.get(key);
  if (text === undefined) throw new Error(`No text for ${key}`);
  return text.replace(/\$(\d)/gu, (_, place: string) => substitutions[Number(place) - 1] ?? '');
};

/** Renders into a fresh body and returns it; `show` again replaces props without remounting. */
export function show(view: ComponentChild): HTMLElement {
  let root = document.querySelector<HTMLElement>('#root');
  if (root === null) {
    root = document.createElement('div');
    root.id = 'root';
    document.body.append(root);
  }
  const container = root;
  act(() => render(<Text.Provider value={t}>{view}</Text.Provider>, container));
  return container;
}

/** Unmounts what `show` rendered. */
export function clear(): void {
  const root = document.querySelector('#root');
  if (root !== null) act(() => render(null, root));
  document.body.replaceChildren();
}

/** The button whose accessible name (label or text) is `name`. */
export function button(name: string): HTMLButtonElement {
  const found = Array.from(document.querySelectorAll('button')).find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent?.trim()) === name,
  );
  if (found === undefined) throw new Error(`No button named ${name}`);
  return found;
}

/** The control that the label with this text names. */
export function control(label: string): HTMLInputElement {
  const found = Array.from(document.querySelectorAll('label')).find((one) => one.textContent?.trim() === label);
  const target = document.getElementById(found?.htmlFor ?? '') ?? found?.querySelector('input');
  if (!(target instanceof HTMLInputElement)) throw new Error(`No input labelled ${label}`);
  return target;
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

/** Tells a button to hold that its second has passed, as the end of its bar's animation does. */
export function held(element: HTMLElement): void {
  act(() => {
    element.dispatchEvent(new Event('animationend', { bubbles: true }));
  });
}

export function type(input: HTMLInputElement, text: string): void {
  act(() => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Chooses an option of the drop-down with this label. */
export function choose(label: string, value: string): void {
  const named = Array.from(document.querySelectorAll('label')).find((one) => one.textContent?.trim() === label);
  const select = document.getElementById(named?.htmlFor ?? '');
  if (!(select instanceof HTMLSelectElement)) throw new Error(`No drop-down labelled ${label}`);
  act(() => {
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

export function submit(): void {
  const form = document.querySelector('form');
  if (form === null) throw new Error('No form');
  act(() => {
    form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}

export function key(element: Element, name: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  act(() => {
    element.dispatchEvent(event);
  });
  return event;
}

export const hostile = {
  html: '<img src=x onerror="alert(1)"><b>Bank</b>',
  rlo: 'moc.knab\u202Egnp',
};

export const entry: EntryView = {
  id: 'e1',
  issuer: 'Example Hosting',
  account: 'ada@example.test',
  code: '123456',
  nextCode: '654321',
  endsUnixMs: 30_000,
  periodSeconds: 30,
  state: 'confirmed',
  belongsHere: true,
  sites: [{ name: 'https://portal.example', ascii: null }],
  used: false,
  kind: 'totp',
  backup: { fresh: 0, used: 0 },
};

export const found: FoundView = {
  index: 2,
  issuer: 'Example Hosting',
  account: 'ada@example.test',
  digits: 6,
  periodSeconds: 30,
  algorithm: 'SHA1',
  status: 'new',
  namesakes: [],
  otherKeyShown: false,
};

/** A page whose name has a Cyrillic letter, beside an account's. */
export const alike: LookAlikeView = {
  kind: 'confusable',
  known: { name: 'https://portal.example', ascii: null },
  here: { name: 'https://pоrtal.example', ascii: 'https://xn--prtal-jye.example' },
};
