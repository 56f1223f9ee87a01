import { listenIn } from './listen-in.ts';

/** The moment the page sends what its boxes hold. */
export type SendingWatch = { readonly sent: Promise<true>; readonly end: () => void };

/**
 * Watches for a form that is sent and for a document that is left: the page has then taken what stands in its boxes, and what it
 * does to them afterwards undoes nothing. Begun before the writing, because pages send in the very event that fills the last box.
 * @param trees where to listen: the window, and the trees of the boxes, which let no `submit` out
 */
export function watchSending(trees: readonly EventTarget[]): SendingWatch {
  const { promise, resolve } = Promise.withResolvers<true>();
  const listening = listenIn(trees, ['submit', 'beforeunload', 'pagehide'], () => resolve(true));
  return { sent: promise, end: () => listening.abort() };
}
