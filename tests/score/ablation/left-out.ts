import type { Replacements } from '../fields/bundle.ts';

/** What a run leaves out, in words for the table. */
export type LeftOut = {
  readonly part: string;
  readonly what: string;
  readonly replacements: Replacements;
  readonly stranger?: boolean;
};

// A table needs a word, or its pattern would match everywhere.
const noWords = "{ none: '\\u0000' }";
const never = '/(?!)/';

/** Leaves out one export of one module below `lib/page/detect`. */
const instead = (part: string, what: string, file: string, name: string, script: string): LeftOut => ({
  part,
  what,
  replacements: { [`page/detect/${file}.ts`]: { [name]: script } },
});
const family = (name: string, what: string): LeftOut =>
  instead('Evidence', what, 'families', 'families', `{ ...real.families, ${name}: () => 0 }`);
const doubt = (name: string, what: string): LeftOut =>
  instead('Doubts', what, 'doubts', 'doubts', `{ ...real.doubts, ${name}: () => 0 }`);
const declaredDoubt = (name: string, what: string): LeftOut =>
  instead('Doubts', what, 'doubts', 'declaredDoubts', `{ ...real.declaredDoubts, ${name}: () => 0 }`);
const table = (part: string, file: string, name: string, what: string): LeftOut =>
  instead(part, what, file, name, noWords);
const otherWords = (name: string, what: string): LeftOut =>
  instead('Vetoes', what, 'veto-words', 'otherPhrases', `{ ...real.otherPhrases, ${name}: '\\u0000' }`);
const pattern = (part: string, file: string, name: string, what: string): LeftOut =>
  instead(part, what, file, name, never);
const threshold = (score: number): LeftOut =>
  instead('Threshold', `found from ${score} points`, 'thresholds', 'FOUND_SCORE', String(score));

// What is no English and no name of a machine, in every table.
const english = (name: string): string =>
  `Object.fromEntries(Object.entries(real.${name}).filter(([key]) => ['names', 'en', 'makers'].includes(key)).concat([['none', '\\u0000']]))`;

/** All that the ablation leaves out, one at a time. */
export const leftOut: readonly LeftOut[] = [
  family('autocomplete', '`autocomplete`'),
  family('name', 'names and ids'),
  family('words', 'label, placeholder, title'),
  family('context', 'heading, sentences, form'),
  family('shape', 'looks: length, digits, rows'),
  family('anchor', 'points for standing after the QR code'),
  instead('Evidence', 'the QR code as anchor altogether', 'order', 'isAfter', '() => false'),
  pattern('Names', 'names', 'strongName', "an authenticator's names"),
  pattern('Names', 'names', 'mediumName', "a code's names"),
  pattern('Names', 'names', 'weakName', 'weak names never count'),
  { part: 'Names', what: 'no account of this site: weak names need words', replacements: {}, stranger: true },
  table('Words', 'two-factor-words', 'twoFactorPhrases', 'words of two-factor login'),
  table('Words', 'one-time-words', 'oneTimePhrases', 'codes for one use'),
  table('Words', 'two-factor-words', 'codePhrases', 'words of codes'),
  table('Words', 'two-factor-words', 'bareCodePhrases', 'the bare word for a code'),
  table('Words', 'two-factor-words', 'appPhrases', 'words of apps'),
  instead('Words', 'a code and an app in one breath', 'app-shows', 'appShowsCode', '() => false'),
  {
    part: 'Words',
    what: 'every language but English, evidence only',
    replacements: {
      'page/detect/two-factor-words.ts': {
        twoFactorPhrases: english('twoFactorPhrases'),
        codePhrases: english('codePhrases'),
        appPhrases: english('appPhrases'),
        bareCodePhrases: "{ latin: 'code|codes|token|pin|key' }",
      },
      'page/detect/one-time-words.ts': { oneTimePhrases: english('oneTimePhrases') },
    },
  },
  instead('Rows', 'rows of short boxes', 'groups', 'groupsOf', '() => []'),
  instead('Sight', 'whether a box can be seen', 'visible', 'isVisible', '() => true'),
  instead('Vetoes', 'all vetoes', 'veto', 'vetoOf', '() => null'),
  table('Vetoes', 'veto-words', 'reservePhrases', 'backup codes'),
  pattern('Vetoes', 'names', 'reserveForm', "a backup code's form"),
  otherWords('captcha', 'captchas'),
  otherWords('price', 'coupons and gifts'),
  otherWords('address', 'postal and country codes'),
  otherWords('card', 'cards and banks'),
  otherWords('domain', 'domain transfers'),
  otherWords('search', 'search'),
  otherWords('order', 'orders'),
  otherWords('parcel', 'parcels, lockers and doors'),
  otherWords('screen', 'codes on a screen'),
  otherWords('amount', 'amounts and dates'),
  otherWords('question', 'security questions'),
  otherWords('invitation', 'invitations'),
  otherWords('elsewhere', 'codes of other devices and rooms'),
  otherWords('licence', 'licences'),
  otherWords('developer', "developers' tokens"),
  table('Vetoes', 'veto-words', 'enrolmentPhrases', 'the key and the name of the device'),
  table('Vetoes', 'veto-words', 'identityPhrases', 'who somebody is, and passwords'),
  pattern('Vetoes', 'names', 'settingName', 'settings about codes'),
  pattern('Vetoes', 'names', 'forbiddenName', 'short names of other things'),
  pattern('Vetoes', 'purposes', 'otherPurpose', '`autocomplete` of cards, addresses, passwords'),
  pattern('Vetoes', 'purposes', 'peoplePurpose', '`autocomplete` of people'),
  doubt('crowded', 'crowded forms'),
  doubt('besideCard', 'forms that ask for a card'),
  doubt('newcomer', 'forms that choose a password'),
  doubt('beside', 'another code spoken of beside two-factor login'),
  doubt('reserve', 'a backup code spoken of near'),
  doubt('masked', 'masked boxes without words of two-factor login'),
  doubt('vague', 'no word of two-factor login'),
  doubt('spent', 'a button that spends'),
  declaredDoubt('elsewhere', 'another device, a coupon or an invitation spoken of near'),
  instead('Doubts', 'one-time codes of parcels, coupons and devices', 'doubts', 'isForeign', '() => false'),
  instead('Doubts', 'boxes too short for a code', 'doubts', 'isTooShort', '() => false'),
  instead('Sent codes', 'sent codes altogether', 'sent', 'isSent', '() => false'),
  table('Sent codes', 'sent-words', 'sentPhrases', '"we sent"'),
  table('Sent codes', 'sent-words', 'receivedPhrases', '"you received"'),
  table('Sent codes', 'sent-words', 'addressedPhrases', 'an inbox, a phone number, "send again"'),
  table('Sent codes', 'sent-words', 'channelPhrases', 'SMS or e-mail in its own words'),
  pattern('Sent codes', 'masked', 'masked', 'numbers with their middle crossed out'),
  threshold(3),
  threshold(5),
  threshold(6),
];
