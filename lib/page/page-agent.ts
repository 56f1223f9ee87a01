import type { CodeField } from './code-field.ts';
import { fillCodeField, takeBack } from './fill-code-field.ts';
import { findBackupField } from './find-backup-field.ts';
import { findCodeField } from './find-code-field.ts';
import { isFrameVisible } from './frame-visible.ts';
import { likelyCode } from './likely-code.ts';
import { showPageNote } from './page-note.ts';

type Mode = 'request' | 'automatic';
type Box = 'challenge' | 'enrolment' | 'message-code' | 'none';
type Order = { mode: Mode; enrolledHere: boolean; besideCode: boolean };
type LookOrder = Order & { alsoFull?: boolean };
type Outcome = 'filled' | 'occupied' | 'reverted' | 'not-writable' | 'no-box' | 'wrong-origin';

/** The agent's answers about one document. */
export type Agent = {
  look(order: LookOrder): { origin: string; visible: boolean; box: Box };
  write(order: Order & { origin: string; code: string }): Promise<Outcome>;
  /** Writes a backup code into the one box for it. */
  writeBackup(order: { origin: string; code: string }): Promise<Outcome>;
  note(text: string): void;
  /** The first box of the document's challenge, as a press would find it; null for none. */
  box(): Element | null;
};

const boxesOf = (field: CodeField): readonly HTMLInputElement[] =>
  field.kind === 'single' ? [field.input] : field.inputs;

/**
 * Makes the agent of a document: it looks for the code box and writes one code into it, after comparing its own origin.
 * @param view the document's window, in the isolated world of an injected script
 * @param marked the element a code was read from, as far as the scanner knows one
 */
export function createAgent(view: Window & typeof globalThis, marked: () => Element | null = () => null): Agent {
  // What a note speaks of: looks that the extension takes by itself in between change nothing in that.
  let asked: readonly HTMLInputElement[] = [];
  // Without a code just read from this page, a square picture is a logo as likely as not, and anchors nothing.
  const find = ({ mode, enrolledHere, besideCode, alsoFull = false }: LookOrder) =>
    findCodeField(view.document, {
      mode,
      enrolledHere,
      alsoFull,
      anchor: besideCode ? (marked() ?? likelyCode(view.document)) : null,
    });
  const findFor = (order: Order) => {
    const finding = find(order);
    asked = finding.kind === 'found' ? boxesOf(finding.field) : [];
    return finding;
  };
  return {
    look: (order) => {
      const finding = order.mode === 'request' ? findFor(order) : find(order);
      // Who asks for it gets it there too, with a word of warning.
      const isSent = finding.kind === 'found' && finding.purpose === 'challenge' && finding.evidence.includes('sms');
      const box = isSent ? 'message-code' : finding.kind === 'found' ? finding.purpose : finding.kind;
      return { origin: view.origin, visible: isFrameVisible(view), box };
    },
    write: async (order) => {
      // The document may have changed between the decision and this moment; its own origin has the last word.
      if (view.origin !== order.origin || !isFrameVisible(view)) return 'wrong-origin';
      const finding = findFor(order);
      if (finding.kind !== 'found') return 'no-box';
      const patience = order.mode === 'automatic' ? 'settled' : 'stayed';
      const { kind } = await fillCodeField(finding.field, order.code, patience);
      if (kind !== 'filled' || order.mode !== 'automatic') return kind;
      // A page may say only after its box that the code comes by mail.
      const seen = find({ ...order, alsoFull: true });
      const isSent = seen.kind === 'message-code' && boxesOf(seen.field)[0] === boxesOf(finding.field)[0];
      return isSent && takeBack(finding.field, order.code) ? 'no-box' : kind;
    },
    writeBackup: async ({ origin, code }) => {
      if (view.origin !== origin || !isFrameVisible(view)) return 'wrong-origin';
      const input = findBackupField(view.document);
      return input === null ? 'no-box' : (await fillCodeField({ kind: 'single', input }, code)).kind;
    },
    box: () => {
      const finding = find({ mode: 'request', enrolledHere: true, besideCode: false });
      return finding.kind === 'found' ? (boxesOf(finding.field)[0] ?? null) : null;
    },
    note: (text) => showPageNote(view.document, text, asked),
  };
}
