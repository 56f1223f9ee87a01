import { browser } from 'wxt/browser';
import { classifySender, type MessageSender } from '../messages/sender-policy.ts';
import { inTime } from './in-time.ts';

// As both browsers name it in a content script; the function is serialised and takes nothing of this module along.
declare const chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };

/** Sent from a document, and no request; what counts is whom the browser names as its sender. */
const say = (): Promise<unknown> => chrome.runtime.sendMessage({ kind: 'document-here' }).catch(() => null);

/**
 * The origins of some documents of a tab, by document, as the browser vouches for the senders of messages; for the background.
 * @param patienceMs how long busy ones are waited for, in milliseconds
 */
export async function vouchedOrigins(
  tabId: number,
  documentIds: readonly string[],
  patienceMs: number,
): Promise<ReadonlyMap<string, string>> {
  const ownOrigin = browser.runtime.getURL('').replace(/\/$/, '');
  const origins = new Map<string, string>();
  const hear = (_message: unknown, sender: MessageSender): undefined => {
    const speaker = classifySender(sender, browser.runtime.id, ownOrigin);
    if (speaker.kind === 'content' && speaker.tabId === tabId) origins.set(speaker.documentId, speaker.origin);
  };
  browser.runtime.onMessage.addListener(hear);
  try {
    const target = { tabId, documentIds: [...documentIds] };
    const saying = browser.scripting.executeScript({ target, injectImmediately: true, func: say, args: [] });
    await inTime(saying, patienceMs, []);
  } catch {
    // A document that is gone vouches for nothing.
  } finally {
    browser.runtime.onMessage.removeListener(hear);
  }
  return origins;
}
