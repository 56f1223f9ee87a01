import { aroundOf, closestTo, firstIn, fits } from '../by-prototype.ts';
import { oneTimePhrases } from '../detect/one-time-words.ts';
import { twoFactorPhrases } from '../detect/two-factor-words.ts';
import { anyOf, fold } from '../detect/words.ts';
import { findBackupCodes, readOnlyStatements, type ShownCodes } from './backup-codes.ts';
import { conditionPhrases } from './condition-words.ts';
import {
  latePhrases,
  retryPhrases,
  switchedOffPhrases,
  switchedOnPhrases,
  usedPhrases,
  wrongPhrases,
} from './outcome-words.ts';
import { plainText, type Statement, statementsOf } from './statements.ts';
import { isOneOfMany, isWrittenByPeople } from './told.ts';

/** What a page says about two-factor login: switched on or off just now, or that a code was refused; `quote` is its own sentence. */
export type Said = {
  readonly what: 'on' | 'off' | 'refused';
  readonly quote: string;
  readonly because: 'used' | 'late' | null;
  readonly element: Element;
};

/** A document after a code was sent from it, as far as it can be told by reading. */
export type Outcome = {
  readonly said: Said | null;
  /** Backup codes that are shown to be kept. */
  readonly backup: ShownCodes | null;
};

const QUOTE = 200;

const isTopic = anyOf(twoFactorPhrases, oneTimePhrases);
const isOn = anyOf(switchedOnPhrases);
const isOff = anyOf(switchedOffPhrases);
const isRefused = anyOf(wrongPhrases, usedPhrases, latePhrases, retryPhrases);
const isWrong = anyOf(wrongPhrases);
const isUsed = anyOf(usedPhrases);
const isLate = anyOf(latePhrases);
const isCondition = anyOf(conditionPhrases);
// Most of a page says none of it, and where it stands takes much longer to ask.
const mayTell = (folded: string): boolean => isOn.test(folded) || isOff.test(folded) || isRefused.test(folded);

// Where sites put the answer to a form: roles of WAI-ARIA, and the class names of the common style sheets.
const surely =
  '[role=alert], [role=status], [aria-live=assertive], [aria-live=polite], [class*=alert], [class*=error], [class*=danger], [class*=invalid], [class*=flash], [class*=toast], [class*=callout]';
// Names that conversations have too.
const perhaps = '[class*=notice], [class*=message], [class*=notification]';
const alerts = `${surely}, ${perhaps}`;

const plainErrors = '[class*=danger], [class*=error], [class*=invalid]';
const errors = `[role=alert], ${plainErrors}`;
const dialogs = 'dialog, [role=dialog], [role=alertdialog]';
const places = `${dialogs}, .modal, section, article, main, form`;
const headings = 'h1, h2, h3, h4, h5, legend, [class*=title]';

const closestAround = (element: Element, selector: string): Element | null => {
  const around = aroundOf(element);
  return around === null ? null : closestTo(around, selector);
};

/** The words around a sentence that may name its topic: the heading of the nearest dialog or section with one, and the page's title. */
function topicAround(element: Element): string {
  let place = closestTo(element, places);
  let heading = firstIn(place ?? element, headings);
  // A form in a dialog has no heading of its own.
  while (heading === null && place !== null) {
    place = closestAround(place, places);
    heading = place === null ? null : firstIn(place, headings);
  }
  return fold(`${element.ownerDocument.title} ${heading === null ? '' : plainText(heading)}`);
}

/** Whether some sentence says so outright: "once it has been enabled" and "if the code is invalid" tell of no event. */
const isStated = (folded: string, phrases: RegExp): boolean =>
  folded.split(/(?<=[.!?。！？])\s*/).some((sentence) => {
    const at = sentence.search(phrases);
    return at >= 0 && !isCondition.test(sentence.slice(0, at));
  });

/** Whether the nearest sign of success or error around an alert is one of success, and belongs to an alert. */
function isUnderTick(alert: Element): boolean {
  const sign = closestTo(alert, `[class*=success], ${plainErrors}`);
  return sign !== null && fits(sign, '[class*=success]') && fits(sign, alerts);
}

/** The reason that a refusal names; null where it names none, or more than one (*wrong or expired*). */
function reasonIn(text: string): 'used' | 'late' | null {
  const folded = fold(text);
  const [used, late] = [isUsed.test(folded), isLate.test(folded)];
  if (used === late || isWrong.test(folded)) return null;
  return used ? 'used' : 'late';
}

/** The nearest place for the answer to a form; one of several alike is a message among messages. */
function alertAround(element: Element): Element | null {
  const alert = closestTo(element, alerts);
  if (alert === null || fits(alert, surely) || !isOneOfMany(alert)) return alert;
  return closestAround(alert, surely);
}

function whatIsSaid({ element, text }: Statement, asks: boolean): Said['what'] | null {
  const folded = fold(text);
  if (!asks && !mayTell(folded)) return null;
  const alert = alertAround(element);
  const inAlert = alert !== null;
  const topical = isTopic.test(folded) || (inAlert && isTopic.test(topicAround(element)));
  // Mails, comments and lists of what happened tell of other days and other people.
  const told = closestTo(element, 'table, ul, ol, article, blockquote, [contenteditable]') !== null;
  const inAnswer = inAlert || closestTo(element, dialogs) !== null;
  if (isTopic.test(folded) && inAnswer && !told && isStated(folded, isOff)) return 'off';
  if (topical && !told && isStated(folded, isOn)) return 'on';
  // "The code you used has expired" under a tick is a reason why there is a new one.
  if (alert === null || isUnderTick(alert)) return null;
  const isError = closestTo(element, plainErrors) !== null;
  if (isError ? isRefused.test(folded) : isStated(folded, isRefused)) return 'refused';
  // Whatever its words: an error over the box that still waits.
  return asks && closestTo(element, errors) !== null ? 'refused' : null;
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
  const isTheSites = ({ element }: Statement): boolean => !isWrittenByPeople(element);
  const statements = statementsOf(page);
  const said = statements
    .filter(({ element }) => !known.has(element))
    .flatMap((statement): Said[] => {
      const what = whatIsSaid(statement, asks);
      if (what === null || !isTheSites(statement)) return [];
      const because = what === 'refused' ? reasonIn(statement.text) : null;
      return [{ what, quote: statement.text.slice(0, QUOTE), because, element: statement.element }];
    });
  return {
    said: said.findLast(({ what }) => what === 'refused') ?? said.at(-1) ?? null,
    // A page that asks for a code shows no backup code: what looks like one there is the setup key.
    backup: asks ? null : findBackupCodes(page, [...statements, ...readOnlyStatements(page)], isTheSites),
  };
}
