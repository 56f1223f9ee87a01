import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { attacks, enrolAt, forgetFills, notWritten, withheld, written } from '../../support/e2e/attacked.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { goBeforeWriting, letGo, swapBeforeLooking } from '../../support/e2e/held-writing.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';
import { boxesOf, watchedForm } from '../../support/e2e/watched-form.ts';

const right = watchedForm('right');
const wrong = watchedForm('wrong');

// Every site is granted, so that no grant that ends with a page stands in the way.
describe.each(browsers)('in %s', (name) => {
  const { ask, reckon } = attacks(`moments in ${name}`);
  let browser: Driver;
  let site: SmallSite;
  let page: Page;
  const origin = () => site.at('bank');

  beforeAll(async () => {
    site = await serveSmallSite(() => ({
      '/right': { body: right },
      // Chromium lets no other page name its domain anew.
      '/wrong': { body: wrong, headers: { 'Origin-Agent-Cluster': '?0' } },
    }));
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
    page = await browser.newPage();
    await enrolAt(browser, page, origin());
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(address: string) {
    await page.goto(address);
    return ask(browser, page, 1);
  }

  it('fills the right page', async () => {
    expect(await open(`${origin()}/right`)).toEqual(written(origin(), 'right'));
  });

  describe('while a code is on its way', () => {
    afterEach(() => letGo(browser));

    it('gives nothing to the page of another site that came meanwhile', async () => {
      await goBeforeWriting(browser, `${site.at('evil')}/wrong`, 'as-sent');
      expect(await open(`${origin()}/right`)).toEqual(notWritten('page-gone'));
      expect(new URL(page.url()).origin).toBe(site.at('evil'));
    });

    it('gives nothing to it where the code is brought to whatever page is there', async () => {
      await goBeforeWriting(browser, `${site.at('evil')}/wrong`, 'whatever-is-there');
      expect(await open(`${origin()}/right`)).toEqual(notWritten('wrong-origin'));
    });

    it.each([
      ['another site', 'evil'],
      ['the same site', 'bank'],
    ])('gives nothing to the tab of %s that came to the front meanwhile', async (_, host) => {
      const other = await browser.newPage();
      await other.goto(`${site.at(host)}/wrong`);
      await page.bringToFront();
      await page.goto(`${origin()}/right`);
      await forgetFills(browser);
      await swapBeforeLooking(browser, `${site.at(host)}/wrong`);
      await browser.pressCommand(page, 'fill-code');
      const got = async () => (await Promise.all([page, other].map(boxesOf))).flatMap((each) => each.got);
      await until('a tab has the code', async () => (await got()).length > 0);
      expect(await reckon(page, other)).toEqual(['right']);
      await other.close();
    });
  });

  it.each(['pushState', 'replaceState'] as const)(
    'gives nothing to another site that takes the right path by %s',
    async (act) => {
      await page.goto(`${site.at('evil')}/wrong`);
      await page.evaluate((how) => history[how](null, '', '/right'), act);
      expect(await ask(browser, page, 1)).toEqual(withheld('other-origin'));
    },
  );

  it('gives nothing to a site below the right one that names its domain anew', async () => {
    await page.goto(`${site.at('login.bank')}/wrong`);
    const { hostname } = new URL(origin());
    const renamed = await page.evaluate((domain) => {
      document.domain = domain;
      return document.domain;
    }, hostname);
    expect(renamed).toBe(hostname);
    expect(await ask(browser, page, 1)).toEqual(withheld('other-origin'));
  });

  it('fills the right page whose path has changed', async () => {
    await page.goto(`${origin()}/right`);
    await page.evaluate(() => history.pushState(null, '', '/another/path'));
    expect(await ask(browser, page, 1)).toEqual(written(origin(), 'right'));
  });

  it('gives nothing to the page after the right one, nor to the right one that lies behind it', async () => {
    await page.goto(`${origin()}/right`);
    await page.evaluate(() => Reflect.set(globalThis, 'isKept', true));
    await page.goto(`${site.at('evil')}/wrong`);
    expect(await ask(browser, page, 1)).toEqual(withheld('other-origin'));
    // A page that was kept is shown without being loaded, which goBack waits for.
    await page.evaluate(() => void setTimeout(() => history.back()));
    const isBack = () => page.evaluate(() => Reflect.get(globalThis, 'isKept') === true).catch(() => false);
    await until('the kept page is shown', isBack);
    expect(await reckon(page)).toEqual([]);
    expect(await ask(browser, page, 1)).toEqual(written(origin(), 'right'));
  });
});
