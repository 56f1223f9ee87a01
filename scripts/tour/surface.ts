/** Something drawn in a browser that the tour looks at and presses: a tab, or a popup. */
export type Surface = {
  /** Runs an expression there; its value must survive JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** What is painted, as PNG. */
  readonly picture: () => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

const pollMs = 50;
const patienceMs = 15_000;

/** Asks until the answer is true; rejects with a sentence after 15 s. */
export async function until(what: string, ask: () => Promise<unknown>): Promise<void> {
  const deadlineMs = Date.now() + patienceMs;
  let trouble = '';
  while (Date.now() < deadlineMs) {
    try {
      if ((await ask()) === true) return;
    } catch (error) {
      // A surface that is just being drawn refuses to be asked.
      trouble = error instanceof Error ? ` (${error.message})` : '';
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  throw new Error(`${what} did not come within ${patienceMs / 1000} seconds${trouble}`);
}

/** Waits until an element is there that matches `selector`. */
export const waitFor = (surface: Surface, selector: string): Promise<void> =>
  until(selector, () => surface.evaluate(`document.querySelector(${JSON.stringify(selector)}) !== null`));

/** Presses an element as soon as it is there and can be pressed. */
export const press = (surface: Surface, selector: string): Promise<void> =>
  until(selector, () =>
    surface.evaluate(`(() => {
      const element = document.querySelector(${JSON.stringify(selector)});
      if (element === null || element.disabled) return false;
      element.click();
      return true;
    })()`),
  );
