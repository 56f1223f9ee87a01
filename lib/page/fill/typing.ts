import { listenIn } from './listen-in.ts';

/** Whether the customer has typed or pasted since the watch began. */
export type TypingWatch = { readonly typed: () => boolean; readonly end: () => void };

/**
 * Watches boxes for input that the browser vouches for (`isTrusted`): a page cannot make it, and our own is none.
 * @param trees where to listen: the window, and the trees of the boxes, since a closed one names none of its boxes outside
 * @param boxes asked at each input, because a page may draw them anew
 */
export function watchTyping(trees: readonly EventTarget[], boxes: () => readonly EventTarget[]): TypingWatch {
  let seen = false;
  const note = (event: Event): void => {
    const [target] = event.composedPath();
    if (event.isTrusted && target !== undefined && boxes().includes(target)) seen = true;
  };
  const signs = ['beforeinput', 'input', 'paste'];
  const listening = listenIn(trees, signs, note);
  return {
    typed: () => seen,
    end: () => listening.abort(),
  };
}
