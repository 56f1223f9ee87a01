import type { PhraseTable } from '../detect/words.ts';

/**
 * What opens a clause on what may come, or on what is to be done then: "once it has been enabled".
 * Words that are pronouns in a neighbouring language (*si*, *se*) stand here with their next word.
 */
export const conditionPhrases: PhraseTable = {
  en: ['if', 'when', 'whenever', 'once', 'after', 'as soon as', 'in case', 'unless'],
  de: ['wenn', 'falls', 'sobald', 'nachdem', 'sofern'],
  fr: ['si le', 'si la', 'si votre', 'si vous', 'lorsque', 'quand', 'une fois', 'dès que', 'après'],
  es: ['si el', 'si la', 'si su', 'si tu', 'cuando', 'una vez', 'después'],
  pt: ['se o', 'se você', 'caso', 'quando', 'uma vez', 'assim que', 'após', 'depois'],
  it: ['se il', 'se la', 'quando', 'una volta', 'dopo', 'non appena'],
  nl: ['als', 'wanneer', 'zodra', 'nadat', 'indien'],
  pl: ['jeśli', 'jeżeli', 'gdy', 'kiedy'],
  ru: ['если', 'когда', 'после', 'как только'],
  tr: ['eğer'],
  ar: ['إذا', 'عندما', 'بعد'],
  ja: ['もし'],
  zh: ['如果', '一旦', '若'],
};
