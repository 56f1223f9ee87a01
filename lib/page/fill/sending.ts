/** The moment the page sends what its boxes hold. */
export type SendingWatch = { readonly sent: Promise<true>; readonly end: () => void };

/**
 * Watches for a form that is sent and for a document that is left: the page has then taken what stands in its boxes, and what it
 * does to them afterwards undoes nothing. Begun before the writing, because pages send in the very event that fills the last box.
 */
export function watchSending(view: Window): SendingWatch {
  const signs = ['submit', 'beforeunload', 'pagehide'];
  let end = (): void => {};
  const sent = new Promise<true>((resolve) => {
    const send = (): void => resolve(true);
    for (const sign of signs) view.addEventListener(sign, send, { capture: true });
    end = () => {
      for (const sign of signs) view.removeEventListener(sign, send, { capture: true });
    };
  });
  return { sent, end };
}
