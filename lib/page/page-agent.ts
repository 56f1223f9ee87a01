import { fillCodeField } from './fill-code-field.ts';
import { findCodeField } from './find-code-field.ts';
import { isFrameVisible } from './frame-visible.ts';
import { showPageNote } from './page-note.ts';

type Mode = 'request' | 'automatic';
type Box = 'challenge' | 'enrolment' | 'message-code' | 'none';
type Outcome = 'filled' | 'occupied' | 'reverted' | 'not-writable' | 'no-box' | 'wrong-origin';

/** Largest picture of a QR code that can anchor an enrolment box; anything larger is a page, not a code. */
const anchorSelector = 'img, canvas, svg, table';

/** The agent's answers about one document. */
export type Agent = {
  look(mode: Mode, enrolledHere: boolean): { origin: string; visible: boolean; box: Box };
  write(order: { origin: string; code: string; mode: Mode; enrolledHere: boolean }): Promise<Outcome>;
  note(text: string): void;
};

/** A square-ish picture of a code's usual size, after which the confirmation box stands; null when there is none. */
function findAnchor(page: Document): Element | null {
  for (const element of page.querySelectorAll(anchorSelector)) {
    const { width, height } = element.getBoundingClientRect();
    if (width >= 80 && width <= 600 && Math.abs(width - height) <= 0.1 * width) return element;
  }
  return null;
}

/**
 * Makes the agent of a document: it looks for the code box and writes one code into it, after comparing its own origin.
 * @param view the document's window, in the isolated world of an injected script
 */
export function createAgent(view: Window & typeof globalThis): Agent {
  const find = (mode: Mode, enrolledHere: boolean) =>
    findCodeField(view.document, { mode, enrolledHere, anchor: findAnchor(view.document) });
  return {
    look: (mode, enrolledHere) => {
      const finding = find(mode, enrolledHere);
      const box = finding.kind === 'found' ? finding.purpose : finding.kind;
      return { origin: view.origin, visible: isFrameVisible(view), box };
    },
    write: async (order) => {
      // The document may have changed between the decision and this moment; its own origin has the last word.
      if (view.origin !== order.origin || !isFrameVisible(view)) return 'wrong-origin';
      const finding = find(order.mode, order.enrolledHere);
      if (finding.kind !== 'found') return 'no-box';
      return (await fillCodeField(finding.field, order.code)).kind;
    },
    note: (text) => showPageNote(view.document, text),
  };
}
