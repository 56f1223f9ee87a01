import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks, enrolAt, withheld, written } from '../../support/e2e/attacked.ts';
import { type BothSchemes, serveBothSchemes } from '../../support/e2e/both-schemes.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { watchedForm } from '../../support/e2e/watched-form.ts';

const right = 'portal.bank.test';
const alike = new URL('https://pоrtal.bank.test').hostname;
const strangers = [
  'bank.test',
  'shop.bank.test',
  'login.portal.bank.test',
  'portal.bank.test.evil.test',
  'xportal.bank.test',
  'portal-bank.test',
  'portal.bank.test.',
  alike,
  'evil.test',
] as const;
const shared = ['alice.github.io', 'bob.github.io', 'github.io'] as const;

// Names of sites as on the web, over https with a certificate of the run's own; every site is granted.
describe.each(browsers)('in %s', (name) => {
  const { ask } = attacks(`origins in ${name}`);
  let browser: Driver;
  let site: SmallSite;
  let front: BothSchemes;
  let other: BothSchemes;
  let page: Page;

  beforeAll(async () => {
    site = await serveSmallSite(() => ({
      '/right': { body: watchedForm('right') },
      '/wrong': { body: watchedForm('wrong') },
    }));
    front = await serveBothSchemes(site.port);
    other = await serveBothSchemes(site.port);
    browser = await launch(name, {
      granted: ['http://*/*', 'https://*/*'],
      ownHosts: [right, ...strangers, ...shared],
    });
    page = await browser.newPage();
    await enrolAt(browser, page, `https://${right}:${front.port}`, 'secure');
    await enrolAt(browser, page, `http://portal.localhost:${front.port}`, 'local');
    await enrolAt(browser, page, `https://alice.github.io:${front.port}`, 'alice');
  });

  afterAll(async () => {
    await browser?.close();
    for (const each of [front, other, site]) await each?.close();
  });

  async function open(address: string, account: string) {
    await page.goto(address);
    return ask(browser, page, 1, account);
  }
  const https = (host: string) => `https://${host}:${front.port}`;

  it.each([
    ['the right site in the clear', () => `http://${right}:${front.port}`, 'secure', 'origin-not-fillable'],
    ['another port of it', () => `https://${right}:${other.port}`, 'secure', 'other-origin'],
    ['another port of it in the clear', () => `http://${right}:${other.port}`, 'secure', 'origin-not-fillable'],
    ['the right loopback site by https', () => `https://portal.localhost:${front.port}`, 'local', 'other-origin'],
    ['another port of it', () => `http://portal.localhost:${other.port}`, 'local', 'other-origin'],
    ['the same port by its number', () => `http://127.0.0.1:${front.port}`, 'local', 'other-origin'],
  ] as const)('gives nothing to %s', async (_, origin, account, reason) => {
    expect(await open(`${origin()}/wrong`, account)).toEqual(withheld(reason));
    expect(new URL(page.url()).origin).toBe(origin());
  });

  it.each(strangers)('gives nothing to %s, whatever its name looks like', async (host) => {
    expect(await open(`${https(host)}/wrong`, 'secure')).toEqual(withheld('other-origin'));
    expect(new URL(page.url()).hostname).toBe(host);
  });

  it('gives nothing to a site that has the right name before an @', async () => {
    expect(await open(`https://${right}@evil.test:${front.port}/wrong`, 'secure')).toEqual(withheld('other-origin'));
    expect(new URL(page.url()).hostname).toBe('evil.test');
  });

  it.each(['bob.github.io', 'github.io'])(
    'gives nothing to %s, which shares a suffix with the right one',
    async (host) => {
      expect(await open(`${https(host)}/wrong`, 'alice')).toEqual(withheld('other-origin'));
    },
  );

  it.each([
    ['https', () => https(right), 'secure'],
    ['https, in capitals', () => https(right).toUpperCase().replace('HTTPS', 'https'), 'secure'],
    ['https, in wide letters', () => https(right.replace('p', 'ｐ')), 'secure'],
    ['https, behind a name and an @', () => https(`evil.test@${right}`), 'secure'],
    ['http on loopback', () => `http://portal.localhost:${front.port}`, 'local'],
    ['https, a shared suffix', () => https('alice.github.io'), 'alice'],
  ] as const)('fills the right site by the same act: %s', async (_, address, account) => {
    const origin = new URL(address()).origin;
    expect(await open(`${address()}/right`, account)).toEqual(written(origin, 'right'));
  });
});
