import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { falseAlarmsOn } from '../../../score/alarms/judge-page.ts';
import type { PageFacts } from '../../../score/fields/page-facts.ts';

const unseen: PageFacts[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../fixtures/pages/unseen-pages.json'), 'utf8'),
);

const page = (part: Partial<PageFacts>): PageFacts => ({
  id: 'a',
  app: 'an app',
  lang: 'en',
  kind: 'login',
  title: null,
  headings: [],
  form: null,
  fields: [],
  otp: null,
  ...part,
});
const alarmsOn = (part: Partial<PageFacts>) => falseAlarmsOn(page(part)).map(({ alarm }) => alarm);
const codes = ['Your backup code is', '4KQ7ZP2M9XTR6WBC'];

it('there is none on the pages of many applications, when a filled code led to them', () => {
  const alarms = unseen.flatMap((one) => falseAlarmsOn(one).map(({ alarm, why }) => `${one.id}: ${alarm} ${why}`));
  expect(unseen.length).toBeGreaterThan(100);
  expect(alarms).toEqual([]);
});

it.each<[string, Partial<PageFacts>, string]>([
  ['a backup code', { headings: codes, kind: 'coupon' }, 'backup-codes-offered'],
  ['words of acceptance', { headings: ['Two-factor authentication is now enabled.'], kind: 'search' }, 'accepted'],
  ['a login that nothing on it is seen to go on with', {}, 'accepted'],
])('the measurement hears %s', (_, part, alarm) => {
  expect(alarmsOn(part)).toEqual([alarm]);
});

it('counts a backup code for none where the page is said to show one, and for one where the next page shows it', () => {
  expect(alarmsOn({ headings: codes, kind: 'enroll-no-verify', backup: { when: 'before' } })).toEqual([]);
  expect(alarmsOn({ headings: codes, kind: 'enroll-no-verify', backup: { when: 'after' } })).toEqual([
    'backup-codes-offered',
  ]);
});
