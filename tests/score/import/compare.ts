import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import type { OtpAccount } from '../../../lib/otp/parameters.ts';

/** An account as the manifest of a corpus writes it. */
export type Expected = {
  readonly type: 'totp' | 'hotp' | 'steam';
  readonly issuer: string;
  readonly account: string;
  readonly issuerAccepts?: readonly string[];
  readonly accountAccepts?: readonly string[];
  readonly secretBase32: string;
  readonly algorithm: string;
  readonly digits: number;
  readonly period: number | null;
  readonly counter: number | null;
  readonly checkCode: string;
};

const CHECK_UNIX_MS = 1_234_567_890_000;

/** What of an account is not as it must be; nothing where it is right. */
export function differences({ issuer, account, parameters }: OtpAccount, expected: Expected): readonly string[] {
  // Steam Guard has one hash, one length and one period, whatever a file says beside them.
  const made =
    parameters.type === 'steam' ? { ...parameters, algorithm: 'SHA1', digits: 5, periodSeconds: 30 } : parameters;
  const pairs: readonly (readonly [string, unknown, readonly unknown[]])[] = [
    ['type', made.type, [expected.type]],
    ['issuer', issuer, [expected.issuer, ...(expected.issuerAccepts ?? [])]],
    ['account', account, [expected.account, ...(expected.accountAccepts ?? [])]],
    ['secret', encodeBase32(made.secret), [expected.secretBase32]],
    ['algorithm', made.algorithm, [expected.algorithm]],
    ['digits', made.digits, [expected.digits]],
    ['period', made.type === 'hotp' ? null : made.periodSeconds, [expected.period]],
    ['counter', made.type === 'hotp' ? made.counter : null, [expected.counter]],
    ['code', codeAt(parameters, CHECK_UNIX_MS).code, [expected.checkCode]],
  ];
  return pairs.flatMap(([name, is, accepted]) => (accepted.includes(is) ? [] : [name]));
}
