import { beforeEach, describe, expect, it } from 'vitest';
import { atBank } from '../../support/e2e/at-bank.ts';
import { attacks, forgetFills, notWritten, withheld, written } from '../../support/e2e/attacked.ts';
import { fillByItself } from '../../support/e2e/fill-by-itself.ts';
import { heardSince, noteHeard } from '../../support/e2e/heard-messages.ts';
import { behind, prerendering, STANDS, show } from '../../support/e2e/prerendered.ts';
import { until } from '../../support/e2e/until.ts';
import { boxesOf, watchedForm } from '../../support/e2e/watched-form.ts';

// Nothing was written, as the document itself noted when it came to be shown; null where it was never prerendered.
const nothing = [''];

// Firefox prerenders nothing.
describe('in chromium, a page of the right site that lies prerendered behind the one that is shown', () => {
  const { ask, reckon } = attacks('prerendered pages in chromium');
  const at = atBank('chromium', (port) => {
    const rules = prerendering(`http://bank.localhost:${port}/behind`);
    return {
      '/behind': behind('behind'),
      '/box': { body: `${watchedForm('right')}${rules}` },
      '/none': { body: `<h1>Welcome</h1>${rules}` },
      '/wrong': { body: `${watchedForm('wrong')}${rules}` },
    };
  });
  let asked = 0;
  const address = () => `${at.origin}/behind`;

  beforeEach(() => forgetFills(at.browser));

  const standing = () => at.site.asked.filter((each) => each.endsWith(STANDS)).length;
  async function open(shown: string): Promise<void> {
    asked = standing();
    await at.page.goto(shown);
    await until('the other page lies behind', async () => standing() > asked);
  }

  it('gets nothing where the shown one is of the same site and asks for the code, and that one gets it', async () => {
    await open(`${at.origin}/box`);
    expect(await ask(at.browser, at.page, 1)).toEqual(written(at.origin, 'right'));
    expect(await show(at.page, address())).toEqual(nothing);
  });

  it('gets nothing where the shown one is of the same site and has no box', async () => {
    await open(`${at.origin}/none`);
    expect(await ask(at.browser, at.page, 0)).toEqual(notWritten('no-box'));
    expect(await show(at.page, address())).toEqual(nothing);
  });

  it('gets nothing where the shown one is of another origin, nor does that one', async () => {
    await open(`${at.site.at('login.bank')}/wrong`);
    expect(await ask(at.browser, at.page, 1)).toEqual(withheld('other-origin'));
    expect(await show(at.page, address())).toEqual(nothing);
  });

  it('gets the code by a press once it is shown', async () => {
    await open(`${at.origin}/none`);
    expect(await show(at.page, address())).toEqual(nothing);
    expect(await ask(at.browser, at.page, 1)).toEqual(written(at.origin, 'behind'));
  });

  it('gets nothing by itself before it is shown, where the site may be filled so, and gets the code then', async () => {
    await at.page.goto(`${at.origin}/none`);
    await fillByItself(at.browser, at.page);
    await noteHeard(at.browser);
    await open(`${at.origin}/none`);
    const opened = performance.now();
    await until('two seconds have passed', async () => performance.now() - opened > 2_000);
    const said = await heardSince(at.browser);
    expect(said).toContain('onMessage no-challenge');
    for (const sighting of ['worth-a-look', 'challenge-seen']) expect(said).not.toContain(`onMessage ${sighting}`);
    expect(await reckon(at.page)).toEqual([]);
    expect(await show(at.page, address())).toEqual(nothing);
    await until('the shown page has the code', async () => (await boxesOf(at.page)).got.includes('behind'));
  });
});
