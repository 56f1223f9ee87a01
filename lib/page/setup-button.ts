import { allIn, aroundOf } from './by-prototype.ts';
import { twoFactorPhrases } from './detect/two-factor-words.ts';
import { anyOf, fold } from './detect/words.ts';
import { isShown, plainText } from './outcome/statements.ts';
import { addPhrases, endPhrases, enrolledAppPhrases, otherWayPhrases, startPhrases } from './setup-words.ts';

const MOST_SEEN = 2_000;
const LONGEST_WORDS = 48;
const LONGEST_AROUND = 1_500;
const LEVELS = 6;

const buttons = 'button, [role=button], input[type=submit], input[type=button]';
const switches = 'input[type=checkbox], [role=switch]';
const pressed = `a[href], ${buttons}, ${switches}`;
const dialogs = 'dialog, [role=dialog], [aria-modal=true], .modal';
const headings = 'h1, h2, h3, h4, h5, h6, [role=heading], legend';

const starts = anyOf(startPhrases);
const adds = anyOf(addPhrases);
const onlyAdds = new RegExp(`^(?:${adds.source})$`, 'u');
const ends = anyOf(endPhrases);
const app = anyOf(enrolledAppPhrases);
const otherWay = anyOf(otherWayPhrases);
const twoFactor = anyOf(twoFactorPhrases);

function wordsOf(control: Element): string {
  if (!control.matches(switches)) {
    return control instanceof HTMLInputElement ? control.value.replace(/\s+/g, ' ').trim() : plainText(control);
  }
  const label = control instanceof HTMLInputElement ? control.labels?.[0] : control;
  return label === undefined ? '' : plainText(label) || (label.getAttribute('aria-label') ?? '');
}

const isOff = (control: Element): boolean =>
  control.matches(':disabled, [aria-disabled=true], :checked, [aria-checked=true]');

/** The heading that a control stands under, of those in a part of the page. */
function headingOver(control: Element, part: Element): Element | null {
  const over = allIn(part, headings).filter(
    (heading) => (heading.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return over.at(-1) ?? null;
}

/** Words that tell what a control is for: those of the part of the page that it closes, up to the next heading. */
function isUnderTwoFactor(control: Element): boolean {
  let around = aroundOf(control);
  for (let level = 0; level < LEVELS && around !== null && around !== control.ownerDocument.body; level += 1) {
    const text = plainText(around);
    if (text.length > LONGEST_AROUND) return false;
    const heading = headingOver(control, around);
    // Beyond its own heading other parts of the page begin, which say nothing about it.
    if (heading !== null) {
      const title = fold(plainText(heading));
      if (otherWay.test(title) && !app.test(title)) return false;
      const isWhole = allIn(around, headings).length === 1;
      return twoFactor.test(title) || app.test(title) || (isWhole && twoFactor.test(fold(text)));
    }
    if (twoFactor.test(fold(text))) return true;
    around = aroundOf(around);
  }
  return false;
}

type Named = { readonly control: Element; readonly words: string; readonly folded: string };

/** Whether a control seems to lead to the code of an app. */
function leads({ control, folded }: Named): boolean {
  if (isOff(control) || ends.test(folded) || otherWay.test(folded)) return false;
  const namesApp = app.test(folded);
  const namesIt = namesApp || twoFactor.test(folded);
  if (control.matches(switches)) return namesIt && starts.test(folded);
  if (!starts.test(folded) && !onlyAdds.test(folded) && !(namesIt && adds.test(folded))) {
    // A choice of ways names the app alone; a link of that name may lead anywhere.
    if (!namesApp || !control.matches(buttons)) return false;
  }
  return namesIt || isUnderTwoFactor(control);
}

const endsTwoFactor = ({ control, folded }: Named): boolean =>
  ends.test(folded) &&
  !otherWay.test(folded) &&
  (app.test(folded) || twoFactor.test(folded) || isUnderTwoFactor(control));

/**
 * The words of the button that seems to lead to the code of an enrolment: of a dialog that is open, else the one that names the
 * app, else the first of the page. A wrong one is worse than none, so words that stand on two different buttons count for none.
 * @returns at most 48 characters as the page wrote them; null where there is none
 */
export function readSetupButton(page: Document): string | null {
  const shown: Named[] = Array.from(page.querySelectorAll(pressed))
    .slice(0, MOST_SEEN)
    .map((control) => ({ control, words: wordsOf(control) }))
    .filter(({ control, words }) => words !== '' && words.length <= LONGEST_WORDS && isShown(control))
    .map((named) => ({ ...named, folded: fold(named.words) }));
  const leading = shown.filter(leads);
  const inDialog = leading.find(({ control }) => control.closest(dialogs) !== null);
  if (inDialog === undefined && shown.some(endsTwoFactor)) return null;
  const chosen = inDialog ?? leading.find(({ folded }) => app.test(folded)) ?? leading[0];
  if (chosen === undefined) return null;
  const isClear = shown.every((other) => other.words !== chosen.words || leading.includes(other));
  return isClear || chosen === inDialog ? chosen.words : null;
}
