import encodeQr from 'qr';
import { describe, expect, it } from 'vitest';
import { atSmallSite } from '../../support/e2e/at-small-site.ts';
import { browsers } from '../../support/e2e/driver.ts';
import { popupPage } from '../../support/e2e/popup-page.ts';
import { textOf } from '../../support/e2e/text.ts';

// Ways in which pages draw a code, and in which people look at it. The secrets are made up.
const secret = 'JBSWY3DPEHPK3PXP';
const key = (account: string): string => `otpauth://totp/Harbour:${account}?secret=${secret}&issuer=Harbour`;
const drawn = (account: string): string => encodeQr(key(account), 'svg', { border: 4 });
const addressOf = (account: string): string => `data:image/svg+xml,${encodeURIComponent(drawn(account))}`;
const sized = (account: string, style = ''): string =>
  `<div style="width: 220px; height: 220px; ${style}">${drawn(account)}</div>`;
/** A script that draws the code into a PNG and lends its address as `address`. */
const withBlob = (account: string, use: string): string => `<script type="module">
  const image = Object.assign(new Image(240, 240), { src: ${JSON.stringify(addressOf(account))} });
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 240, height: 240 });
  canvas.getContext('2d').drawImage(image, 0, 0, 240, 240);
  const address = URL.createObjectURL(await new Promise((resolve) => canvas.toBlob(resolve)));
  ${use}
  document.body.dataset.drawn = '';
</script>`;
const scripted = (script: string): string => `<script>${script}; document.body.dataset.drawn = '';</script>`;
const cells = (account: string): string =>
  encodeQr(key(account), 'raw', { border: 2, scale: 1 })
    .map((row) => row.map((dark) => `<i style="background: ${dark ? '#000' : '#fff'}"></i>`).join(''))
    .join('');
const sideOf = (account: string): number => encodeQr(key(account), 'raw', { border: 2, scale: 1 }).length;

/** Pages whose code is in the document, by what is odd about it. */
const documents: Readonly<Record<string, string>> = {
  'blob-picture': withBlob('blob-picture', `document.body.append(Object.assign(new Image(), { src: address }));`),
  'blob-picture-taken-back': withBlob(
    'blob-picture-taken-back',
    `const shown = Object.assign(new Image(), { src: address });
    document.body.append(shown);
    await shown.decode();
    URL.revokeObjectURL(address);`,
  ),
  'blob-background': `<div id="back" style="width: 240px; height: 240px"></div>${withBlob(
    'blob-background',
    `document.getElementById('back').style.background = 'url(' + address + ')';`,
  )}`,
  'closed-shadow-root': `<div id="host"></div>${scripted(
    `document.getElementById('host').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(sized('closed-shadow-root'))}`,
  )}`,
  'cells-of-a-css-grid': `<style>i { width: 5px; height: 5px }</style>
    <div style="display: grid; width: max-content; grid-template-columns: repeat(${sideOf('cells-of-a-css-grid')}, 5px)">${cells('cells-of-a-css-grid')}</div>`,
  'written-frame': `<iframe width="300" height="300" srcdoc="${sized('written-frame').replaceAll('"', '&quot;')}"></iframe>`,
  'frame-in-a-frame': `<iframe width="400" height="400" srcdoc="<iframe width=300 height=300 src='/document/inner'></iframe>"></iframe>`,
  inner: sized('frame-in-a-frame'),
  'below-the-fold': `<div style="height: 4000px"></div>${sized('below-the-fold')}`,
  'scrolled-off-in-a-box': `<div id="box" style="height: 200px; overflow: auto">${sized('scrolled-off-in-a-box')}<div style="height: 3000px"></div></div>${scripted(
    `document.getElementById('box').scrollTop = 2000`,
  )}`,
  'covered-by-a-logo': `<div style="position: relative; width: 220px">${sized('covered-by-a-logo')}
    <div style="position: absolute; left: 85px; top: 85px; width: 50px; height: 50px; background: crimson"></div></div>`,
  'light-on-a-dark-page': `<style>body { background: #121212 } svg { fill: #fff }</style>${sized('light-on-a-dark-page').replace('fill="white"', 'fill="none"')}`,
  'turned-round-in-colour': `<style>html { filter: invert(1) hue-rotate(180deg); background: #111 }</style>${sized('turned-round-in-colour')}`,
};
const odd = Object.keys(documents).filter((path) => path !== 'inner');

const zooms = [0.25, 0.33, 0.5, 0.8, 1.1, 1.5, 2, 3, 5] as const;
/** The side of a code in CSS pixels: as sites draw it, and as much of it as the window still holds when it is enlarged. */
const sideAt = (zoom: number): number => Math.min(240, Math.floor(480 / zoom));

describe.each(browsers)('in %s', (name) => {
  const at = atSmallSite(name, (port) => ({
    ...Object.fromEntries(Object.entries(documents).map(([path, body]) => [`/document/${path}`, { body }])),
    ...Object.fromEntries(
      zooms.map((zoom) => [
        `/zoomed/${zoom}`,
        {
          body: `<style>body { margin: 0 }</style><iframe src="http://codes.localhost:${port}/whole" style="border: 0; width: ${sideAt(zoom)}px; height: ${sideAt(zoom)}px"></iframe>`,
        },
      ]),
    ),
    '/whole': {
      body: `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${drawn('foreign')}`,
    },
    '/same-key': { body: `${sized('written')}<p>Or type this key: <code>${secret}</code></p>` },
    '/other-key': { body: `${sized('written')}<p>Or type this key: <code>KBSWY3DPEHPK3PXP</code></p>` },
    '/before': {
      body: '<main><h2>Two-Factor Authentication</h2><p>It is off.</p><a href="#">Click here to Enable</a></main>',
    },
    '/dark': {
      body: `<style>html { filter: invert(1); background: #fff }</style><iframe src="http://codes.localhost:${port}/whole" width="240" height="240"></iframe>`,
    },
    '/under-a-logo': {
      body: `<style>body { margin: 0 }</style><iframe src="http://codes.localhost:${port}/whole" style="border: 0; width: 240px; height: 240px"></iframe>
          <div style="position: absolute; left: 100px; top: 100px; width: 40px; height: 40px; background: crimson"></div>`,
    },
  }));

  const zoomTo = (zoom: number): Promise<unknown> =>
    at.browser.evaluateInBackground(`(async () => {
      const { tabs } = globalThis.browser ?? globalThis.chrome;
      const [{ id }] = await tabs.query({ active: true, currentWindow: true });
      await tabs.setZoom(id, ${zoom});
      return tabs.getZoom(id);
    })()`);

  /** What the popup offers by itself, which has seen nothing but the document. */
  async function foundInDocument(): Promise<string> {
    const popup = await at.browser.pressToolbar(at.page);
    const { at: shown } = popupPage(popup);
    const text = await popup.text(shown.found);
    await popup.close();
    return text;
  }

  /** What it offers after the press that looks at the screen, and only then. */
  async function foundOnScreen(): Promise<string> {
    const popup = await at.browser.pressToolbar(at.page);
    const { at: shown } = popupPage(popup);
    await popup.waitFor(shown.look);
    expect(await popup.count(shown.found)).toBe(0);
    await popup.click(shown.look);
    await popup.waitFor(`${shown.found}, #nothing-title`);
    const text = await popup.text('main');
    await popup.close();
    return text;
  }

  it.each(odd)('finds in the document the code that is there so: %s', async (path) => {
    await at.page.goto(`${at.site.at('odd')}/document/${path}`);
    if (documents[path]?.includes('dataset.drawn')) await at.page.waitForSelector('body[data-drawn]');
    expect(await foundInDocument()).toContain(path);
  });

  it('finds it there at the smallest and the largest zoom of the browser', async () => {
    for (const [zoom, path] of [
      [0.25, 'below-the-fold'],
      [5, 'cells-of-a-css-grid'],
    ] as const) {
      await at.page.goto(`${at.site.at('zoomed')}/document/${path}`);
      expect(await zoomTo(zoom)).toBeCloseTo(zoom, 2);
      expect(await foundInDocument()).toContain(path);
    }
    await zoomTo(0);
  });

  it.each(zooms)('finds on the screen the code of a frame of another site, at a zoom of %f', async (zoom) => {
    // A site of its own: what was found at one is kept for a while.
    await at.page.goto(`${at.site.at(`zoom-${100 * zoom}`)}/zoomed/${zoom}`);
    expect(await zoomTo(zoom)).toBeCloseTo(zoom, 2);
    expect(await foundOnScreen()).toContain('foreign');
    await zoomTo(0);
  });

  it('says that the key written beside a code is another one, and nothing where it is the same', async () => {
    const said: boolean[] = [];
    for (const path of ['same-key', 'other-key']) {
      await at.page.goto(`${at.site.at(path)}/${path}`);
      const popup = await at.browser.pressToolbar(at.page);
      await popup.waitFor(popupPage(popup).at.found);
      said.push((await popup.text('main')).includes(textOf('foundOtherKey')));
      await popup.close();
    }
    expect(said).toEqual([false, true]);
  });

  it('names the button that leads to a code where the page shows none yet', async () => {
    await at.page.goto(`${at.site.at('before')}/before`);
    expect(await foundOnScreen()).toContain(`${textOf('nothingButton')} Click here to Enable`);
  });

  it.each(['dark', 'under-a-logo'])('finds on the screen the code of such a frame where it is %s', async (path) => {
    await at.page.goto(`${at.site.at(path)}/${path}`);
    expect(await foundOnScreen()).toContain('foreign');
  });

  it.each([1.25, 1.5, 2, 3])('finds it on a screen of %f device pixels for each of the page', async (density) => {
    await at.page.setViewport({ width: 800, height: 600, deviceScaleFactor: density });
    await at.page.goto(`${at.site.at(`dense-${100 * density}`)}/zoomed/1.1`);
    expect(await at.page.evaluate(() => devicePixelRatio)).toBeCloseTo(density, 2);
    expect(await foundOnScreen()).toContain('foreign');
    await at.page.setViewport({ width: 800, height: 600 });
  });
});
