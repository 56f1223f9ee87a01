import type { Context } from './context.ts';
import { masked } from './masked.ts';
import { strongName } from './names.ts';
import type { OwnWords } from './own-words.ts';
import { channelPhrases, receivedPhrases, sentPhrases } from './sent-words.ts';
import { appPhrases } from './two-factor-words.ts';
import { anyOf } from './words.ts';

const sent = anyOf(sentPhrases);
const channel = anyOf(channelPhrases);
const received = anyOf(receivedPhrases);
const app = anyOf(appPhrases);

/** Whether a box wants a code that came by a message, not one that an app makes. */
export function isSent(own: OwnWords, context: Context): boolean {
  const itself = `${own.names} ${own.words}`;
  if (channel.test(itself)) return true;
  if (strongName.test(own.names) && /totp|authenticator/.test(itself)) return false;
  if (sent.test(`${own.words} ${context.text}`)) return true;
  const said = `${own.words} ${context.plain}`;
  return !app.test(said) && (received.test(said) || masked.test(said));
}
