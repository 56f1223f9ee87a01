import type { FilledHere } from '../../../lib/app/filled-record.ts';
import { judgeOutcome } from '../../../lib/app/follow-up.ts';
import { decodeOutcome } from '../../../lib/app/page-outcome.ts';
import { createOutcomeAgent } from '../../../lib/page/outcome/outcome-agent.ts';
import { createAgent } from '../../../lib/page/page-agent.ts';
import type { PageFacts } from '../fields/page-facts.ts';
import { renderPage } from '../fields/render-page.ts';

/** What would wrongly be believed of a page that a filled code led to. */
export type Alarm = 'backup-codes-offered' | 'switched-off' | 'accepted' | 'refused';

/** An alarm with the sentence of the page that it rests on, or why there is none. */
export type FalseAlarm = { readonly alarm: Alarm; readonly why: string };

const ORIGIN = 'https://portal.example';

// Where the site still asks who is there; whoever came to any other page is past the login.
const withinLogin: readonly string[] = [
  'login',
  'login-challenge',
  'sms-code',
  'backup-code',
  'captcha',
  'security-question',
];

/** Whether the facts say that backup codes stand on this very page; most applications show them on the page after it. */
const showsBackupCodes = ({ backup }: PageFacts): boolean => backup !== undefined && backup.when !== 'after';

const filledFor = (purpose: FilledHere['purpose']): FilledHere => ({
  purpose,
  code: '000000',
  origin: ORIGIN,
  documentId: 'the document before',
  isTop: true,
  life: null,
  entryId: 'an account',
});

/**
 * Reads a page as the extension does after a fill, and judges what comes of it. It takes the place of the global document.
 * The strictest case: all that the page says counts as news, and any backup code as one of an account here.
 * @param page facts of a page that neither accepts nor refuses a code, nor switches two-factor login off
 */
export function falseAlarmsOn(page: PageFacts): readonly FalseAlarm[] {
  const drawn = new DOMParser().parseFromString(renderPage(page), 'text/html');
  document.documentElement.innerHTML = drawn.documentElement.innerHTML;
  // A document without a browser leaves a declared shadow tree in its template.
  for (const template of document.querySelectorAll<HTMLTemplateElement>('template[shadowrootmode]'))
    template.parentElement?.attachShadow({ mode: 'open' }).append(template.content);
  const agent = createAgent(window);
  const asks = () => agent.look({ mode: 'automatic', enrolledHere: true, besideCode: false }).box !== 'none';
  const outcome = createOutcomeAgent(window, asks, () => {});
  // A document without a browser has no origin.
  const seen = decodeOutcome({ ...outcome.read(), origin: ORIGIN }, 'this document');
  if (seen === null) throw new Error(`the reader's own answer on ${page.id} was not decoded`);
  const alarms: FalseAlarm[] = [];
  const quote = seen.said?.quote ?? '';
  if (seen.backupCodes.length > 0 && !showsBackupCodes(page))
    alarms.push({ alarm: 'backup-codes-offered', why: `${seen.backupCodes.join(' ')} after "${seen.backupQuote}"` });
  if (seen.said?.what === 'off') alarms.push({ alarm: 'switched-off', why: quote });
  if (seen.said?.what === 'refused') alarms.push({ alarm: 'refused', why: quote });
  if (seen.said?.what === 'on') alarms.push({ alarm: 'accepted', why: quote });
  else if (withinLogin.includes(page.kind) && judgeOutcome(filledFor('challenge'), seen) === 'accepted')
    alarms.push({ alarm: 'accepted', why: 'nothing on it was seen to ask who is there' });
  return alarms;
}
