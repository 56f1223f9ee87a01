import { splitName } from '../../../lib/page/detect/names.ts';
import { oneTimePhrases } from '../../../lib/page/detect/one-time-words.ts';
import { addressedPhrases, channelPhrases, receivedPhrases, sentPhrases } from '../../../lib/page/detect/sent-words.ts';
import {
  appPhrases,
  bareCodePhrases,
  codePhrases,
  digitPhrases,
  twoFactorPhrases,
} from '../../../lib/page/detect/two-factor-words.ts';
import {
  enrolmentPhrases,
  identityPhrases,
  otherPhrases,
  reservePhrases,
  spendPhrases,
} from '../../../lib/page/detect/veto-words.ts';
import { anyOf, fold, phrasesOf } from '../../../lib/page/detect/words.ts';
import type { PageFacts } from '../fields/page-facts.ts';

const tables = {
  oneTimePhrases,
  twoFactorPhrases,
  codePhrases,
  digitPhrases,
  bareCodePhrases,
  appPhrases,
  sentPhrases,
  receivedPhrases,
  channelPhrases,
  addressedPhrases,
  reservePhrases,
  otherPhrases,
  enrolmentPhrases,
  identityPhrases,
  spendPhrases,
};

/** A phrase of the tables, and the applications on whose pages it stands. */
export type Support = { readonly table: string; readonly phrase: string; readonly apps: ReadonlySet<string> };

const machineNames = ['name', 'id', 'class', 'testid'] as const;

/** All that the detector may read on a page, as the tables are written. */
function textOf(page: PageFacts): string {
  const words = [page.title ?? '', ...page.headings, page.form?.submit ?? ''];
  const names = [page.form?.id ?? '', page.form?.action ?? ''];
  for (const field of page.fields) {
    words.push(field.label ?? '', field.ariaLabel ?? '', String(field.placeholder ?? ''), String(field.title ?? ''));
    names.push(...machineNames.map((name) => String(field[name] ?? '')));
  }
  // A bar keeps two texts from making a phrase together.
  return [...words.map(fold), ...names.map(splitName)].join(' | ');
}

/** Which applications' pages hold each phrase. */
export function supportOf(pages: readonly PageFacts[]): Support[] {
  const texts = pages.map((page) => ({ app: page.app, text: textOf(page) }));
  return Object.entries(tables).flatMap(([table, of]) =>
    [...new Set(phrasesOf(of))].map((phrase) => {
      const pattern = anyOf({ phrase });
      return { table, phrase, apps: new Set(texts.filter(({ text }) => pattern.test(text)).map(({ app }) => app)) };
    }),
  );
}
