import type { RequestOf } from '../messages/protocol.ts';
import type { KdfText, KeysText, PassphraseKey, PassphraseProof, RecoveryKey } from '../messages/protocol-keys.ts';
import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from '../vault/base64.ts';
import { DEFAULT_SCRYPT_COST, SALT_LENGTH } from '../vault/kdf.ts';
import type { SlotDescription } from '../vault/key-slots.ts';
import type { StrengthClass } from '../vault/openings.ts';
import {
  deriveRecoveryKey,
  formatRecoveryCode,
  parseRecoveryCode,
  RECOVERY_LENGTH,
  type RecoveryCodeProblem,
} from '../vault/recovery-code.ts';

/** What making keys needs of a page: a derivation apart from its frames (32 bytes in base64; null out of bounds), and fresh bytes. */
export type KeyMaking = {
  readonly derive: (passphrase: string, kdf: KdfText) => Promise<string | null>;
  readonly random: (count: number) => Bytes;
  /** How hard a passphrase is to guess; null where that cannot be told. */
  readonly judge?: (passphrase: string) => Promise<StrengthClass | null>;
};

/** A recovery code as it is shown, and what the vault gets of it. */
export type NewRecoveryCode = { readonly code: string; readonly key: RecoveryKey };

/** Keys that all stay as they are, to say in a request which do not. */
export const keptKeys: KeysText = { passphrase: 'keep', recovery: 'keep', computer: 'keep' };

/** The key of a new passphrase, at today's cost; null where it could not be derived. */
export async function newPassphraseKey(
  { derive, random }: KeyMaking,
  passphrase: string,
): Promise<PassphraseKey | null> {
  const kdf = { ...DEFAULT_SCRYPT_COST, salt: toBase64(random(SALT_LENGTH)) };
  const kekBase64 = await derive(passphrase, kdf);
  return kekBase64 === null ? null : { kdf, kekBase64 };
}

/** The key of a passphrase that the customer just chose for Doorcode, with how it was judged. */
export async function chosenPassphraseKey(making: KeyMaking, passphrase: string): Promise<PassphraseKey | null> {
  const key = await newPassphraseKey(making, passphrase);
  const strength = (await making.judge?.(passphrase)) ?? null;
  return key === null || strength === null ? key : { ...key, strength };
}

/** A new recovery code: 160 random bits. */
export function newRecoveryCode({ random }: Pick<KeyMaking, 'random'>): NewRecoveryCode {
  const [bytes, salt] = [random(RECOVERY_LENGTH), random(SALT_LENGTH)];
  const key = { salt: toBase64(salt), kekBase64: toBase64(deriveRecoveryKey(bytes, salt)) };
  return { code: formatRecoveryCode(bytes), key };
}

/** Whether a typed code is the one that was shown; null when it is. */
export function checkTypedBack(shown: string, typed: string): RecoveryCodeProblem | null {
  const [wanted, read] = [parseRecoveryCode(shown), parseRecoveryCode(typed)];
  if (!read.ok) return read.error;
  return wanted.ok && toBase64(wanted.value) === toBase64(read.value) ? null : { kind: 'mistyped' };
}

/** The key, in base64, that a typed recovery code gives with a slot's salt. */
export function recoveryKey(typed: string, salt: string): Result<string, RecoveryCodeProblem> {
  const [code, bytes] = [parseRecoveryCode(typed), fromBase64(salt)];
  if (!code.ok) return code;
  return bytes === null ? err({ kind: 'mistyped' }) : ok(toBase64(deriveRecoveryKey(code.value, bytes)));
}

/** What a typed recovery code proves for a slot. */
export function recoveryProof(
  slot: Extract<SlotDescription, { readonly kind: 'recovery' }>,
  typed: string,
): Result<PassphraseProof, RecoveryCodeProblem> {
  const key = recoveryKey(typed, slot.salt);
  return key.ok ? ok({ slotId: slot.id, kekBase64: key.value }) : key;
}

/** Whether a passphrase's derivation costs less than today's, so that it is derived anew when it was typed. */
const isOutdated = ({ N, r, p }: KdfText): boolean =>
  N * r * p < DEFAULT_SCRYPT_COST.N * DEFAULT_SCRYPT_COST.r * DEFAULT_SCRYPT_COST.p;

/** The request that opens the vault by a typed passphrase, with its key at today's cost where that is due; null where it could not be derived. */
export async function unlockRequest(
  making: KeyMaking,
  { id, kdf }: Extract<SlotDescription, { readonly kind: 'passphrase' }>,
  typed: string,
): Promise<RequestOf<'unlock-with-key'> | null> {
  const kekBase64 = await making.derive(typed, kdf);
  if (kekBase64 === null) return null;
  const better = isOutdated(kdf) ? await newPassphraseKey(making, typed) : null;
  return { kind: 'unlock-with-key', slotId: id, kekBase64, better };
}

/** The key that a typed passphrase gives for a slot; null where it could not be derived. */
export async function passphraseProof(
  slot: Extract<SlotDescription, { readonly kind: 'passphrase' }>,
  typed: string,
  derive: KeyMaking['derive'],
): Promise<PassphraseProof | null> {
  const kekBase64 = await derive(typed, slot.kdf);
  return kekBase64 === null ? null : { slotId: slot.id, kekBase64 };
}
