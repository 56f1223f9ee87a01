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
  const steam = parameters.type === 'steam';
  const pairs: readonly (readonly [string, unknown, readonly unknown[]])[] = [
    ['type', parameters.type, [expected.type]],
    ['issuer', issuer, [expected.issuer, ...(expected.issuerAccepts ?? [])]],
    ['account', account, [expected.account, ...(expected.accountAccepts ?? [])]],
    ['secret', encodeBase32(parameters.secret), [expected.secretBase32]],
    // Steam Guard has one hash and one period; what a file says beside them is of no account, as the code shows.
    ['algorithm', steam ? expected.algorithm : parameters.algorithm, [expected.algorithm]],
    ['digits', steam ? 5 : parameters.digits, [expected.digits]],
    [
      'period',
      parameters.type === 'totp' ? parameters.periodSeconds : steam ? expected.period : null,
      [expected.period],
    ],
    ['counter', parameters.type === 'hotp' ? parameters.counter : null, [expected.counter]],
    ['code', codeAt(parameters, CHECK_UNIX_MS).code, [expected.checkCode]],
  ];
  return pairs.flatMap(([name, is, accepted]) => (accepted.includes(is) ? [] : [name]));
}
