import { appShowsCode } from './app-shows.ts';
import type { Context } from './context.ts';
import { masked } from './masked.ts';
import { ofTwoFactor, strongName } from './names.ts';
import type { OwnWords } from './own-words.ts';
import { addressedPhrases, channelPhrases, receivedPhrases, sentPhrases } from './sent-words.ts';
import { appPhrases, twoFactorPhrases } from './two-factor-words.ts';
import { anyOf } from './words.ts';

const sent = anyOf(sentPhrases);
const channel = anyOf(channelPhrases);
const received = anyOf(receivedPhrases);
const addressed = anyOf(addressedPhrases);
const app = anyOf(appPhrases);
const twoFactor = anyOf(twoFactorPhrases);

/** Whether a box wants a code that came by a message, not one that an app makes. */
export function isSent(own: OwnWords, context: Context): boolean {
  const itself = `${own.names} ${own.words}`;
  const inApp = appShowsCode(context.prose);
  // A box named for messages may have been taken over for the app, which the page then speaks of; a label is no such leftover.
  if (channel.test(inApp ? own.words : itself)) return true;
  if (strongName.test(own.names) && /totp|authenticator/.test(itself)) return false;
  if (sent.test(`${own.words} ${context.text}`)) return true;
  const said = `${own.words} ${context.plain}`;
  if (app.test(said)) return false;
  if (received.test(said) || masked.test(said)) return true;
  // "Resend" is a link or a button, so that the whole text is read.
  const all = `${own.words} ${context.text}`;
  return addressed.test(all) && !twoFactor.test(all) && !ofTwoFactor.test(`${own.names} ${context.names}`);
}
