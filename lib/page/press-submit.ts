import { isSeen, type Measure, measureLayout } from './detect/visible.ts';
import { isWritable } from './fill/write-input.ts';
import { treeOf } from './shadow-tree.ts';
import { withoutMask } from './without-mask.ts';

/** Presses the button of a form that a code was written into. */
export type Submitter = {
  /**
   * @param order the exact origin of the document, and the code that the boxes must hold
   * @param box the first box of the code, asked for when it is time
   * @returns whether the button was pressed
   */
  press(order: { origin: string; code: string }, box: () => Element | null): Promise<boolean>;
};

// As long as pages need that send the code by themselves, and show it.
const OWN_TURN_MS = 600;

const captcha = ['class', 'id', 'name', 'src', 'title'].map((name) => `[${name}*="captcha" i]`).join();
const puzzle = `${captcha}, [class*="turnstile" i], [src*="turnstile" i], [data-sitekey]`;

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (element: Element): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

const isButton = (element: Element): element is HTMLButtonElement | HTMLInputElement =>
  element instanceof HTMLButtonElement
    ? element.type === 'submit'
    : element instanceof HTMLInputElement && (element.type === 'submit' || element.type === 'image');

/** Whether a form waits for something besides the code. */
const isMissing = (control: Control, measure: Measure): boolean => {
  if (control.matches(':disabled')) return false;
  if (!control.validity.valid) return true;
  if (control.value !== '') return false;
  const wanted = control.required || control.getAttribute('aria-required') === 'true' || control.type === 'password';
  return wanted && isSeen(control, measure);
};

/** Whether the boxes of a form hold exactly a code, from its first box on. */
function holdsCode(controls: readonly Control[], first: Control, code: string): boolean {
  let held = '';
  for (const control of controls.slice(controls.indexOf(first))) {
    if (held.length >= code.length) break;
    held += withoutMask(control.value);
  }
  return held === code;
}

/**
 * The one button that sends a code's form, where nothing speaks against a press: another box that waits, a puzzle for people, a
 * second button, another site that it would go to, or a page that has the code in work already.
 */
export function buttonFor(first: Element | null, code: string, measure: Measure = measureLayout): HTMLElement | null {
  if (!(first instanceof HTMLInputElement) || first.form === null || !isWritable(first)) return null;
  const { form, ownerDocument: page } = first;
  const root = treeOf(first);
  // Not by the form's own members: a box named like one of them stands in its place.
  const all = Array.from(root.querySelectorAll('input, select, textarea, button'));
  const own = all.filter((element) => 'form' in element && element.form === form);
  const controls = own.filter(isControl).filter((control) => !isButton(control));
  if (!holdsCode(controls, first, code) || controls.some((control) => isMissing(control, measure))) return null;
  const puzzles = Array.from(root.querySelectorAll(puzzle));
  if (puzzles.some((element) => element.closest('form') === form || isSeen(element, measure))) return null;
  const [button, ...others] = own.filter(isButton).filter((each) => isSeen(each, measure));
  if (button === undefined || others.length > 0 || button.matches(':disabled')) return null;
  if (button.closest('[aria-busy=true]') !== null) return null;
  const action = button.getAttribute('formaction') ?? Element.prototype.getAttribute.call(form, 'action') ?? '';
  // Without an address the form goes to the page itself; any other begins where the page says, which may be another site.
  const isHere = action === '' || URL.parse(action, page.baseURI)?.origin === page.defaultView?.origin;
  return isHere ? button : null;
}

/**
 * Watches a document from before a code is written, so that a form that the page sends by itself is not sent twice.
 * @param waitMs how long the page has its turn after the code is in
 */
export function createSubmitter(view: Window & typeof globalThis, waitMs = OWN_TURN_MS): Submitter {
  let isSent = false;
  let writtenMs = 0;
  const note = (sign: string, act: () => void): void => view.addEventListener(sign, act, { capture: true });
  note('submit', () => {
    isSent = true;
  });
  note('input', () => {
    writtenMs = view.performance.now();
  });
  // Only those that were answered are told; one that is still under way shows in the boxes or the button of most pages.
  const asked = (): boolean =>
    view.performance
      .getEntriesByType('resource')
      .some(
        (entry) =>
          entry.startTime >= writtenMs &&
          'initiatorType' in entry &&
          (entry.initiatorType === 'fetch' || entry.initiatorType === 'xmlhttprequest'),
      );
  return {
    async press({ origin, code }, box) {
      if (view.origin !== origin) return false;
      await new Promise((resolve) => view.setTimeout(resolve, waitMs));
      const first = isSent || asked() ? null : box();
      const button = buttonFor(first, code);
      if (button === null || !(first instanceof HTMLInputElement)) return false;
      isSent = true;
      view.HTMLFormElement.prototype.requestSubmit.call(first.form, button);
      return true;
    },
  };
}
