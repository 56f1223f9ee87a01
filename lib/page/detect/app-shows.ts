import { appPhrases, bareCodePhrases, codePhrases, digitPhrases } from './two-factor-words.ts';
import { anyOf } from './words.ts';

const everyApp = new RegExp(anyOf(appPhrases).source, 'gu');
const code = anyOf(codePhrases, bareCodePhrases, digitPhrases);

// "Enter the code that is shown in the app on your phone": a clause, not a page.
const NEAR = 48;

/** Whether folded text speaks of a code, or of digits, and of an app in one breath: whatever a page calls it, an app makes it. */
export const appShowsCode = (text: string): boolean =>
  [...text.matchAll(everyApp)].some(({ 0: app, index }) =>
    code.test(`${text.slice(Math.max(0, index - NEAR), index)} | ${text.slice(index + app.length).slice(0, NEAR)}`),
  );
