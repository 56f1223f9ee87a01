import { parseKeyUri } from '../otp/key-uri.ts';
import { readSecret } from '../otp/key-uri-parameters.ts';
import type { HashAlgorithm, OtpAccount, OtpParameters } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { MAX_TEXT } from '../vault/entry-codec.ts';

/** The manual form as typed; numbers are whole and in range, fields that the kind does not use are ignored. */
export type ManualForm = {
  readonly issuer: string;
  readonly account: string;
  readonly secretText: string;
  readonly kind: OtpParameters['type'];
  readonly algorithm: HashAlgorithm;
  readonly digits: number;
  readonly periodSeconds: number;
  readonly counter: number;
};

// Eight base32 characters; fewer is a typed fragment, not a key.
const LEAST_SECRET_BYTES = 5;

/** Why a form describes no account; `name-too-long`: the service's or the account's has more than 4096 characters. */
export type ManualError = 'secret-invalid' | 'secret-short' | 'name-too-long';

/** The account that a form describes; a whole key URI pasted into the key's field is taken as it is. */
export function manualAccount(form: ManualForm): Result<OtpAccount, ManualError> {
  const described = describe(form);
  if (!described.ok) return described;
  const { issuer, account } = described.value;
  return issuer.length > MAX_TEXT || account.length > MAX_TEXT ? err('name-too-long') : described;
}

function describe(form: ManualForm): Result<OtpAccount, ManualError> {
  if (/^\s*otpauth:/i.test(form.secretText)) {
    const parsed = parseKeyUri(form.secretText.trim());
    return parsed.ok ? ok(parsed.value.account) : err('secret-invalid');
  }
  const secret = readSecret(form.secretText);
  if (!secret.ok) return err('secret-invalid');
  if (secret.value.length < LEAST_SECRET_BYTES) return err('secret-short');
  const { algorithm, digits, periodSeconds, counter } = form;
  const names = { issuer: form.issuer.trim(), account: form.account.trim() };
  const common = { secret: secret.value, algorithm, digits };
  if (form.kind === 'steam') return ok({ ...names, parameters: { type: 'steam', secret: secret.value } });
  if (form.kind === 'hotp') return ok({ ...names, parameters: { type: 'hotp', ...common, counter } });
  return ok({ ...names, parameters: { type: 'totp', ...common, periodSeconds } });
}
