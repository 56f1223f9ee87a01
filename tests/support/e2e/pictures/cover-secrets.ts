/** What a picture must not show although the screen does: codes, emergency keys and backup codes, setup keys, and QR codes. */
export const secretsOfScreens = {
  codes: '.code, .next-code',
  keys: '.recovery-code, .backup-codes',
  boxes: 'input:not([type=password], [type=file]), textarea',
  drawings: 'svg.qr, .area img, video, canvas',
  style: `
* { caret-color: transparent !important; animation: none !important; transition: none !important; }
svg.qr > * { visibility: hidden !important; }
svg.qr { background: gray !important; }
.area img, video, canvas { filter: brightness(0) !important; }`,
} as const;

type Secrets = typeof secretsOfScreens;

/** Runs in the page: covers what is secret and stops what moves; `uncoverSecrets` undoes it. Characters are replaced one by one, so that everything keeps its place. */
export function coverSecrets({ codes, keys, boxes, style }: Secrets): void {
  const undo: (() => void)[] = [];
  const plain = (text: string): string =>
    text
      .replace(/[0-9A-Z]{16,}|(?:[0-9A-Z]{4}[ -])+[0-9A-Z]{4}/gu, (key) => key.replace(/[0-9A-Z]/gu, 'X'))
      .replace(/\d[\d\s]{4,}\d/gu, (code) => code.replace(/\d/gu, '0'));
  const covered = (text: string, within: Element | null): string => {
    if (within?.closest(keys)) return text.replace(/[0-9A-Za-z]/gu, 'X');
    return within?.closest(codes) ? text.replace(/\d/gu, '0') : plain(text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const [text, before] = [node, node.nodeValue ?? ''];
    const after = covered(before, node.parentElement);
    if (after === before) continue;
    text.nodeValue = after;
    undo.push(() => {
      // What the page wrote meanwhile is newer.
      if (text.nodeValue === after) text.nodeValue = before;
    });
  }
  for (const box of document.querySelectorAll<HTMLInputElement>(boxes)) {
    const { value } = box;
    const after = plain(value);
    if (after === value) continue;
    box.value = after;
    // Which part of a long text is seen depends on where the caret went before.
    box.setSelectionRange(0, 0);
    box.scrollLeft = 0;
    undo.push(() => {
      box.value = value;
    });
  }
  // The pages' own policy allows no style that is written into them.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const sheets = document.adoptedStyleSheets;
  document.adoptedStyleSheets = [...sheets, sheet];
  undo.push(() => {
    document.adoptedStyleSheets = sheets;
  });
  Reflect.set(globalThis, 'uncoverSecrets', () => {
    for (const one of undo) one();
  });
}

/** Runs in the page: what is still to be seen of secrets, by kind: a secret is named nowhere. */
export function uncovered({ codes, keys, boxes, drawings }: Secrets): string[] {
  const values = [...document.querySelectorAll<HTMLInputElement>(boxes)].map(({ value }) => value);
  const shown = [document.body.textContent, ...values].join('\n');
  const textsOf = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
  const isDrawn = (one: Element): boolean =>
    one.matches('svg.qr')
      ? [...one.children].some((part) => getComputedStyle(part).visibility !== 'hidden')
      : getComputedStyle(one).filter !== 'brightness(0)';
  const found = {
    'a code': textsOf(codes).some((text) => /[1-9]/u.test(text)),
    'six digits': /(?<!\d)(?!0{3}\s?0{3})\d{3}[^\S\n]?\d{3}(?!\d)/u.test(shown),
    'an emergency key or a backup code': textsOf(keys).some((text) => /[0-9A-WYZa-wyz]/u.test(text)),
    'a setup key': /[A-Z2-7]{16,}/u.test(shown.replace(/X{16,}/gu, '')),
    'a drawing': [...document.querySelectorAll(drawings)].some(isDrawn),
  };
  return Object.entries(found).flatMap(([kind, isShown]) => (isShown ? [kind] : []));
}

/** Runs in the page: gives everything its own text back. */
export function uncoverSecrets(): void {
  Reflect.get(globalThis, 'uncoverSecrets')();
}
