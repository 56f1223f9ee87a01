import { userNameIn } from './login-form.ts';

// A page that sends its form without end is not heard without end.
const MOST_REPORTS = 40;

const bySomebody = (event: Event): boolean => event.isTrusted;

/** The form that a press sends, with its button or by Enter, which presses the button too; null for any other press. */
function formOf(press: Event): HTMLFormElement | null {
  const [target] = press.composedPath();
  const button = target instanceof Element ? target.closest('button, input') : null;
  if (button instanceof HTMLButtonElement) return button.type === 'submit' ? button.form : null;
  if (!(button instanceof HTMLInputElement)) return null;
  return button.type === 'submit' || button.type === 'image' ? button.form : null;
}

/**
 * Hears of login forms that are sent in a document.
 * @param report gets the user name as it stands in the form, and nothing else of it
 * @param isReal tells the browser's events from those that a script of the page made
 * @returns ends the watch
 */
export function watchLogin(page: Document, report: (name: string) => void, isReal = bySomebody): () => void {
  let left = MOST_REPORTS;
  const hear = (event: Event): void => {
    if (left === 0 || !isReal(event)) return;
    const form = event.type === 'submit' ? event.target : formOf(event);
    const name = form instanceof HTMLFormElement ? userNameIn(form) : null;
    if (name === null) return;
    left -= 1;
    report(name);
  };
  // Before the page's own listeners; a page that stops its form, or sends it by script, is heard by the press of the button.
  for (const event of ['submit', 'click']) page.addEventListener(event, hear, { capture: true });
  return () => {
    for (const event of ['submit', 'click']) page.removeEventListener(event, hear, { capture: true });
  };
}
