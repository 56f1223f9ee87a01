import type { HashAlgorithm, OtpParameters } from '../otp/parameters.ts';

/** One thing that decides about codes, as it was (null: the kind before had none) and as it is to be; keys are never told. */
export type CodesChange =
  | { readonly field: 'kind'; readonly from: OtpParameters['type']; readonly to: OtpParameters['type'] }
  | { readonly field: 'algorithm'; readonly from: HashAlgorithm | null; readonly to: HashAlgorithm }
  | { readonly field: 'digits' | 'periodSeconds' | 'counter'; readonly from: number | null; readonly to: number }
  | { readonly field: 'key' };

const isSameKey = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);

/** What differs between two ways to make codes; nothing where they make the same ones. */
export function codesChanges(from: OtpParameters, to: OtpParameters): readonly CodesChange[] {
  const changes: CodesChange[] = [];
  if (from.type !== to.type) changes.push({ field: 'kind', from: from.type, to: to.type });
  if (to.type !== 'steam') {
    const before = from.type === 'steam' ? { algorithm: null, digits: null } : from;
    if (before.algorithm !== to.algorithm)
      changes.push({ field: 'algorithm', from: before.algorithm, to: to.algorithm });
    if (before.digits !== to.digits) changes.push({ field: 'digits', from: before.digits, to: to.digits });
  }
  const number = (field: 'periodSeconds' | 'counter', was: number | null, is: number | null): void => {
    if (is !== null && was !== is) changes.push({ field, from: was, to: is });
  };
  const periodOf = (one: OtpParameters) => (one.type === 'totp' ? one.periodSeconds : null);
  number('periodSeconds', periodOf(from), periodOf(to));
  number('counter', counterOf(from), counterOf(to));
  if (!isSameKey(from.secret, to.secret)) changes.push({ field: 'key' });
  return changes;
}

/** The counter of the next code; null where codes are not made by one. */
export const counterOf = (one: OtpParameters): number | null => (one.type === 'hotp' ? one.counter : null);
