import { afterAll, expect, it, vi } from 'vitest';
import { createOutcomeAgent } from '../../../../lib/page/outcome/outcome-agent.ts';

// An agent lives as long as its page; what these still wait for must not outlive the test's.
const timers = vi.spyOn(globalThis, 'setTimeout');
afterAll(() => {
  vi.stubGlobal('setTimeout', () => 0);
  for (const { value } of timers.mock.results) clearTimeout(value);
});

const follow = (tell: () => void) => createOutcomeAgent(window, () => false, tell).follow();

it('tells of an acceptance before the page can lead on, and of an error once the page rests', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  document.body.innerHTML = '<div id="answer"></div>';
  const tell = vi.fn();
  follow(tell);
  const answer = document.querySelector('#answer');
  answer?.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'Two-factor is now enabled.' }));
  await vi.advanceTimersByTimeAsync(1);
  expect(tell).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tell).toHaveBeenCalledTimes(1);
  if (answer !== null) answer.innerHTML = '<p class="alert">The code is invalid.</p>';
  await vi.advanceTimersByTimeAsync(1);
  expect(tell).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(tell).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

it('tells of an answer once, on a page that never comes to rest, and gives no text with it', async () => {
  document.body.innerHTML = '<p id="clock">0</p><div id="answer"></div>';
  const told: unknown[][] = [];
  const agent = createOutcomeAgent(
    window,
    () => false,
    (...given: unknown[]) => void told.push(given),
  );
  agent.follow();
  let ticks = 0;
  const clock = setInterval(() => {
    ticks += 1;
    document.querySelector('#clock')?.replaceChildren(String(ticks));
  }, 20);
  const answer = document.querySelector('#answer');
  if (answer !== null) answer.innerHTML = '<div role="status">Two-factor authentication is now enabled.</div>';
  await expect.poll(() => told.length).toBe(1);
  const before = ticks;
  await expect.poll(() => ticks).toBeGreaterThan(before + 15);
  clearInterval(clock);
  expect(told).toEqual([[]]);
  expect(agent.read().said).toEqual({ what: 'on', quote: 'Two-factor authentication is now enabled.' });
  agent.follow();
  expect(agent.read().said).toBeNull();
});
