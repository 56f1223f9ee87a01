import { type CustomerArea, customerArea } from './customer-area.ts';
import type { Driver } from './driver.ts';
import type { Surface } from './surface.ts';

/** What a step shows: a name for the file, and the picture. */
export type Shown = readonly (readonly [name: string, surface: Pick<Surface, 'evaluate' | 'picture'>])[];

/** One step: what is shown to be true, and the act that makes it so and says what to take a picture of. */
export type Step = { readonly sentence: string; readonly act: () => Promise<Shown> };

/** What the steps of a tour work with: the customer's tab, and one popup at a time. */
export type Scene = {
  readonly driver: Driver;
  readonly area: CustomerArea;
  readonly page: Pick<Surface, 'evaluate' | 'picture'>;
  readonly openPopup: () => Promise<Surface>;
  /** The open popup; rejects where none is. */
  readonly popup: () => Promise<Surface>;
  readonly closePopup: () => Promise<void>;
};

/** Makes the scene in a browser, with the customer area at `url`. */
export function createScene(driver: Driver, url: string): Scene {
  const { page } = driver;
  let open: Surface | undefined;
  return {
    driver,
    area: customerArea(page, url),
    page: { evaluate: (expression) => page.evaluate(expression), picture: () => page.screenshot() },
    async openPopup() {
      open = await driver.pressToolbar();
      return open;
    },
    async popup() {
      if (open === undefined) throw new Error('the popup is gone');
      return open;
    },
    async closePopup() {
      // A popup may have closed itself once its work was done.
      await open?.close().catch(() => {});
      open = undefined;
    },
  };
}
