import type { CodeField } from './code-field.ts';
import { sentWords, strongNames, twoFactorWords, vetoWords, weakNames } from './detect/words.ts';

/** How the look was asked for, and whether an entry of this origin exists. `anchor`: the QR code of an enrolment. */
export type FindOptions = {
  readonly mode: 'automatic' | 'request';
  readonly enrolledHere: boolean;
  readonly anchor?: Element | null;
};

/** The box, or why there is none; `message-code`: the code was sent by SMS or e-mail, so it is left alone automatically. */
export type FieldFinding =
  | {
      readonly kind: 'found';
      readonly field: CodeField;
      readonly purpose: 'challenge' | 'enrolment';
      readonly evidence: readonly string[];
    }
  | { readonly kind: 'message-code'; readonly field: CodeField }
  | { readonly kind: 'none'; readonly reason: 'no-candidate' | 'weak' };

const types = new Set(['text', 'tel', 'number', 'password', '']);
const FOUND_SCORE = 4;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');

function* inputsOf(root: Document | ShadowRoot): Generator<HTMLInputElement> {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof HTMLInputElement) yield element;
    if (element.shadowRoot !== null) yield* inputsOf(element.shadowRoot);
  }
}

/** Whether a person can see the box and type into it. */
function isOpen(input: HTMLInputElement): boolean {
  if (!types.has(input.type) || input.disabled || input.readOnly) return false;
  if (!input.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { width, height } = input.getBoundingClientRect();
  return width >= 8 && height >= 8;
}

/** What a field says about itself: names, label, placeholder, title. */
function ownWords(input: HTMLInputElement): { names: string; words: string } {
  const label = [...(input.labels ?? [])].map((element) => element.textContent ?? '').join(' ');
  const aria = input.getAttribute('aria-label') ?? '';
  const names = `${input.name} ${input.id}`.replace(/([a-z])([A-Z])/g, '$1 $2');
  return {
    names: fold(names.replace(/[_.[\]-]+/g, ' ')),
    words: fold(`${label} ${input.placeholder} ${aria} ${input.title}`),
  };
}

function contextOf(input: HTMLInputElement): string {
  const page = input.ownerDocument;
  const headings = [...page.querySelectorAll('h1, h2, h3, h4, legend')].map((element) => element.textContent ?? '');
  const form = input.form ?? input.closest('section, div, main') ?? page.body;
  return fold(`${page.title} ${headings.join(' ')} ${(form.textContent ?? '').slice(0, 2_000)}`);
}

type Judgement = { readonly score: number; readonly evidence: readonly string[]; readonly sent: boolean };

/** Weighs one box; null when its own words forbid it. */
function judge(input: HTMLInputElement, enrolledHere: boolean): Judgement | null {
  const { names, words } = ownWords(input);
  const own = `${names} ${words}`;
  if (vetoWords.some((veto) => veto.test(own))) return null;
  const context = contextOf(input);
  const spoken = twoFactorWords.test(`${words} ${context}`);
  const evidence: string[] = [];
  let score = 0;
  const count = (points: number, name: string): void => {
    score += points;
    evidence.push(name);
  };
  const declared = input.autocomplete.split(' ').includes('one-time-code');
  if (declared) count(4, 'autocomplete');
  if (strongNames.test(names)) count(4, 'name');
  else if (weakNames.test(names) && (spoken || enrolledHere)) count(2, 'weak-name');
  if (twoFactorWords.test(words)) count(3, 'words');
  if (spoken) count(1, 'context');
  const length = input.maxLength;
  if ((length >= 6 && length <= 8) || input.inputMode === 'numeric' || /\[0-9\]|\\d/.test(input.pattern))
    count(1, 'shape');
  if (input.type === 'password' && !strongNames.test(names) && !twoFactorWords.test(words)) return null;
  return { score, evidence, sent: sentWords.test(`${own} ${context}`) };
}

/** Four to eight one-character boxes beside each other, which together take one code. */
function groupOf(inputs: readonly HTMLInputElement[]): readonly HTMLInputElement[] | null {
  const short = inputs.filter((input) => input.maxLength === 1 || input.getBoundingClientRect().width < 80);
  const row = short.filter(
    (input) => Math.abs(input.getBoundingClientRect().y - (short[0]?.getBoundingClientRect().y ?? 0)) < 8,
  );
  return row.length >= 4 && row.length <= 8 && row.length === short.length ? row : null;
}

/** Finds the one box, or group of boxes, that takes the code of an authenticator app; silence is better than a wrong box. */
export function findCodeField(page: Document, options: FindOptions): FieldFinding {
  const open = [...inputsOf(page)].filter(isOpen);
  const { anchor } = options;
  const purpose = anchor ? 'enrolment' : 'challenge';
  const group = groupOf(open);
  const first = group?.[0];
  if (group !== null && first !== undefined && twoFactorWords.test(`${ownWords(first).words} ${contextOf(first)}`)) {
    const field: CodeField = { kind: 'split', inputs: group };
    const sent = sentWords.test(contextOf(first));
    if (sent && options.mode === 'automatic') return { kind: 'message-code', field };
    return { kind: 'found', field, purpose, evidence: ['group', 'context'] };
  }
  const judged = open.flatMap((input) => {
    const judgement = judge(input, options.enrolledHere);
    if (judgement === null) return [];
    const after = anchor ? (anchor.compareDocumentPosition(input) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 : false;
    return [{ input, ...judgement, score: judgement.score + (after && judgement.score > 0 ? 2 : 0) }];
  });
  const best = judged.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined) return { kind: 'none', reason: 'no-candidate' };
  if (best.score < FOUND_SCORE) return { kind: 'none', reason: 'weak' };
  const field: CodeField = { kind: 'single', input: best.input };
  if (best.sent && options.mode === 'automatic') return { kind: 'message-code', field };
  return { kind: 'found', field, purpose, evidence: best.evidence };
}
