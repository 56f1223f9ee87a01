import { twoFactorPhrases } from '../detect/two-factor-words.ts';
import { anyOf, fold } from '../detect/words.ts';
import { findBackupCodes, readOnlyStatements, type ShownCodes } from './backup-codes.ts';
import { refusedPhrases, switchedOffPhrases, switchedOnPhrases } from './outcome-words.ts';
import { plainText, type Statement, statementsOf } from './statements.ts';

/** What a page says about two-factor login: switched on or off just now, or that a code was refused; `quote` is its own sentence. */
export type Said = { readonly what: 'on' | 'off' | 'refused'; readonly quote: string; readonly element: Element };

/** A document after a code was sent from it, as far as it can be told by reading. */
export type Outcome = {
  readonly said: Said | null;
  /** Backup codes that are shown to be kept. */
  readonly backup: ShownCodes | null;
};

const QUOTE = 200;

const isTopic = anyOf(twoFactorPhrases);
const isOn = anyOf(switchedOnPhrases);
const isOff = anyOf(switchedOffPhrases);
const isRefused = anyOf(refusedPhrases);

// Where sites put the answer to a form: roles of WAI-ARIA, and the class names of the common style sheets.
const alerts =
  '[role=alert], [role=status], [aria-live=assertive], [aria-live=polite], [class*=alert], [class*=error], [class*=danger], [class*=invalid], [class*=notice], [class*=flash], [class*=toast], [class*=message], [class*=callout], [class*=notification]';

const errors = '[role=alert], [class*=danger], [class*=error], [class*=invalid]';

/** The words around a sentence that may name its topic: the dialog or section it stands in, and the page's title. */
function topicAround(element: Element): string {
  const around = element.closest('dialog, [role=dialog], .modal, section, article, main, form') ?? element;
  const heading = around.querySelector('h1, h2, h3, h4, legend, [class*=title]');
  return fold(`${element.ownerDocument.title} ${heading === null ? '' : plainText(heading)}`);
}

function whatIsSaid({ element, text }: Statement, asks: boolean): Said['what'] | null {
  const folded = fold(text);
  const inAlert = element.closest(alerts) !== null;
  const topical = isTopic.test(folded) || (inAlert && isTopic.test(topicAround(element)));
  // Mails, comments and lists of what happened tell of other days and other people.
  const told = element.closest('table, ul, ol, article, blockquote, [contenteditable]') !== null;
  if (isTopic.test(folded) && inAlert && !told && isOff.test(folded)) return 'off';
  if (topical && !told && isOn.test(folded)) return 'on';
  if (inAlert && isRefused.test(folded)) return 'refused';
  // Whatever its words: an error over the box that still waits.
  return asks && element.closest(errors) !== null ? 'refused' : null;
}

/**
 * Reads what a page says after a code was sent: whether it was accepted, refused, or two-factor login switched off, and backup codes.
 * @param asks whether a box of the page waits for a code
 * @param known elements whose sentences were there before, and are not the answer to what was sent
 * @returns `said` is the last such sentence of the page, a refusal before anything else
 */
export function readOutcome(
  page: Document,
  asks: boolean,
  known: Pick<WeakSet<Element>, 'has'> = new WeakSet(),
): Outcome {
  const statements = statementsOf(page);
  const said = statements
    .filter(({ element }) => !known.has(element))
    .flatMap((statement): Said[] => {
      const what = whatIsSaid(statement, asks);
      return what === null ? [] : [{ what, quote: statement.text.slice(0, QUOTE), element: statement.element }];
    });
  return {
    said: said.findLast(({ what }) => what === 'refused') ?? said.at(-1) ?? null,
    // A page that asks for a code shows no backup code: what looks like one there is the setup key.
    backup: asks ? null : findBackupCodes(page, [...statements, ...readOnlyStatements(page)]),
  };
}
