import type { Translate } from './text.ts';
import { type TypedValue, typedValueOf } from './typed-value.ts';

const keys = {
  'setup-link': 'typedSetupLink',
  'setup-key': 'typedSetupKey',
  'emergency-key': 'typedEmergencyKey',
  code: 'typedLoginCode',
} as const;

/** Names a value that was refused in a box and belongs into another one, in a sentence; null where it looks like none of them. */
export function typedElsewhere(t: Translate, typed: string, belongsHere: TypedValue | null): string | null {
  const value = typedValueOf(typed);
  return value === null || value === belongsHere ? null : t(keys[value]);
}

/** What is said of a passphrase that did not open: the sentence, and what it looks like, as it may be a passphrase all the same. */
export function notThePassphrase(t: Translate, typed: string, sentence: string): string {
  const named = typedElsewhere(t, typed, null);
  return named === null ? sentence : `${sentence} ${named}`;
}
