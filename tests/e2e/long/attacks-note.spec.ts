import { beforeAll, describe, expect, it } from 'vitest';
import { atAttackedSite, codeBox } from '../../support/e2e/at-attacked-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { heardSince, noteHeard } from '../../support/e2e/heard-messages.ts';
import { codeIn } from '../../support/e2e/in-page-world.ts';
import { injectedSince, noteInjected } from '../../support/e2e/injected-scripts.ts';
import { attacking, noteAttacks } from '../../support/e2e/note-attacks.ts';
import { notesOnPage } from '../../support/e2e/page-note.ts';
import { sayFromPage } from '../../support/e2e/say-from-page.ts';

const page = `${codeBox}<button id="lure" type="button" style="position: fixed; inset: 0; z-index: 9">Play</button>
  <script>
    let presses = 0;
    addEventListener('click', () => { document.body.dataset.presses = String(++presses); }, { capture: true });
    document.querySelector('#lure').addEventListener('click', ({ currentTarget }) => { currentTarget.dataset.lured = ''; });
  </script>`;

/** Has the agent that a fill left say something, as the background does after one. */
const saying = `(async () => {
  const { scripting, tabs } = globalThis.browser ?? chrome;
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  const target = { tabId: tab.id };
  await scripting.executeScript({ target, files: ['/detector.js', '/fill.js'] });
  await scripting.executeScript({ target, func: () => globalThis.doorcodePage.note('Now press Submit') });
  return true;
})()`;

describe.each(browsers)('in %s, a press on the note of a page', (name) => {
  const at = atAttackedSite(name, () => ({ '/': { body: page } }));

  beforeAll(() => at.page.setViewport({ width: 900, height: 600 }));

  it.each(Object.keys(noteAttacks))('reaches the page alone, and nobody of ours, where the page %s', async (what) => {
    await at.open('/');
    await at.browser.evaluateInBackground(saying);
    expect(await notesOnPage(at.browser)).toEqual(['Now press Submit']);
    await noteHeard(at.browser);
    await noteInjected(at.browser);
    const middle = await at.page.evaluate(attacking(noteAttacks[what] ?? ''));
    const [x = 0, y = 0] = Array.isArray(middle) ? middle.map(Number) : [];
    expect(x * y).toBeGreaterThan(0);
    for (const press of ['mouse', 'mouse', 'Enter'] as const)
      await (press === 'mouse' ? at.page.mouse.click(x, y) : at.page.keyboard.press(press));
    // It lets a press through to what lies under it, unless the page makes it a part of its own.
    const took = what === 'has it take presses' ? undefined : '';
    expect(await at.page.$eval('#lure', (lure) => lure.getAttribute('data-lured') ?? undefined)).toBe(took);
    expect(await at.page.$eval('body', ({ dataset }) => Number(dataset.presses))).toBeGreaterThanOrEqual(2);
    expect(await heardSince(at.browser)).toEqual([]);
    expect(await injectedSince(at.browser)).toEqual([]);
    expect(await codeIn(at.browser)).toBe('');
  });

  it('would be heard where somebody of ours spoke', async () => {
    await noteHeard(at.browser);
    await sayFromPage(at.browser, [{ kind: 'challenge-seen' }]);
    expect(await heardSince(at.browser)).toContain('onMessage challenge-seen');
  });
});
