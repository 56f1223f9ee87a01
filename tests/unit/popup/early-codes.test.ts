import { expect, it } from 'vitest';
import { answeredEarly, FIRST_CODES, firstRequest, onceBegun } from '../../../lib/browser/early-codes.ts';

const later = async () => 'asked later';

it('gives the answer asked for early to the popup, once', async () => {
  const send = answeredEarly(later, Promise.resolve('asked early'));
  expect(await send(firstRequest(1))).toBe('asked early');
  expect(await send(firstRequest(1))).toBe('asked later');
});

it('asks anew for anything else, and the early answer is too old after that', async () => {
  const send = answeredEarly(later, Promise.resolve('asked early'));
  expect(await send({ kind: 'list-entries', tabId: 1, most: FIRST_CODES + 1 })).toBe('asked later');
  expect(await send(firstRequest(1))).toBe('asked later');
});

it('asks where nothing was asked early', async () => {
  expect(await answeredEarly(later, null)(firstRequest(1))).toBe('asked later');
});

it('gives a scan that was begun early to the first reading of the page, and none to the next', () => {
  const read = onceBegun('begun', (begun) => begun ?? 'anew');
  expect([read(), read()]).toEqual(['begun', 'anew']);
  expect(onceBegun(null, (begun) => begun ?? 'anew')()).toBe('anew');
});
