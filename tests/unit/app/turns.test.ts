import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../lib/app/turns.ts';

/** Turns, and acts that end when they are told to; `began` has those that have begun. */
function makeTurns() {
  const turns = createTurns<string>();
  const began: string[] = [];
  const act = (name: string) => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const run = (): Promise<string> => {
      began.push(name);
      return promise;
    };
    return { run, end: () => resolve(name), fail: () => reject(new Error(name)) };
  };
  return { turns, began, act };
}
const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('acts for one key', () => {
  it('wait for those before where they are to come after them, also for one that fails, and for no other key', async () => {
    const { turns, began, act } = makeTurns();
    const [first, second, third, other] = [act('first'), act('second'), act('third'), act('other')];
    const failed = turns.after('a', first.run).catch(() => 'failed');
    const [later, last] = [turns.after('a', second.run), turns.after('a', third.run)];
    void turns.after('b', other.run);
    await aTurn();
    expect(began).toEqual(['first', 'other']);
    first.fail();
    expect(await failed).toBe('failed');
    await aTurn();
    expect(began).toEqual(['first', 'other', 'second']);
    second.end();
    expect(await later).toBe('second');
    third.end();
    expect(await last).toBe('third');
  });

  it('begin at once where they need not wait, and are waited for together', async () => {
    const { turns, began, act } = makeTurns();
    const [first, second] = [act('first'), act('second')];
    void turns.during('a', first.run);
    void turns.during('a', second.run);
    expect(began).toEqual(['first', 'second']);
    let isSettled = false;
    const settled = turns.settled('a').then(() => {
      isSettled = true;
    });
    second.end();
    await aTurn();
    expect(isSettled).toBe(false);
    first.end();
    await settled;
  });

  it('are under way until the last of them has ended', async () => {
    const { turns, act } = makeTurns();
    const [first, second] = [act('first'), act('second')];
    expect(turns.isAny()).toBe(false);
    const [one, two] = [turns.during('a', first.run), turns.after('a', second.run)];
    first.end();
    await one;
    expect(turns.isAny()).toBe(true);
    second.end();
    await two;
    expect(turns.isAny()).toBe(false);
  });
});
