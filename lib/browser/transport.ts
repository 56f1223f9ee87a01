import { browser } from 'wxt/browser';
import type { PageRequest } from '../messages/protocol.ts';
import { classifySender, type SenderClass } from '../messages/sender-policy.ts';

/** Sends a request to the background; the answer is untyped until its decoder has seen it. */
export const askBackground = (request: PageRequest): Promise<unknown> => browser.runtime.sendMessage(request);

/** Serves every message with the class of its sender; strangers get no answer, and where serving breaks it is an empty one. */
export function serveMessages(serve: (message: unknown, sender: SenderClass) => Promise<unknown>): void {
  const ownOrigin = browser.runtime.getURL('').replace(/\/$/, '');
  browser.runtime.onMessage.addListener((message: unknown, sender, answer: (answered: unknown) => void) => {
    const senderClass = classifySender(sender, browser.runtime.id, ownOrigin);
    if (senderClass.kind === 'stranger') return false;
    // Not the promise itself, which Chromium 133 does not wait for.
    void serve(message, senderClass)
      .catch((error: unknown) => {
        answer(null);
        throw error;
      })
      .then(answer);
    return true;
  });
}
