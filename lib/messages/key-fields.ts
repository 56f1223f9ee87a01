import type { Place } from '../app/vault-copies.ts';
import type { StrengthClass } from '../vault/openings.ts';
import { decodeKdf, isCount, isOneOf, isText, ownFields } from './fields.ts';
import type { KeysText, PassphraseKey, RecoveryKey } from './protocol-keys.ts';

const places: readonly Place[] = ['a', 'b', 'mirror', 'day.1', 'day.2', 'day.3', 'day.4', 'day.5'];

/** Whether a field names a place where a copy of the vault may lie. */
export const isPlace = (value: unknown): value is Place => isOneOf(value, places);

const isStrength = (value: unknown): value is StrengthClass => isCount(value) && value <= 4;

/** A passphrase's key; its bounds are checked where it is used. */
export function decodePassphraseKey(value: unknown): PassphraseKey | null {
  const { kdf, kekBase64, strength } = ownFields(value) ?? {};
  const decoded = decodeKdf(kdf);
  if (decoded === null || !isText(kekBase64, 64)) return null;
  if (strength === undefined) return { kdf: decoded, kekBase64 };
  return isStrength(strength) ? { kdf: decoded, kekBase64, strength } : null;
}

function decodeRecoveryKey(value: unknown): RecoveryKey | null {
  const { salt, kekBase64 } = ownFields(value) ?? {};
  return isText(salt, 64) && isText(kekBase64, 64) ? { salt, kekBase64 } : null;
}

const isKept = (value: unknown): value is 'keep' | 'remove' => value === 'keep' || value === 'remove';

/** How keys are made or change; null for anything else. */
export function decodeKeys(value: unknown): KeysText | null {
  const fields = ownFields(value);
  if (fields === null) return null;
  const passphrase = isKept(fields.passphrase) ? fields.passphrase : decodePassphraseKey(fields.passphrase);
  const recovery = isKept(fields.recovery) ? fields.recovery : decodeRecoveryKey(fields.recovery);
  const { computer } = fields;
  if (passphrase === null || recovery === null || !isOneOf(computer, ['new', 'keep', 'remove'])) return null;
  return { passphrase, recovery, computer };
}
