import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attacks, enrolAt, withheld, written } from '../../support/e2e/attacked.ts';
import { browsers, type Driver, launch } from '../../support/e2e/driver.ts';
import { type SmallSite, serveSmallSite } from '../../support/e2e/small-site.ts';
import { watchedForm } from '../../support/e2e/watched-form.ts';

const right = watchedForm('right');
const wrong = watchedForm('wrong');
const attribute = (markup: string): string => markup.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const size = 'width="500" height="260"';
const sandbox = { 'Content-Security-Policy': 'sandbox allow-scripts allow-forms' };
const blobOf = (markup: string): string => `<div id="at"></div><script>
  const frame = Object.assign(document.createElement('iframe'), { width: 500, height: 260 });
  frame.src = URL.createObjectURL(new Blob([${JSON.stringify(markup).replaceAll('</script', '<\\/script')}], { type: 'text/html' }));
  at.append(frame);</script>`;
const blankWith = (markup: string): string => `<iframe ${size}></iframe><script>
  frames[0].document.write(${JSON.stringify(markup).replaceAll('</script', '<\\/script')}); frames[0].document.close();</script>`;

// Every site is granted, so that scripts come wherever a browser lets them, and the decision is ours.
describe.each(browsers)('in %s', (name) => {
  const { ask } = attacks(`frames in ${name}`);
  let browser: Driver;
  let site: SmallSite;
  let other: SmallSite;
  let page: Page;

  beforeAll(async () => {
    other = await serveSmallSite(() => ({ '/wrong': { body: wrong } }));
    site = await serveSmallSite((port) => {
      const at = (host: string, path: string) => `http://${host}.localhost:${port}${path}`;
      const framing = (address: string, more = '') => `<iframe src="${address}" ${size} ${more}></iframe>`;
      const bodies: Readonly<Record<string, string>> = {
        '/right': right,
        '/wrong': wrong,
        // Frames of others in the right site.
        '/with-other': framing(at('evil', '/wrong')),
        '/beside-other': `${framing(at('evil', '/wrong'))}${right}`,
        '/within-other': framing(at('evil', '/frames-bank-wrong')),
        '/frames-bank-wrong': framing(at('bank', '/wrong')),
        '/below': framing(at('login.bank', '/wrong')),
        '/other-port': framing(`${other.at('bank')}/wrong`),
        '/over': `${right}${framing(at('evil', '/wrong'), 'style="position:fixed;inset:0;width:100vw;height:100vh"')}`,
        '/object': `<object data="${at('evil', '/wrong')}" ${size}></object>`,
        '/embed': `<embed src="${at('evil', '/wrong')}" ${size}>`,
        // The right site in frames of others.
        '/frames-bank': framing(at('bank', '/wrong')),
        '/frames-bank-faint': framing(at('bank', '/wrong'), 'style="opacity:.01"'),
        '/frames-bank-lure': `${wrong.replace('wrong', 'wrong-lure')}${framing(at('bank', '/wrong'))}`,
        // Documents of no origin.
        '/sandbox': framing('/wrong', 'sandbox="allow-scripts allow-forms"'),
        '/sandbox-srcdoc': `<iframe ${size} sandbox="allow-scripts" srcdoc="${attribute(wrong)}"></iframe>`,
        '/data': framing(`data:text/html,${encodeURIComponent(wrong)}`),
        '/frames-policy': framing('/policy'),
        '/sandbox-blob': blobOf(wrong).replace('frame.src', "frame.sandbox = 'allow-scripts'; frame.src"),
        '/sandbox-same': framing('/right', 'sandbox="allow-scripts allow-same-origin"'),
        // Documents that inherit their origin.
        '/srcdoc-wrong': `<iframe ${size} srcdoc="${attribute(wrong)}"></iframe>`,
        '/blank-wrong': blankWith(wrong),
        '/blob-wrong': blobOf(wrong),
        '/srcdoc-hidden': `<iframe ${size} style="visibility:hidden" srcdoc="${attribute(wrong)}"></iframe>`,
        '/srcdoc': `<iframe ${size} srcdoc="${attribute(right)}"></iframe>`,
        '/blank': blankWith(right),
        '/blob': blobOf(right),
        '/same': framing('/right'),
      };
      const pages = Object.entries(bodies).map(([path, body]) => [path, { body }] as const);
      return { ...Object.fromEntries(pages), '/policy': { body: wrong, headers: sandbox } };
    });
    browser = await launch(name, { granted: ['http://*.localhost/*'] });
    page = await browser.newPage();
    await enrolAt(browser, page, site.at('bank'));
  });

  afterAll(async () => {
    await browser?.close();
    await other?.close();
    await site?.close();
  });

  async function open(host: string, path: string, boxes = 1) {
    const origin = host === 'localhost' ? `http://localhost:${site.port}` : site.at(host);
    await page.goto(`${origin}${path}`);
    return ask(browser, page, boxes);
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
    expect(await open('bank', '/beside-other', 2)).toEqual(written(site.at('bank'), 'right'));
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
      expect(await open('bank', path)).toEqual(written(site.at('bank'), 'right'));
    },
  );
});
