import type { ContentRequest } from '../messages/protocol.ts';
import { nativeApi } from './native-api.ts';

/**
 * Tells the background what a content script saw.
 * @returns whether the background allows this document to be watched; false as well when it cannot be reached
 */
export async function tellBackground(request: ContentRequest): Promise<boolean> {
  try {
    return (await nativeApi().runtime.sendMessage(request)) === true;
  } catch {
    return false;
  }
}
