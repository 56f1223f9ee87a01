import { afterEach, describe, expect, it } from 'vitest';
import { atBank } from '../../support/e2e/at-bank.ts';
import { attacks, forgetFills, notWritten, withheld, written } from '../../support/e2e/attacked.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { goBeforeWriting, letGo, swapBeforeLooking } from '../../support/e2e/held-writing.ts';
import { until } from '../../support/e2e/until.ts';
import { boxesOf, watchedForm } from '../../support/e2e/watched-form.ts';

const right = watchedForm('right');
const wrong = watchedForm('wrong');

describe.each(browsers)('in %s', (name) => {
  const { ask, reckon } = attacks(`moments in ${name}`);
  const at = atBank(name, () => ({
    '/right': { body: right },
    // Chromium lets no other page name its domain anew.
    '/wrong': { body: wrong, headers: { 'Origin-Agent-Cluster': '?0' } },
  }));

  async function open(address: string) {
    await at.page.goto(address);
    return ask(at.browser, at.page, 1);
  }

  it('fills the right page', async () => {
    expect(await open(`${at.origin}/right`)).toEqual(written(at.origin, 'right'));
  });

  describe('while a code is on its way', () => {
    afterEach(() => letGo(at.browser));

    it('gives nothing to the page of another site that came meanwhile', async () => {
      await goBeforeWriting(at.browser, `${at.site.at('evil')}/wrong`, 'as-sent');
      // Chromium may keep the page that was left, and let the script run in it, which refuses there.
      expect([notWritten('page-gone'), notWritten('wrong-origin')]).toContainEqual(await open(`${at.origin}/right`));
      expect(new URL(at.page.url()).origin).toBe(at.site.at('evil'));
    });

    it('gives nothing to it where the code is brought to whatever page is there', async () => {
      await goBeforeWriting(at.browser, `${at.site.at('evil')}/wrong`, 'whatever-is-there');
      expect(await open(`${at.origin}/right`)).toEqual(notWritten('wrong-origin'));
    });

    it.each([
      ['another site', 'evil'],
      ['the same site', 'bank'],
    ])('gives nothing to the tab of %s that came to the front meanwhile', async (_, host) => {
      const other = await at.browser.newPage();
      await other.goto(`${at.site.at(host)}/wrong`);
      await at.page.bringToFront();
      await at.page.goto(`${at.origin}/right`);
      await forgetFills(at.browser);
      await swapBeforeLooking(at.browser, `${at.site.at(host)}/wrong`);
      await at.browser.pressCommand(at.page, 'fill-code');
      const got = async () => (await Promise.all([at.page, other].map(boxesOf))).flatMap((each) => each.got);
      await until('a tab has the code', async () => (await got()).length > 0);
      expect(await reckon(at.page, other)).toEqual(['right']);
      await other.close();
    });
  });

  it.each(['pushState', 'replaceState'] as const)(
    'gives nothing to another site that takes the right path by %s',
    async (act) => {
      await at.page.goto(`${at.site.at('evil')}/wrong`);
      await at.page.evaluate((how) => history[how](null, '', '/right'), act);
      expect(await ask(at.browser, at.page, 1)).toEqual(withheld('other-origin'));
    },
  );

  it('gives nothing to a site below the right one that names its domain anew', async () => {
    await at.page.goto(`${at.site.at('login.bank')}/wrong`);
    const { hostname } = new URL(at.origin);
    const renamed = await at.page.evaluate((domain) => {
      document.domain = domain;
      return document.domain;
    }, hostname);
    expect(renamed).toBe(hostname);
    expect(await ask(at.browser, at.page, 1)).toEqual(withheld('other-origin'));
  });

  it('fills the right page whose path has changed', async () => {
    await at.page.goto(`${at.origin}/right`);
    await at.page.evaluate(() => history.pushState(null, '', '/another/path'));
    expect(await ask(at.browser, at.page, 1)).toEqual(written(at.origin, 'right'));
  });

  it('gives nothing to the page after the right one, nor to the right one that lies behind it', async () => {
    await at.page.goto(`${at.origin}/right`);
    await at.page.evaluate(() => Reflect.set(globalThis, 'isKept', true));
    await at.page.goto(`${at.site.at('evil')}/wrong`);
    expect(await ask(at.browser, at.page, 1)).toEqual(withheld('other-origin'));
    // A page that was kept is shown without being loaded, which goBack waits for.
    await at.page.evaluate(() => void setTimeout(() => history.back()));
    const isBack = () => at.page.evaluate(() => Reflect.get(globalThis, 'isKept') === true).catch(() => false);
    await until('the kept page is shown', isBack);
    expect(await reckon(at.page)).toEqual([]);
    expect(await ask(at.browser, at.page, 1)).toEqual(written(at.origin, 'right'));
  });
});
