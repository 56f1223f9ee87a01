import { isEditable, visibleInputs } from '../detect/boxes.ts';
import { mediumName, reserveForm, strongName, weakName } from '../detect/names.ts';
import { oneTimePhrases } from '../detect/one-time-words.ts';
import { ownWords } from '../detect/own-words.ts';
import { bareCodePhrases, codePhrases, twoFactorPhrases } from '../detect/two-factor-words.ts';
import { reservePhrases } from '../detect/veto-words.ts';
import { measureLayout } from '../detect/visible.ts';
import { anyOf } from '../detect/words.ts';

const someCode = anyOf(twoFactorPhrases, oneTimePhrases, codePhrases, bareCodePhrases, reservePhrases);
const names = [strongName, mediumName, weakName, reserveForm, /captcha|verif/];

/**
 * Whether a page still asks who is there: a box waits for a password, for a backup code, or for any code at all.
 * Which code does not matter, nor whether one of ours belongs there: such a page says nothing of the login being over.
 */
export function asksForProof(page: Document): boolean {
  return visibleInputs(page, measureLayout).some((input) => {
    if (!isEditable(input)) return false;
    if (input.type === 'password' || /one-time-code/i.test(input.autocomplete)) return true;
    const own = ownWords(input);
    return names.some((name) => name.test(own.names)) || someCode.test(own.words);
  });
}
