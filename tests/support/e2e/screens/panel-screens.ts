import type { Walk } from './walk.ts';

/** The panel, as narrow and as wide as somebody draws it; in a tab of its own it is about itself, which no press can reach. */
export async function panelScreens({ check, open, pressIn }: Walk): Promise<void> {
  const panel = await open('popup.html?panel');
  await panel.waitForSelector('main:not([aria-busy=true]) .row');
  for (const width of [320, 400, 600]) {
    await panel.setViewport({ width, height: 600 });
    await check(panel, `11-panel-${width}`);
  }
  await pressIn(panel, 'Settings');
  await panel.waitForSelector('.shortcuts');
  await check(panel, '11-panel-settings');
  await panel.close();
}
