import type { Page } from 'puppeteer-core';

// A page may have had a text for a moment only.
const listener = `<script>globalThis.heard ??= new Set();
for (const type of ['beforeinput', 'input', 'change', 'paste'])
  document.addEventListener(type, ({ target }) => heard.add(target.id), true);</script>`;

/** A box for a code that says so in every way a page can. */
export const codeBox = (id: string, attributes = ''): string =>
  `<input id="${id}" name="otp" aria-label="6-digit code from your authenticator" inputmode="numeric" autocomplete="one-time-code" maxlength="6" ${attributes}>`;

/** What is around a box that says what it is for. */
export const challenge = (boxes: string): string =>
  `<h1>Two-factor authentication</h1><form><p>6-digit code from your authenticator</p>${boxes}<button>Verify</button></form>${listener}`;

/** A challenge with one box, whose document notes everything that is ever written there. */
export const watchedForm = (id: string, attributes = ''): string => challenge(codeBox(id, attributes));

type Seen = { readonly boxes: number; readonly got: readonly string[] };

/** How many boxes a tab has in all its documents, and which of them got something, if for a moment only; by their ids. */
export async function boxesOf(page: Page): Promise<Seen> {
  const each = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(() => {
        const boxes = [...document.querySelectorAll('input')];
        const heard: unknown = Reflect.get(globalThis, 'heard');
        const holding = boxes.filter(({ value, defaultValue }) => value !== defaultValue).map(({ id }) => id);
        return { count: boxes.length, got: [...holding, ...(heard instanceof Set ? [...heard].map(String) : [])] };
      }),
    ),
  );
  return {
    boxes: each.reduce((sum, { count }) => sum + count, 0),
    got: [...new Set(each.flatMap(({ got }) => got))].toSorted(),
  };
}
