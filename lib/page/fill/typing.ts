/** Whether the customer has typed or pasted since the watch began. */
export type TypingWatch = { readonly typed: () => boolean; readonly end: () => void };

/**
 * Watches boxes for input that the browser vouches for (`isTrusted`): a page cannot make it, and our own is none.
 * @param boxes asked at each input, because a page may draw them anew
 */
export function watchTyping(view: Window, boxes: () => readonly EventTarget[]): TypingWatch {
  let seen = false;
  const note = (event: Event): void => {
    const [target] = event.composedPath();
    if (event.isTrusted && target !== undefined && boxes().includes(target)) seen = true;
  };
  const signs = ['beforeinput', 'input', 'paste'];
  for (const sign of signs) view.addEventListener(sign, note, { capture: true });
  return {
    typed: () => seen,
    end: () => {
      for (const sign of signs) view.removeEventListener(sign, note, { capture: true });
    },
  };
}
