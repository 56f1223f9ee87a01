import { describe, expect, it } from 'vitest';
import { atBank } from '../../support/e2e/at-bank.ts';
import { attacks, forgetFills, notWritten, written } from '../../support/e2e/attacked.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { until } from '../../support/e2e/until.ts';
import { boxesOf, challenge, codeBox, watchedForm } from '../../support/e2e/watched-form.ts';

// Boxes that say in every way that they take the code, and that nobody sees.
const styled = (style: string) => (id: string) => codeBox(id, `style="${style}"`);
const within = (before: string, after: string) => (id: string) => `${before}${codeBox(id)}${after}`;
const unseen: Readonly<Record<string, (id: string) => string>> = {
  'not displayed': styled('display:none'),
  'not visible': styled('visibility:hidden'),
  'hidden by its attribute': (id) => codeBox(id, 'hidden'),
  'of the hidden kind': (id) => codeBox(id).replace('<input', '<input type="hidden"'),
  'see-through': styled('opacity:0'),
  'in something see-through': within('<div style="opacity:.01">', '</div>'),
  'see-through by a filter': styled('filter:opacity(0)'),
  'in something see-through by a filter': within('<div style="filter:blur(1px) opacity(5%)">', '</div>'),
  'of no size': styled('width:0;height:0;padding:0;border:0'),
  'of one pixel': styled('width:1px;height:1px;padding:0;border:0'),
  'scaled to nothing': styled('transform:scale(0)'),
  'off the page': styled('position:absolute;left:-9999px'),
  'cut off': styled('position:absolute;clip-path:inset(50%)'),
  'in something of no height': within('<div style="height:0;overflow:hidden">', '</div>'),
  'under something': within(
    '<div style="position:relative;display:inline-block">',
    '<div style="position:absolute;inset:0;background:white"></div></div>',
  ),
  'in content that is skipped': within('<div style="content-visibility:hidden">', '</div>'),
  'in something inert': within('<div inert>', '</div>'),
  'in details that are shut': within('<details><summary>More</summary>', '</details>'),
  'in a dialog that is shut': within('<dialog>', '</dialog>'),
  'in a popover that is shut': within('<div popover>', '</div>'),
};
const kinds = Object.keys(unseen);
const unseenBox = (kind: string, id: string): string => unseen[kind]?.(id) ?? '';

const over = 'style="position:absolute;inset:0;width:100%;height:100%;opacity:0;z-index:9"';
const stacked = (more: string): string =>
  challenge(
    `<div style="position:relative;width:200px;height:40px">${codeBox('right')}${codeBox('wrong', `${over} ${more}`)}</div>`,
  );
const digit = (id: string, style = ''): string =>
  `<input id="${id}" maxlength="1" inputmode="numeric" size="1" style="${style}">`;
const row = (id: string, style = ''): string =>
  Array.from({ length: 6 }, (_, at) => digit(`${id}-${at}`, style)).join('');
const rightRow = Array.from({ length: 6 }, (_, at) => `right-${at}`);

const pages: Readonly<Record<string, string>> = {
  '/right': watchedForm('right'),
  '/all': challenge(`${kinds.map((kind, at) => unseenBox(kind, `wrong-${at}`)).join('')}${codeBox('right')}`),
  '/let-through': stacked('tabindex="-1"').replace('z-index:9', 'z-index:9;pointer-events:none'),
  '/masked': watchedForm('masked', 'style="mask-image:linear-gradient(transparent,transparent)"'),
  '/covers': stacked(''),
  '/twins': `${watchedForm('wrong')}${watchedForm('right')}`,
  '/row': challenge(row('right')),
  '/row-gaps': challenge(
    [0, 1, 2, 3, 4, 5]
      .map(
        (at) =>
          `${digit(`right-${at}`)}${digit(`wrong-${at}`, ['display:none', 'opacity:0;width:0;padding:0;border:0', 'position:absolute;left:-9999px'][at % 3])}`,
      )
      .join(''),
  ),
  '/row-under': challenge(`<div style="opacity:0;height:0;overflow:hidden">${row('wrong')}</div>${row('right')}`),
  '/row-beside': `${challenge(row('right'))}<form><label>Seat <input id="wrong" maxlength="1" size="1"></label></form>`,
};

describe.each(browsers)('in %s', (name) => {
  const { ask, reckon } = attacks(`fields in ${name}`);
  const at = atBank(name, () => ({
    ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [path, { body }])),
    ...Object.fromEntries(
      kinds.map((kind, index) => [`/alone-${index}`, { body: challenge(unseenBox(kind, 'wrong')) }]),
    ),
  }));

  async function open(path: string, boxes: number, prepare = async () => {}) {
    await at.page.goto(`${at.origin}${path}`);
    await prepare();
    return ask(at.browser, at.page, boxes);
  }

  it('has a site that was enrolled give its boxes nothing before somebody asks, for five seconds', async () => {
    await at.page.goto(`${at.origin}/right`);
    const opened = performance.now();
    await until('five seconds have passed', async () => performance.now() - opened > 5_000);
    expect(await reckon(at.page)).toEqual([]);
  });

  it.each(kinds.map((kind, index) => [kind, index] as const))(
    'writes nothing into a box that is %s',
    async (_, index) => {
      expect(await open(`/alone-${index}`, 1)).toEqual(notWritten('no-box'));
    },
  );

  it('fills the one box that is seen among all of them', async () => {
    expect(await open('/all', kinds.length + 1)).toEqual(written(at.origin, 'right'));
  });

  it('fills the box that is seen under a see-through one that lets presses through', async () => {
    expect(await open('/let-through', 2)).toEqual(written(at.origin, 'right'));
  });

  it('fills the box that is seen though a see-through one has the cursor', async () => {
    expect(await open('/let-through', 2, () => at.page.focus('#wrong'))).toEqual(written(at.origin, 'right'));
  });

  it('writes into neither where a see-through box lies over the one that is seen', async () => {
    expect(await open('/covers', 2)).toEqual(notWritten('no-box'));
  });

  it('fills of two that are alike the one with the cursor, and it alone', async () => {
    expect(await open('/twins', 2, () => at.page.focus('#right'))).toEqual(written(at.origin, 'right'));
  });

  it.each([
    ['by itself', '/row', 6],
    ['with unseen ones between its boxes', '/row-gaps', 12],
    ['below an unseen row', '/row-under', 12],
    ['beside a short box of another form', '/row-beside', 7],
  ] as const)('fills a row of boxes, and it alone: %s', async (_, path, boxes) => {
    expect(await open(path, boxes)).toEqual(written(at.origin, ...rightRow));
  });

  it('fills by itself once the customer allowed it', async () => {
    await at.page.goto(`${at.origin}/right`);
    await forgetFills(at.browser);
    const popup = await at.browser.pressToolbar(at.page);
    await popupPage(popup).fillByItselfHere();
    await until('the box has the code', async () => (await boxesOf(at.page)).got.includes('right'));
    await popup.close();
  });

  it('writes nothing by itself into a box that a mask hides, where it may fill by itself', async () => {
    await forgetFills(at.browser);
    await at.page.goto(`${at.origin}/masked`);
    const opened = performance.now();
    await until('two seconds have passed', async () => performance.now() - opened > 2_000);
    expect(await reckon(at.page)).toEqual([]);
    await at.page.evaluate(() => document.querySelector('input')?.removeAttribute('style'));
    await until('the box has the code', async () => (await boxesOf(at.page)).got.includes('masked'));
  });
});
