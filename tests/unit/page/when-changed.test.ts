import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenChanged } from '../../../lib/page/when-changed.ts';

let end = () => {};
let looks: number[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  looks = [];
  const startMs = performance.now();
  end = whenChanged(document, { attributes: ['class'] }, () => looks.push(performance.now() - startMs));
});

afterEach(() => {
  end();
  vi.useRealTimers();
  document.body.innerHTML = '';
});

/** Changes the page, and lets time pass after it. */
async function change(ms: number): Promise<void> {
  document.body.append(document.createElement('p'));
  await vi.advanceTimersByTimeAsync(ms);
}

it('looks soon after a single change', async () => {
  await change(1_000);
  expect(looks).toEqual([40]);
});

it('waits until a page that draws in steps has come to rest', async () => {
  await change(30);
  await change(30);
  await change(1_000);
  expect(looks).toEqual([100]);
});

it('looks at a page that does not come to rest, and not more often than once in a moment', async () => {
  for (let step = 0; step < 60; step += 1) await change(10);
  expect(looks).toEqual([150, 300, 450, 600].filter((ms) => ms <= (looks.at(-1) ?? 0)));
  expect(looks.length).toBeGreaterThanOrEqual(3);
});

it('looks at changes that follow a look no sooner than a moment after it', async () => {
  await change(50);
  await change(1_000);
  expect(looks).toEqual([40, 190]);
});

it('does not look any more once it was ended', async () => {
  await change(10);
  end();
  await change(1_000);
  expect(looks).toEqual([]);
});
