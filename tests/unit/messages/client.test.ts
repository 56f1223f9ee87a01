import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/messages/client.ts';

const answeredBy = (answer: unknown) => createClient(async () => answer)({ kind: 'lock' });
const noAnswer = { kind: 'failed', reason: 'no-answer' };

describe('a page that asks the background', () => {
  it('sends its request as it is, and gets the answer as it came', async () => {
    const sent: unknown[] = [];
    const answer = { kind: 'checked', result: 'right' };
    const ask = createClient(async (request) => {
      sent.push(request);
      return answer;
    });
    expect(await ask({ kind: 'fill', tabId: 3, entryId: 'e1' })).toBe(answer);
    expect(sent).toEqual([{ kind: 'fill', tabId: 3, entryId: 'e1' }]);
  });

  it('reads an ended background as no answer', async () => {
    const ask = createClient(() => Promise.reject(new Error('the port closed')));
    expect(await ask({ kind: 'lock' })).toEqual(noAnswer);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'done'],
    ['a function that carries a kind', Object.assign(() => null, { kind: 'done' })],
    ['an object without a kind', {}],
    ['an unknown kind', { kind: 'secrets' }],
    ['a kind of Object.prototype', { kind: 'constructor' }],
    ['a kind that only reads like one', { kind: ['done'] }],
  ])('reads %s as no answer', async (_name, answer) => {
    expect(await answeredBy(answer)).toEqual(noAnswer);
  });

  it('takes an answer that says nothing but its kind', async () => {
    expect(await answeredBy({ kind: 'done' })).toEqual({ kind: 'done' });
  });
});
