/** What the browser says about who sent a message; every field may be missing. */
export type MessageSender = {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
};

/** Who is speaking: one of our own pages, a content script in a document of a tab, or a stranger. */
export type SenderClass =
  | { readonly kind: 'own-page' }
  | {
      readonly kind: 'content';
      readonly origin: string;
      readonly tabId: number;
      readonly frameId: number;
      readonly documentId: string;
    }
  | { readonly kind: 'stranger' };

/**
 * Classifies a sender by what the browser vouches for: `id`, `origin`, `tab`; never by `url` of a web document.
 * @param ownId the extension's id (`runtime.id`)
 * @param ownOrigin the extension's origin (`runtime.getURL('')` without its final slash)
 */
export function classifySender(sender: MessageSender, ownId: string, ownOrigin: string): SenderClass {
  if (sender.id !== ownId) return { kind: 'stranger' };
  // Firefox gives our own pages no `origin` in some contexts; their `url` is the browser's, as no web page has our scheme.
  const origin = sender.origin ?? (sender.url?.startsWith(`${ownOrigin}/`) ? ownOrigin : undefined);
  if (origin === ownOrigin) return { kind: 'own-page' };
  const tabId = sender.tab?.id;
  if (origin === undefined || origin === 'null' || tabId === undefined || sender.frameId === undefined) {
    return { kind: 'stranger' };
  }
  return { kind: 'content', origin, tabId, frameId: sender.frameId, documentId: sender.documentId ?? '' };
}
