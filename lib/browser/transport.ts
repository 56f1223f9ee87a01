import { browser } from 'wxt/browser';
import type { PageRequest } from '../messages/protocol.ts';
import { classifySender, type SenderClass } from '../messages/sender-policy.ts';

/** Sends a request to the background; the answer is untyped until its decoder has seen it. */
export const askBackground = (request: PageRequest): Promise<unknown> => browser.runtime.sendMessage(request);

/** Serves every message with the class of its sender; strangers get no answer. */
export function serveMessages(serve: (message: unknown, sender: SenderClass) => Promise<unknown>): void {
  const ownOrigin = browser.runtime.getURL('').replace(/\/$/, '');
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const senderClass = classifySender(sender, browser.runtime.id, ownOrigin);
    return senderClass.kind === 'stranger' ? undefined : serve(message, senderClass);
  });
}
