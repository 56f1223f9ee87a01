import { key, picture, style } from './served-pages.ts';
import { smallWindow, type Walk } from './walk.ts';

/** The page that shows the picture of another, from a true popup: nobody else's tab is in front then. */
export async function areaScreens({ chromium, page, site, words, check, pressIn }: Walk): Promise<void> {
  await page.goto(`${site}/plain`);
  const inFront = await chromium.pressToolbar(page);
  await inFront.click({ words: words.at('headerAdd') });
  await inFront.waitFor({ words: words.at('nothingArea') });
  // What comes after the page was read is seen in its picture only.
  await page.evaluate(
    (drawn) => {
      document.body.innerHTML = `<p style="position:fixed;inset:25vh auto auto 35vw">${drawn}</p>`;
    },
    `${style}${picture(key('cleo'))}`,
  );
  // The tab of the screen before shows the same address.
  const before = new Set(page.browser().targets());
  const opening = page
    .browser()
    .waitForTarget((each) => !before.has(each) && each.url().endsWith('/from-phone.html?area'));
  await inFront.click({ words: words.at('nothingArea') });
  const area = await (await opening).asPage();
  await area.setViewport(smallWindow);
  const frame = await area.waitForSelector('.area');
  await check(area, '34-area');
  await frame?.focus();
  for (let presses = 0; presses < 20; presses += 1) await area.keyboard.press('ArrowUp');
  await area.keyboard.press('Enter');
  await area.waitForSelector('.notice-warning');
  await check(area, '34-area-no-code');
  await area.keyboard.press('Escape');
  await area.keyboard.press('Enter');
  await area.waitForSelector('.phone-accounts');
  await check(area, '34-area-read');
  await pressIn(area, 'Add this account');
  await area.waitForSelector('.notice-success');
  await check(area, '34-area-added');
  await area.close();
}
