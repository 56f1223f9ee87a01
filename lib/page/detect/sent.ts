import type { Context } from './context.ts';
import { strongName } from './names.ts';
import type { OwnWords } from './own-words.ts';
import { channelPhrases, receivedPhrases, sentPhrases } from './sent-words.ts';
import { appPhrases } from './two-factor-words.ts';
import { anyOf } from './words.ts';

const sent = anyOf(sentPhrases);
const channel = anyOf(channelPhrases);
const received = anyOf(receivedPhrases);
const app = anyOf(appPhrases);
// A number or an address with its middle crossed out: pages show where they sent a code, in any language.
const masked = /(?:[*•·●]{2,}|x{3,})[\s()*•·●-]*\d{2,4}(?!\p{L})|[*•·●]{2,}\S*@\S|@[\p{L}\d]?[*•·●]{2,}/u;

/** Whether a box wants a code that came by a message, not one that an app makes. */
export function isSent(own: OwnWords, context: Context): boolean {
  const itself = `${own.names} ${own.words}`;
  if (channel.test(itself)) return true;
  if (strongName.test(own.names) && /totp|authenticator/.test(itself)) return false;
  if (sent.test(`${own.words} ${context.text}`)) return true;
  const said = `${own.words} ${context.plain}`;
  return !app.test(said) && (received.test(said) || masked.test(said));
}
