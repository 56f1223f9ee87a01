import { type Decoders, ofTab } from './decoder.ts';
import { decodeManualForm, isChoice, isCount, isReplaced, isText, isTexts } from './fields.ts';

/** What is found and added: on a page, from a phone, in a picture, or as typed. */
export const findingDecoders = {
  opened: ofTab('opened'),
  'found-texts': ({ tabId, from, texts, shownKeys, screenshot }) =>
    isCount(tabId) &&
    (from === null || isText(from)) &&
    isTexts(texts) &&
    isTexts(shownKeys) &&
    typeof screenshot === 'boolean'
      ? { kind: 'found-texts', tabId, from, texts, shownKeys, screenshot }
      : null,
  'list-found': ofTab('list-found'),
  'add-found': ({ tabId, shown, index, choice, replaces }) =>
    isCount(tabId) && isText(shown, 64) && isCount(index) && isChoice(choice) && isReplaced(replaces, choice)
      ? { kind: 'add-found', tabId, shown, index, choice, replaces }
      : null,
  'fill-added': ofTab('fill-added'),
  'add-moved': ({ tabId, shown }) => (isCount(tabId) && isText(shown, 64) ? { kind: 'add-moved', tabId, shown } : null),
  'dismiss-found': ofTab('dismiss-found'),
  'phone-texts': ({ tabId, texts }) =>
    isCount(tabId) && isTexts(texts) ? { kind: 'phone-texts', tabId, texts } : null,
  'list-phone': ofTab('list-phone'),
  'add-phone': ({ tabId, index, choice, replaces }) =>
    isCount(tabId) && isCount(index) && isChoice(choice) && isReplaced(replaces, choice)
      ? { kind: 'add-phone', tabId, index, choice, replaces }
      : null,
  'add-all-phone': ofTab('add-all-phone'),
  'forget-phone': ofTab('forget-phone'),
  'take-area': ofTab('take-area'),
  'give-area': ofTab('give-area'),
  'drop-area': ofTab('drop-area'),
  'add-manual': ({ form }) => {
    const decoded = decodeManualForm(form);
    return decoded === null ? null : { kind: 'add-manual', form: decoded };
  },
} satisfies Decoders;
