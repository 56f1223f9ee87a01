import type { Context } from './context.ts';
import { masked } from './masked.ts';
import { strongName } from './names.ts';
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

// Messages bring most of what pages call an OTP.
const oneTime = /\botps?\b|one time (?:code|pass\p{L}*)/gu;
const ofTwoFactor = /totp|authenticator|[2tm]fa\b|two ?fa|(?:two|2|second|multi) ?(?:factor|step)/;

/** Whether a box wants a code that came by a message, not one that an app makes. */
export function isSent(own: OwnWords, context: Context): boolean {
  const itself = `${own.names} ${own.words}`;
  if (channel.test(itself)) return true;
  if (strongName.test(own.names) && /totp|authenticator/.test(itself)) return false;
  if (sent.test(`${own.words} ${context.text}`)) return true;
  const said = `${own.words} ${context.plain}`;
  if (app.test(said)) return false;
  if (received.test(said) || masked.test(said)) return true;
  // "Resend" is a link or a button, so that the whole text is read.
  const all = `${own.words} ${context.text}`;
  return (
    addressed.test(all) &&
    !twoFactor.test(all.replace(oneTime, '')) &&
    !ofTwoFactor.test(`${own.names} ${context.names}`)
  );
}
