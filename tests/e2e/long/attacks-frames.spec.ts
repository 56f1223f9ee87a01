import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atBank } from '../../support/e2e/at-bank.ts';
import { attacks, forgetFills, withheld, written } from '../../support/e2e/attacked.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { fillByItself } from '../../support/e2e/fill-by-itself.ts';
import { framedPages } from '../../support/e2e/framed-pages.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { until } from '../../support/e2e/until.ts';
import { boxesOf, watchedForm } from '../../support/e2e/watched-form.ts';

describe.each(browsers)('in %s', (name) => {
  const { ask, reckon } = attacks(`frames in ${name}`);
  let other: SmallSite;

  beforeAll(async () => {
    other = await serveSmallSite(() => ({ '/wrong': { body: watchedForm('wrong') } }));
  });
  afterAll(() => other?.close());

  const at = atBank(name, (port) => framedPages(port, other.at('bank')));

  async function open(host: string, path: string, boxes = 1) {
    const origin = host === 'localhost' ? `http://localhost:${at.site.port}` : at.site.at(host);
    await at.page.goto(`${origin}${path}`);
    return ask(at.browser, at.page, boxes);
  }

  it.each([
    ['a frame of another site', '/with-other', 1, 'cross-origin-frame'],
    ['a frame of a name below the right one', '/below', 1, 'cross-origin-frame'],
    ['a frame of another port', '/other-port', 1, 'cross-origin-frame'],
    ['a frame of another site that covers the right box', '/over', 2, 'cross-origin-frame'],
    ['an object of another site', '/object', 1, 'cross-origin-frame'],
    ['an embedded document of another site', '/embed', 1, 'cross-origin-frame'],
    ['a frame of the right site in a frame of another', '/within-other', 1, 'frame-not-visible'],
  ] as const)('gives nothing, in the right site, to %s', async (_, path, boxes, reason) => {
    expect(await open('bank', path, boxes)).toEqual(withheld(reason));
  });

  it('fills the right box, and it alone, beside a frame of another site', async () => {
    expect(await open('bank', '/beside-other', 2)).toEqual(written(at.origin, 'right'));
  });

  it.each([
    ['another site', 'evil', '/frames-bank', 1, 'cross-origin-frame'],
    ['another site, where it is hardly seen', 'evil', '/frames-bank-faint', 1, 'cross-origin-frame'],
    ['another site with a box of its own', 'evil', '/frames-bank-lure', 2, 'other-origin'],
    ['a name below the right one', 'login.bank', '/frames-bank', 1, 'cross-origin-frame'],
    ['the name above the right one', 'localhost', '/frames-bank', 1, 'cross-origin-frame'],
  ] as const)('gives nothing to the right site in a frame of %s', async (_, host, path, boxes, reason) => {
    expect(await open(host, path, boxes)).toEqual(withheld(reason));
  });

  it.each([
    ['a sandboxed frame', '/sandbox'],
    ['a sandboxed frame of text in the page', '/sandbox-srcdoc'],
    ['a sandboxed blob', '/sandbox-blob'],
    ['a data frame', '/data'],
    ['a frame sandboxed by its policy', '/frames-policy'],
    ['a page sandboxed by its own policy', '/policy'],
  ] as const)('gives nothing to %s of the right site', async (_, path) => {
    expect(await open('bank', path)).toEqual(withheld('origin-not-fillable'));
  });

  it.each(['/srcdoc-wrong', '/blank-wrong', '/blob-wrong'])(
    'gives nothing to a document that has its origin from another site: %s',
    async (path) => {
      expect(await open('evil', path)).toEqual(withheld('other-origin'));
    },
  );

  it('gives nothing to an unseen document that has its origin from the right site', async () => {
    expect(await open('bank', '/srcdoc-hidden')).toEqual(withheld('frame-not-visible'));
  });

  it.each(['/right', '/same', '/sandbox-same', '/srcdoc', '/blank', '/blob'])(
    'fills what is of the right origin and seen: %s',
    async (path) => {
      expect(await open('bank', path)).toEqual(written(at.origin, 'right'));
    },
  );

  it('fills by itself the right page, and neither it in a frame of another site nor one of another site in it', async () => {
    await at.page.goto(`${at.origin}/nothing`);
    await forgetFills(at.browser);
    await fillByItself(at.browser, at.page);
    await at.page.goto(`${at.site.at('evil')}/frames-bank`);
    const second = await at.browser.newPage();
    await second.goto(`${at.origin}/beside-other`);
    await until('the right box has the code', async () => (await boxesOf(second)).got.includes('right'));
    // The other tab was there first, so it would have had the code first.
    expect(await reckon(at.page, second)).toEqual(['right']);
    await second.close();
  });
});
