import { expect, it } from 'vitest';
import { createOutcomeAgent } from '../../../../lib/page/outcome/outcome-agent.ts';

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
