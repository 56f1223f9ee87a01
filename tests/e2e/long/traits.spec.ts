import { describe, expect, it } from 'vitest';
import { boxes, never, type Trait } from '../../fixtures/traits/traits.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { enginePage } from '../../support/e2e/engine-page.ts';

// One page for each trait, with real layout; what is filled by itself there.
describe.each(browsers)('in %s,', (name) => {
  const at = enginePage(name);

  /** Draws the page, lends it the engine, fills by itself or as a press does; the ids of the boxes that hold something else than before. Throws where there is none. */
  async function filledIn(trait: Trait, mode: 'automatic' | 'request' = 'automatic'): Promise<unknown> {
    const { markup, script = '', enrolment, code = '012345' } = trait;
    await at.page.goto('about:blank');
    await at.page.setContent(`<!doctype html><title>Account</title><body>${markup}</body>`);
    const order = { mode, enrolledHere: true, besideCode: enrolment === true, code };
    return at.page.evaluate(`(async () => {
      ${script}
      ${at.engine}
      const inner = (element) => element.shadowRoot ?? Reflect.get(element, 'openOrClosedShadowRoot') ?? null;
      const found = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        [...(element.matches('input, textarea') ? [element] : []), ...(inner(element) === null ? [] : found(inner(element)))]);
      const before = new Map(found(document).map((box) => [box, box.value]));
      if (before.size === 0) throw new Error('no box is on the page');
      await engine.createAgent(window, () => null).write({ ...${JSON.stringify(order)}, origin: self.origin });
      return [...before].filter(([box, value]) => box.value !== value).map(([box]) => box.id || box.name).join(' ');
    })()`);
  }

  it.each(boxes)('the code is filled by itself into $name', async (trait) => {
    expect(await filledIn(trait)).toBe(trait.filled);
  });

  it.each(never)('nothing is filled by itself where there is $name', async (trait) => {
    expect(await filledIn(trait)).toBe('');
  });

  // Who presses gets the code of a message too, with a word of warning.
  it.each(never.filter(({ name }) => !name.startsWith('a code that was sent')))(
    'nothing is filled by a press either where there is $name',
    async (trait) => {
      expect(await filledIn(trait, 'request')).toBe('');
    },
  );
});
