import type { Page } from 'puppeteer-core';

// WCAG 2.2, 2.5.8. A target in a sentence is as high as its line; a checkbox is pressed by its label too.
const leastTarget = 24;

/** What can be pressed and is smaller than 24 pixels, each by its text and size. */
export async function smallTargets(screen: Page): Promise<readonly string[]> {
  return screen.evaluate((least) => {
    const sized = (element: Element) => element.getBoundingClientRect();
    const inSentence = (element: Element): boolean =>
      getComputedStyle(element).display.startsWith('inline') &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    return [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [tabindex="0"]')]
      .filter((element) => element.checkVisibility() && !inSentence(element))
      .flatMap((element) => {
        const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
        // What reaches a file is given by its label, and the input itself is for the keyboard.
        const pressed = [element, ...labels].map(sized);
        const fits = pressed.some(({ width, height }) => width >= least && height >= least);
        const { width, height } = sized(element);
        return fits ? [] : [`${element.outerHTML.slice(0, 80)}: ${width} by ${height}`];
      });
  }, leastTarget);
}

/** How much wider than a window of `width` pixels the page is there, once it was asked; the window keeps its own size afterwards. */
export async function overflowAt(screen: Page, width: number): Promise<number> {
  const before = screen.viewport();
  await screen.setViewport({ width, height: 600 });
  const overflow = await screen.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await screen.setViewport(before);
  return overflow;
}

/**
 * In forced colours axe-core measures nothing: what is written or drawn there with less contrast than WCAG asks for
 * (4.5 for text, 3 for the ring of the time left) against the nearest ground, in a dark and in a light theme of the computer.
 */
export async function unseenInForcedColours(screen: Page): Promise<readonly string[]> {
  const media = await screen.createCDPSession();
  const unseen: string[] = [];
  for (const scheme of ['dark', 'light']) {
    await media.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: scheme },
      ],
    });
    unseen.push(...(await screen.evaluate(unseenNow)).map((one) => `${scheme}: ${one}`));
  }
  await media.send('Emulation.setEmulatedMedia', { features: [] });
  await media.detach();
  return unseen;
}

function unseenNow(): string[] {
  const parts = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = parts(colour).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element: Element | null): string => {
    if (element === null) return getComputedStyle(document.body).backgroundColor;
    const { backgroundColor } = getComputedStyle(element);
    return (parts(backgroundColor)[3] ?? 1) > 0 ? backgroundColor : groundOf(element.parentElement);
  };
  const ratio = (one: string, two: string): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(two)].toSorted((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const hasText = (element: Element): boolean =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '');
  return [...document.querySelectorAll('main *, body > * *')].flatMap((element) => {
    const style = getComputedStyle(element);
    const disabled = element.closest(':disabled') !== null;
    if (!element.checkVisibility() || disabled || element.closest('.qr') !== null) return [];
    const isRing = element.matches('.ring-left');
    if (!isRing && (!hasText(element) || element instanceof SVGElement)) return [];
    const [colour, least] = isRing ? [style.stroke, 3] : [style.color, 4.5];
    // Under letters whose colours it adjusts, the browser puts a ground of the page's colour.
    const backed =
      !isRing && style.forcedColorAdjust === 'auto' ? [getComputedStyle(document.body).backgroundColor] : [];
    const found = Math.min(...[groundOf(element), ...backed].map((ground) => ratio(colour, ground)));
    return found < least ? [`${element.outerHTML.slice(0, 60)} ${colour}: ${found.toFixed(1)}`] : [];
  });
}
