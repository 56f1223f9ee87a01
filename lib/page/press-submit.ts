import { attributeOf } from './by-prototype.ts';
import { anyCaptcha } from './captcha.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';
import { type Root, rootsOf } from './document-roots.ts';
import { listenIn } from './fill/listen-in.ts';
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

/**
 * How long a page has its turn: until the first look at its button, as long as pages need that send the code by themselves and show
 * it, and until the press, so that one that asks its server without showing it has its answer, which is all that is told of a request.
 */
export type OwnTurn = { readonly firstLookMs: number; readonly pressMs: number };
const OWN_TURN: OwnTurn = { firstLookMs: 600, pressMs: 3_000 };
const BETWEEN_LOOKS_MS = 200;
// By what a page can send a code without leaving; the rest is what it shows.
const sending: readonly unknown[] = ['fetch', 'xmlhttprequest', 'beacon', 'iframe', 'script'];
// What is written within this time of each other belongs to one filling.
const ONE_FILLING_MS = 1_000;

const puzzle = `${anyCaptcha}, [class*="turnstile" i], [src*="turnstile" i], [data-sitekey]`;

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
  const controls = own.filter(isControl);
  if (!holdsCode(controls, first, code) || controls.some((control) => isMissing(control, measure))) return null;
  const puzzles = Array.from(root.querySelectorAll(puzzle));
  if (puzzles.some((element) => element.closest('form') === form || isSeen(element, measure))) return null;
  const [button, ...others] = own.filter(isButton).filter((each) => isSeen(each, measure));
  if (button === undefined || others.length > 0 || button.matches(':disabled')) return null;
  if (button.closest('[aria-busy=true]') !== null) return null;
  const action = button.getAttribute('formaction') ?? attributeOf(form, 'action') ?? '';
  // Without an address the form goes to the page itself; any other begins where the page says, which may be another site.
  const isHere = action === '' || URL.parse(action, first.baseURI)?.origin === page.defaultView?.origin;
  return isHere ? button : null;
}

/** Whether a document asked a server since the last filling began; of a request under way nothing is told until it ends. */
function watchRequests(view: Window & typeof globalThis): () => boolean {
  let begunMs = 0;
  let lastMs = 0;
  let hasAsked = false;
  // From the first digit on: a page may write once more after it began to send.
  view.addEventListener(
    'input',
    () => {
      const now = view.performance.now();
      if (now - lastMs > ONE_FILLING_MS) begunMs = now;
      lastMs = now;
    },
    { capture: true },
  );
  const note = (entries: readonly PerformanceEntry[]): void => {
    hasAsked ||= entries.some(
      (entry) => entry.startTime >= begunMs && 'initiatorType' in entry && sending.includes(entry.initiatorType),
    );
  };
  // Not from the page's own list, which ends at 250 entries.
  const observer = new view.PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: 'resource' });
  return () => {
    note(observer.takeRecords());
    return hasAsked;
  };
}

/**
 * Watches a document from before a code is written, so that a code that the page sends by itself is not sent twice.
 * @param turn how long the page has its turn after the code is in
 */
export function createSubmitter(view: Window & typeof globalThis, turn: OwnTurn = OWN_TURN): Submitter {
  let isSent = false;
  // A shadow tree lets no `submit` out, so in one that is drawn later nobody knows what was sent.
  const watched = new Set<Root>(rootsOf(view.document));
  listenIn([view, ...watched], ['submit', 'beforeunload'], () => {
    isSent = true;
  });
  const hasAsked = watchRequests(view);
  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      view.setTimeout(resolve, ms);
    });
  return {
    async press({ origin, code }, box) {
      if (view.origin !== origin) return false;
      const pressFrom = view.performance.now() + turn.pressMs;
      await pause(turn.firstLookMs);
      for (;;) {
        const first = isSent || hasAsked() ? null : box();
        const button = buttonFor(first, code);
        // A page that was busy once, or took the code away, has had it in work.
        if (button === null || !(first instanceof HTMLInputElement) || !watched.has(treeOf(first))) return false;
        if (view.performance.now() >= pressFrom) {
          isSent = true;
          view.HTMLFormElement.prototype.requestSubmit.call(first.form, button);
          return true;
        }
        await pause(BETWEEN_LOOKS_MS);
      }
    },
  };
}
