import { keyLinks } from '../setup-links.ts';
import { allIn } from './by-prototype.ts';
import { manualKeysOf } from './collect/page-texts.ts';
import { seenText } from './detect/context.ts';
import { saysTwoFactor } from './detect/families.ts';
import { scanPhrases } from './detect/scan-words.ts';
import { isSeen, type Measure, measureLayout } from './detect/visible.ts';
import { anyOf, fold } from './detect/words.ts';
import { findCodeField } from './find-code-field.ts';
import { likelyCodes } from './likely-code.ts';
import { parentOf } from './shadow-tree.ts';

const ENOUGH_TEXT = 160;
const MOST_TEXT = 1_500;
// A page with more of them is a gallery.
const MOST_PICTURES = 6;

const scan = anyOf(scanPhrases);
const calledCode = /qr|barcode|otp|2fa|totp/i;

/** The nearest element around a picture that holds a sentence's worth of text, but not the whole of a long page. */
function surroundingsOf(picture: Element): { around: Element; text: string } {
  let [around, text] = [picture, ''];
  for (let up = parentOf(picture); up !== null && text.length < ENOUGH_TEXT; up = parentOf(up)) {
    const wider = seenText(up);
    if (wider.length > MOST_TEXT && text.trim() !== '') break;
    [around, text] = [up, wider];
  }
  return { around, text: fold(`${picture.ownerDocument.title} ${text.slice(0, MOST_TEXT)}`) };
}

const isCalledCode = (picture: Element): boolean =>
  ['alt', 'aria-label', 'title', 'class', 'id'].some((name) => calledCode.test(picture.getAttribute(name) ?? ''));

/**
 * Whether the page says that a picture is an enrolment's: that it is to be scanned, or a key to type instead; and that it is about
 * two-factor login, by words or by a box for the code after it.
 */
function isEnrolment(picture: Element, measure: Measure): boolean {
  const { around, text } = surroundingsOf(picture);
  const scanned = isCalledCode(picture) || scan.test(text);
  const key = manualKeysOf([around, ...allIn(around, '*')]).length > 0;
  if (!scanned && !key) return false;
  if (saysTwoFactor(text) || (scanned && key)) return true;
  // On request, as digits that were typed already make the page no other one.
  const finding = findCodeField(picture.ownerDocument, {
    mode: 'request',
    enrolledHere: true,
    anchor: picture,
    measure,
  });
  return finding.kind === 'found' && finding.purpose === 'enrolment';
}

/**
 * The links and pictures that a document presents as an enrolment's code. Only the DOM is
 * asked, the cheapest question first: no pixel is read.
 * @param measure where elements stand, for documents without layout
 */
export function enrolmentPictures(page: Document, measure: Measure = measureLayout): readonly Element[] {
  const links = Array.from(page.querySelectorAll(keyLinks)).filter((link) => isSeen(link, measure));
  const pictures = likelyCodes(page, MOST_PICTURES, measure).filter((picture) => isEnrolment(picture, measure));
  return [...links.slice(0, MOST_PICTURES), ...pictures];
}
