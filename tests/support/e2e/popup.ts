import type { TextKey } from '../../../components/text-keys.ts';
import type { Picture } from '../../../lib/qr/picture.ts';
import { textOf } from './text.ts';
import { PATIENCE_MS, until } from './until.ts';

/** What to look for in a popup: a CSS selector, or a button by the key of its English words, within a part of the popup, or by its words in any language, or a labelled input by those of its label, `checked`: once it is. */
export type Target =
  | string
  | { readonly button: TextKey; readonly within?: string }
  | { readonly words: string }
  | { readonly labelled: TextKey; readonly checked?: true };

/** The one thing each browser does its own way: run code in the popup, and give it real input. */
export type Surface = {
  /** Evaluates an expression in the popup's document and gives its JSON value; promises are awaited. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** A real click in the middle of the element that an expression gives; false where it went to something else. */
  readonly click: (element: string) => Promise<boolean>;
  /** Presses the mouse in the middle of the element that an expression gives, and holds it until `release`. */
  readonly hold: (element: string) => Promise<void>;
  readonly release: () => Promise<void>;
  /** Moves the mouse that is held to the middle of the element that an expression gives, and lets go there. */
  readonly dropOn: (element: string) => Promise<void>;
  /** Real key presses on whatever has the focus, while `held` are down; `Enter` and the like by name, else one character. */
  readonly keys: (keys: readonly string[], held?: readonly string[]) => Promise<void>;
  /** Gives the files at paths to the file input that an expression gives. */
  readonly upload: (element: string, paths: readonly string[]) => Promise<void>;
  /** The pixels of the element that an expression gives, as they are on the screen: size and RGBA in base64. */
  readonly pixels: (element: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
};

/** An open popup, the same for every browser. */
export type Popup = {
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Waits until something is there and to be seen. */
  readonly waitFor: (target: Target) => Promise<void>;
  /** Waits until nothing of the kind is there. */
  readonly waitForNone: (target: Target) => Promise<void>;
  /** Waits until the target can be pressed and stands still, then presses it. */
  readonly click: (target: Target) => Promise<void>;
  /** Presses the target and holds it until it has acted: it is gone then, or busy. */
  readonly hold: (target: Target) => Promise<void>;
  /** Drags the target onto another one by the mouse. */
  readonly drag: (target: Target, onto: Target) => Promise<void>;
  /** Presses into a box and types. */
  readonly type: (target: Target, text: string) => Promise<void>;
  /** Presses into a box and types in place of what it holds. */
  readonly retype: (target: Target, text: string) => Promise<void>;
  /** Presses a key, while others are held. */
  readonly press: (key: string, ...held: readonly string[]) => Promise<void>;
  /** Chooses files in a file input, once it takes some. */
  readonly upload: (target: Target, ...paths: readonly string[]) => Promise<void>;
  /** A picture of what is on the screen where the target is. */
  readonly picture: (target: Target) => Promise<Picture>;
  /** The text of the first match; waits for it to be there. */
  readonly text: (target: Target) => Promise<string>;
  readonly count: (target: Target) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** The expression that gives all elements of a target. */
function all(target: Target): string {
  if (typeof target === 'string') return `[...document.querySelectorAll(${JSON.stringify(target)})]`;
  if ('labelled' in target) {
    const label = JSON.stringify(textOf(target.labelled));
    return `[...document.querySelectorAll('label')].filter((label) => label.textContent.trim() === ${label}).map(({ control }) => control)${target.checked ? '.filter(({ checked }) => checked)' : ''}`;
  }
  const words = JSON.stringify('words' in target ? target.words : textOf(target.button));
  const buttons = 'words' in target ? 'button' : `${target.within ?? ''} button`.trim();
  return `[...document.querySelectorAll('${buttons}')].filter((button) => button.textContent.trim() === ${words})`;
}

/** What a popup shows, by names only: its texts may be secret. */
const sights = `[...document.querySelectorAll('main > *, main section > *, main li > *')]
  .map(({ localName, className, dataset }) => [localName, ...className.split(' '), ...Object.entries(dataset).flat()].filter(Boolean).join('.'))
  .join(' ')`;

function pictureOf(value: unknown): Picture {
  const [width, height, data] = Array.isArray(value) ? value : [];
  const bytes = new Uint8ClampedArray(Buffer.from(String(data), 'base64'));
  return { width: Number(width), height: Number(height), data: bytes };
}

/** Makes a popup of a browser's surface. */
export function popupOver(surface: Surface): Popup {
  const { evaluate } = surface;
  const named = (target: Target) => {
    if (typeof target === 'string') return target;
    if ('labelled' in target) return `the input ${target.labelled}`;
    return `the button ${'words' in target ? target.words : target.button}`;
  };
  const visible = (target: Target) => `${all(target)}.find((element) => element.checkVisibility())`;
  /** Waits in the popup itself, as each question from outside costs the browser more than the wait. */
  async function wait(what: string, condition: string): Promise<void> {
    const met = await evaluate(`(async () => {
      const endMs = Date.now() + ${PATIENCE_MS};
      const pause = () => new Promise((done) => setTimeout(done, 40));
      while (Date.now() < endMs) {
        if (await (${condition})) return true;
        await pause();
      }
      return false;
    })()`);
    if (met !== true)
      throw new Error(`waited ${PATIENCE_MS / 1000} s in vain: ${what}; there is ${await evaluate(sights)}`);
  }
  const pressable = (target: Target) => `(async () => {
    const find = () => ${visible(target)};
    const place = (element) => JSON.stringify(element?.getBoundingClientRect() ?? null);
    const element = find();
    if (element === undefined || element.disabled) return false;
    const before = place(element);
    await pause();
    return find() === element && !element.disabled && before === place(element);
  })()`;
  const click = (target: Target): Promise<void> =>
    until(`a press reaches ${named(target)}`, async () => {
      await wait(`${named(target)} can be pressed`, pressable(target));
      return surface.click(visible(target));
    });
  const waitFor = (target: Target) => wait(`${named(target)} is shown`, `${visible(target)} !== undefined`);
  return {
    evaluate,
    waitFor,
    waitForNone: (target) => wait(`${named(target)} is gone`, `${visible(target)} === undefined`),
    click,
    async hold(target) {
      await wait(`${named(target)} can be held`, pressable(target));
      await surface.hold(visible(target));
      await wait(`${named(target)} was held`, `${visible(target)}?.disabled !== false`);
      await surface.release();
    },
    async drag(target, onto) {
      await evaluate(`${visible(target)}.scrollIntoView({ block: 'center' })`);
      await wait(`${named(target)} can be dragged`, pressable(target));
      await surface.hold(visible(target));
      await surface.dropOn(visible(onto));
    },
    async type(target, text) {
      await click(target);
      await surface.keys([...text]);
    },
    async retype(target, text) {
      await click(target);
      await evaluate(`${visible(target)}.select()`);
      await surface.keys([...text]);
    },
    press: (key, ...held) => surface.keys([key], held),
    async upload(target, ...paths) {
      await wait(`${named(target)} takes files`, `${visible(target)}?.disabled === false`);
      await surface.upload(`${all(target)}[0]`, paths);
    },
    async picture(target) {
      await waitFor(target);
      return pictureOf(await surface.pixels(visible(target)));
    },
    async text(target) {
      await waitFor(target);
      return String(await evaluate(`${all(target)}[0].textContent`));
    },
    count: async (target) => Number(await evaluate(`${all(target)}.length`)),
    close: surface.close,
  };
}
