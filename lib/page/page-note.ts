import { followByName, type Tracked, track } from './fill/follow.ts';
import { listenIn } from './fill/listen-in.ts';

let takeAway: (() => void) | null = null;

const look: Readonly<Record<string, string>> = {
  'box-sizing': 'border-box',
  'max-width': '22rem',
  padding: '12px 16px',
  'border-radius': '8px',
  background: '#1b1f24',
  color: '#ffffff',
  font: '14px/1.4 system-ui, sans-serif',
  'overflow-wrap': 'anywhere',
};

const place: Readonly<Record<string, string>> = {
  all: 'initial',
  position: 'fixed',
  inset: '16px 16px auto auto',
  'z-index': '2147483647',
  'pointer-events': 'none',
};

function dress(element: HTMLElement, styles: Readonly<Record<string, string>>): void {
  for (const [property, value] of Object.entries(styles)) element.style.setProperty(property, value, 'important');
}

const isShown = (input: HTMLInputElement): boolean => input.isConnected && input.checkVisibility();

/**
 * Calls back once what is said about these boxes is no longer true: one is gone, out of sight or holds something else, or their
 * form was sent.
 * @returns ends the watch
 */
function watchBoxes(page: Document, boxes: readonly HTMLInputElement[], over: () => void): () => void {
  const before = boxes.map((input): readonly [Tracked, string] => [track(input), input.value]);
  const look = (): void => {
    const holds = before.every(([place, text]) => {
      const input = followByName(place);
      return isShown(input) && input.value === text;
    });
    if (!holds) over();
  };
  const observer = new MutationObserver(look);
  const attributeFilter = ['class', 'style', 'hidden', 'open'];
  const trees = [...new Set<Node>([page, ...before.map(([{ root }]) => root)])];
  for (const root of trees)
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter });
  const typing = listenIn([page], ['input'], look);
  // A shadow tree lets no `submit` out.
  const sending = listenIn(trees, ['submit'], over);
  return () => {
    observer.disconnect();
    typing.abort();
    sending.abort();
  };
}

/**
 * Shows one sentence over the page, as plain text that reacts to nothing, and takes it away after some seconds, at the next call,
 * or once the boxes that it speaks of have changed.
 * @param text at most 300 characters are shown
 * @param boxes what it speaks of, as they are now; none for a sentence about the whole page
 * @param seconds how long it stays at most
 */
export function showPageNote(page: Document, text: string, boxes: readonly HTMLInputElement[] = [], seconds = 6): void {
  takeAway?.();
  const host = page.createElement('div');
  // Style properties, never a style attribute or element: a page's CSP refuses those.
  dress(host, place);
  const root = host.attachShadow({ mode: 'closed' });
  const note = page.createElement('div');
  note.setAttribute('role', 'status');
  note.setAttribute('aria-live', 'polite');
  // The page's direction is not that of our sentence.
  note.dir = 'auto';
  dress(note, look);
  root.append(note);
  page.documentElement.append(host);
  // An open dialog lies in the browser's top layer, above everything that is not there too.
  if (typeof host.showPopover === 'function') {
    host.popover = 'manual';
    host.showPopover();
  }
  // A live region is announced when its text changes, so the text comes after the region.
  note.textContent = text.slice(0, 300);
  const remove = (): void => {
    clearTimeout(timer);
    endWatch();
    host.remove();
    if (takeAway === remove) takeAway = null;
  };
  const timer = setTimeout(remove, seconds * 1000);
  // After the note is in place: its own coming is no change of the page.
  const endWatch = boxes.length === 0 ? () => {} : watchBoxes(page, boxes, remove);
  takeAway = remove;
}
