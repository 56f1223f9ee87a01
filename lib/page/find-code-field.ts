import type { CodeField } from './code-field.ts';
import { isEditable, visibleInputs } from './detect/boxes.ts';
import { contextOf } from './detect/context.ts';
import { choosesPassword, isBesideCard, isCrowded } from './detect/crowded.ts';
import { groupsOf } from './detect/groups.ts';
import { type Judgement, judge } from './detect/judge.ts';
import { isAfter } from './detect/order.ts';
import { ownWords } from './detect/own-words.ts';
import { FOUND_ON_REQUEST, FOUND_SCORE } from './detect/thresholds.ts';
import { takesCode, vetoOf } from './detect/veto.ts';
import { isMasked, type Measure, measureLayout } from './detect/visible.ts';
import { treeOf } from './shadow-tree.ts';
import { withoutMask } from './without-mask.ts';

/**
 * How the look was asked for, and whether an entry of this origin exists. `anchor`: the QR code of an enrolment.
 * `measure`: where boxes stand, for documents without layout. `alsoFull`: a box that holds something is told of automatically too.
 */
export type FindOptions = {
  readonly mode: 'automatic' | 'request';
  readonly enrolledHere: boolean;
  readonly anchor?: Element | null;
  readonly measure?: Measure;
  readonly alsoFull?: boolean;
};

/** The box, or why there is none; `message-code`: the code was sent by SMS or e-mail, so it is left alone automatically. */
export type FieldFinding =
  | {
      readonly kind: 'found';
      readonly field: CodeField;
      readonly purpose: 'challenge' | 'enrolment';
      readonly score: number;
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'message-code'; readonly field: CodeField }
  | { readonly kind: 'none'; readonly reason: 'no-candidate' | 'vetoed' | 'weak' | 'ambiguous' };

type Candidate = Judgement & { readonly inputs: readonly HTMLInputElement[]; readonly after: boolean };

const isDeclared = (input: HTMLInputElement): boolean =>
  (input.getAttribute('autocomplete') ?? '').toLowerCase().split(/\s+/).includes('one-time-code');

function fieldOf(inputs: readonly HTMLInputElement[]): CodeField | null {
  const [input] = inputs;
  if (input === undefined) return null;
  return inputs.length === 1 ? { kind: 'single', input } : { kind: 'split', inputs };
}

/** Of equals: the one with the cursor, then the first after the QR code, then nobody (automatically) or the first (on request). */
function choose(best: readonly Candidate[], mode: FindOptions['mode']): Candidate | undefined {
  if (best.length <= 1) return best[0];
  const focused = best.find(({ inputs }) => inputs.some((input) => input === treeOf(input).activeElement));
  return focused ?? best.find(({ after }) => after) ?? (mode === 'request' ? best[0] : undefined);
}

/** Finds the one box, or row of boxes, that takes the code of an authenticator app; silence is better than a wrong box. */
export function findCodeField(page: Document, options: FindOptions): FieldFinding {
  const { anchor, enrolledHere, mode, measure = measureLayout, alsoFull = false } = options;
  const visible = visibleInputs(page, measure);
  const groups = groupsOf(visible, measure);
  const grouped = new Set(groups.flat());
  const units = [
    ...groups,
    ...visible.filter((input) => !grouped.has(input) && isEditable(input)).map((input) => [input]),
  ];
  const open = units.flatMap((inputs) => {
    const own = inputs.map(ownWords);
    const declared = inputs.some(isDeclared);
    // Often only the first box of a row says what the row is for.
    const said = { names: own.map(({ names }) => names).join(' '), words: own.map(({ words }) => words).join(' ') };
    const [first] = inputs;
    if (first === undefined) return [];
    const context = contextOf(first);
    const allowed = takesCode(visible, context.text);
    if (inputs.some((input) => vetoOf(input, said, declared, allowed) !== null)) return [];
    const after = anchor !== null && anchor !== undefined && isAfter(anchor, first);
    const facts = {
      inputs,
      own: said,
      context,
      declared,
      enrolledHere,
      crowded: isCrowded(first, visible, after, measure),
      newcomer: choosesPassword(first, visible),
      besideCard: isBesideCard(first, visible),
    };
    return [{ facts, after, says: after && judge({ ...facts, anchored: 'after' }).score > 0 }];
  });
  const candidates: Candidate[] = [];
  let nearestTaken = false;
  for (const { facts, after, says } of open) {
    const anchored = says ? (nearestTaken ? 'after' : 'nearest') : null;
    if (anchored === 'nearest') nearestTaken = true;
    candidates.push({ ...judge({ ...facts, anchored }), inputs: facts.inputs, after });
  }
  if (candidates.length === 0) return { kind: 'none', reason: units.length === 0 ? 'no-candidate' : 'vetoed' };
  const highest = Math.max(...candidates.map(({ score }) => score));
  if (highest < (mode === 'request' ? FOUND_ON_REQUEST : FOUND_SCORE)) return { kind: 'none', reason: 'weak' };
  const best = choose(
    candidates.filter(({ score }) => score === highest),
    mode,
  );
  const field = best === undefined ? null : fieldOf(best.inputs);
  if (best === undefined || field === null) return { kind: 'none', reason: 'ambiguous' };
  // What somebody typed stays; the filler says so to who asked.
  if (mode === 'automatic' && !alsoFull && best.inputs.some((input) => withoutMask(input.value) !== ''))
    return { kind: 'none', reason: 'vetoed' };
  if (mode === 'automatic' && best.inputs.some(isMasked)) return { kind: 'none', reason: 'vetoed' };
  if (best.sent && mode === 'automatic') return { kind: 'message-code', field };
  // A person who asks has read what the page does not say.
  if (best.vague && mode === 'automatic') return { kind: 'none', reason: 'weak' };
  const evidence = best.sent ? [...best.evidence, 'sms'] : best.evidence;
  return { kind: 'found', field, purpose: best.after ? 'enrolment' : 'challenge', score: best.score, evidence };
}
