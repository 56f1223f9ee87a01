import { expect, it } from 'vitest';
import { decodeOutcome } from '../../../lib/app/page-outcome.ts';

const answer = {
  origin: 'https://a.example',
  said: null,
  backupCodes: [],
  backupQuote: '',
  asks: false,
  proofAsked: false,
};

it('takes an answer as it is, with the document that the browser names', () => {
  const said = { what: 'on', quote: 'Now enabled.' };
  expect(decodeOutcome({ ...answer, said, backupCodes: ['ABCD-EFGH'] }, 'D1')).toEqual({
    ...answer,
    said,
    backupCodes: ['ABCD-EFGH'],
    documentId: 'D1',
  });
});

it('cuts long sentences', () => {
  const long = 'x'.repeat(11_000_000);
  const decoded = decodeOutcome({ ...answer, said: { what: 'off', quote: long }, backupQuote: long }, 'D1');
  expect(decoded?.said?.quote).toHaveLength(200);
  expect(decoded?.backupQuote).toHaveLength(200);
});

it.each([
  null,
  'text',
  {},
  { ...answer, origin: 1 },
  { ...answer, asks: 'no' },
  { ...answer, proofAsked: undefined },
  { ...answer, said: { what: 'deleted', quote: '' } },
  { ...answer, said: { what: 'on' } },
  { ...answer, backupCodes: 'ABCD' },
  { ...answer, backupCodes: [1] },
  { ...answer, backupCodes: ['A\u202eB'] },
  { ...answer, backupCodes: ['A\nB'] },
  { ...answer, backupCodes: ['x'.repeat(65)] },
  { ...answer, backupCodes: new Array(17).fill('ABCD-EFGH') },
])('takes nothing from %j', (value) => {
  expect(decodeOutcome(value, 'D1')).toBeNull();
});
