import { describe, expect, it } from 'vitest';
import { boxes, never, type Trait } from '../../fixtures/traits/traits.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { enginePage } from '../../support/e2e/engine-page.ts';

// One page for each trait, with real layout; what is filled by itself there.
describe.each(browsers)('by itself, in %s,', (name) => {
  const at = enginePage(name);

  /** Draws the page, lends it the engine, fills; the ids of the boxes that hold something else than before. Throws where there is none. */
  async function filledIn({ markup, script = '', enrolment = undefined, code = '012345' }: Trait): Promise<unknown> {
    await at.page.goto('about:blank');
    await at.page.setContent(`<!doctype html><title>Account</title><body>${markup}</body>`);
    const order = { mode: 'automatic', enrolledHere: true, besideCode: enrolment === true, code };
    return at.page.evaluate(`(async () => {
      ${script}
      ${at.engine}
      const found = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
        [...(element.matches('input, textarea') ? [element] : []), ...(element.shadowRoot ? found(element.shadowRoot) : [])]);
      const before = new Map(found(document).map((box) => [box, box.value]));
      if (before.size === 0) throw new Error('no box is on the page');
      await engine.createAgent(window, () => null).write({ ...${JSON.stringify(order)}, origin: self.origin });
      return [...before].filter(([box, value]) => box.value !== value).map(([box]) => box.id || box.name).join(' ');
    })()`);
  }

  it.each(boxes)('the code is filled into $name', async (trait) => {
    expect(await filledIn(trait)).toBe(trait.filled);
  });

  it.each(never)('nothing is filled where there is $name', async (trait) => {
    expect(await filledIn(trait)).toBe('');
  });
});
