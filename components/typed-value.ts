import { isAccountCode } from '../lib/setup-links.ts';

/** What a typed value looks like, whatever box it stands in. */
export type TypedValue = 'setup-link' | 'setup-key' | 'emergency-key' | 'code';

// lib/vault/recovery-code.ts: nine groups of four letters, among them neither I, L, O nor U.
const EMERGENCY_KEY = /^[0-9A-HJKMNP-TV-Z]{36}$/;
// 80 bits in base32, which is the shortest key that sites give.
const SETUP_KEY = /^[A-Z2-7]{16,}$/;
const IN_SETUP_KEYS_ALONE = /[ILOU]/;
const SEPARATORS = /[\s\p{Dash}\p{Cf}.]/gu;

/** Words are base32 too; a key of sixteen letters and more has a digit, or no small letter. */
const looksDrawn = (text: string): boolean => /[2-7]/.test(text) || !/[a-z]/.test(text);

/**
 * Which of a customer's values a text looks like; null for none that is known by its looks. It proves nothing: a passphrase may look
 * like anything, so it is asked only once a text was refused in its box.
 */
export function typedValueOf(text: string): TypedValue | null {
  if (isAccountCode(text)) return 'setup-link';
  const plain = text.normalize('NFKC').replace(SEPARATORS, '');
  if (/^(?:\p{Nd}{6}|\p{Nd}{8})$/u.test(plain)) return 'code';
  const letters = plain.toUpperCase();
  if (EMERGENCY_KEY.test(letters)) return 'emergency-key';
  return SETUP_KEY.test(letters) && IN_SETUP_KEYS_ALONE.test(letters) && looksDrawn(plain) ? 'setup-key' : null;
}
