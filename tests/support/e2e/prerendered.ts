import type { Page } from 'puppeteer-core';
import type { SmallPage } from './small-site.ts';
import { until } from './until.ts';
import { watchedForm } from './watched-form.ts';

/** Has Chromium prerender an address of the same site as soon as the page is there. */
export const prerendering = (address: string): string =>
  `<script type="speculationrules">${JSON.stringify({
    prerender: [{ source: 'list', urls: [address], eagerness: 'immediate' }],
  })}</script>`;

/** What the site is asked for by a document once it stands, prerendered, behind the one that is shown. */
export const STANDS = '/stands';

/** A challenge that notes, at the moment when it comes to be shown, what was written into it before; other origins of the site may prerender it. */
export const behind = (id: string): SmallPage => ({
  headers: { 'Supports-Loading-Mode': 'credentialed-prerender' },
  body: `${watchedForm(id)}<script>
    globalThis.before = null;
    if (document.prerendering) addEventListener('load', () => fetch('${STANDS}'));
    document.addEventListener('prerenderingchange', () => {
      globalThis.before = [...heard, ...[...document.querySelectorAll('input')].map(({ value }) => value)];
    });
  </script>`,
});

/** Follows a link of the shown page to the prerendered one, and gives what that one's box had got while it lay behind. */
export async function show(page: Page, address: string): Promise<unknown> {
  await page.evaluate((to) => void setTimeout(() => location.assign(to)), address);
  const isThere = () => page.evaluate((to) => location.href === to && document.readyState === 'complete', address);
  await until('the prerendered page is shown', () => isThere().catch(() => false));
  return page.evaluate(() => Reflect.get(globalThis, 'before'));
}
