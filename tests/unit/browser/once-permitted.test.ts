import { describe, expect, it } from 'vitest';
import { oncePermitted } from '../../../lib/browser/once-permitted.ts';

/** Answers attempts in turn; those after the last one are rejected too. */
function attempts(...answers: readonly (readonly string[] | 'rejected')[]) {
  const begun: number[] = [];
  const attempt = async (): Promise<readonly string[]> => {
    const answer = answers[begun.length] ?? 'rejected';
    begun.push(performance.now());
    if (answer === 'rejected') throw new Error('Cannot access contents of the page');
    return answer;
  };
  return { begun, attempt };
}

describe('what the grant of a press allows', () => {
  it('is tried once where it is allowed at once', async () => {
    const { begun, attempt } = attempts(['done']);
    expect(await oncePermitted(attempt)).toEqual(['done']);
    expect(begun).toHaveLength(1);
  });

  it('is tried again where the grant comes a little later than the press', async () => {
    const { begun, attempt } = attempts('rejected', 'rejected', ['done']);
    expect(await oncePermitted(attempt)).toEqual(['done']);
    expect(begun).toHaveLength(3);
  });

  it('is not tried again where a busy page gave nothing in its time', async () => {
    const { begun, attempt } = attempts([], ['done']);
    expect(await oncePermitted(attempt)).toEqual([]);
    expect(begun).toHaveLength(1);
  });

  it('is rejected where no grant comes, right after the last of four tries', async () => {
    const { begun, attempt } = attempts();
    await expect(oncePermitted(attempt)).rejects.toThrow('Cannot access');
    expect(begun).toHaveLength(4);
    // Not one more wait for nothing: the rejection came with the last try.
    expect(performance.now() - (begun.at(-1) ?? 0)).toBeLessThan(100);
  });
});
