import { describe, expect, it } from 'vitest';
import { hotp } from '../../../lib/otp/hotp.ts';
import { atAttackedSite } from '../../support/e2e/at-attacked-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { inOwnWorld } from '../../support/e2e/in-page-world.ts';
import { pollutedPages } from '../../support/e2e/polluted-pages.ts';

const pathOf = (what: string): string => `/${what.replaceAll(/\W+/g, '-')}`;

describe.each(browsers)('in %s', (name) => {
  const at = atAttackedSite(name, () =>
    Object.fromEntries(Object.entries(pollutedPages).map(([what, page]) => [pathOf(what), page])),
  );
  let counter = 0;

  /** What the page's scripts spoiled, and what of it was called since. */
  const noted = (): Promise<unknown> =>
    inOwnWorld(at.browser, () => {
      const { polluted, caught = '' } = document.documentElement.dataset;
      delete document.documentElement.dataset.caught;
      return { spoiled: Number(polluted) > 0, caught };
    });

  it.each(Object.keys(pollutedPages))(
    'fills the same code where a page spoils %s, and calls nothing of it',
    async (what) => {
      await at.open(pathOf(what));
      expect(await noted()).toMatchObject({ spoiled: true });
      const { answer, inBox } = await at.fill();
      expect(answer).toMatchObject({ kind: 'fill', result: { kind: 'written', origin: at.origin } });
      expect(inBox).toBe(hotp(at.secret, 'SHA1', 6, counter));
      expect(await noted()).toEqual({ spoiled: true, caught: '' });
      counter += 1;
    },
  );

  it('would have called what is spoiled from the world of the page', async () => {
    await at.open(pathOf('the value of a box'));
    await at.page.evaluate(`try { document.querySelector('#code').value = '012345' } catch {}`);
    expect(await noted()).toMatchObject({ caught: 'value' });
  });
});
