import { parseKeyUri } from '../otp/key-uri.ts';
import { readSecret } from '../otp/key-uri-parameters.ts';
import type { Bytes, HashAlgorithm, OtpAccount, OtpParameters } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { isKeyLink } from '../setup-links.ts';
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

/** The part of the form that decides which codes are made. */
export type CodesForm = Omit<ManualForm, 'issuer' | 'account'>;

// Eight base32 characters; fewer is a typed fragment, not a key.
const LEAST_SECRET_BYTES = 5;

/** Why a typed key is none. */
export type SecretError = 'secret-invalid' | 'secret-short';

/** Why a form describes no account; `name-too-long`: the service's or the account's has more than 4096 characters. */
export type ManualError = SecretError | 'name-too-long';

/** The account that a form describes; a whole key URI pasted into the key's field is taken as it is. */
export function manualAccount(form: ManualForm): Result<OtpAccount, ManualError> {
  const described = describe(form);
  if (!described.ok) return described;
  const { issuer, account } = described.value;
  return issuer.length > MAX_TEXT || account.length > MAX_TEXT ? err('name-too-long') : described;
}

/** What makes the codes of a typed key; a whole key URI says it all by itself. */
export function typedParameters(form: CodesForm): Result<OtpParameters, SecretError> {
  const described = describe({ issuer: '', account: '', ...form });
  return described.ok ? ok(described.value.parameters) : described;
}

/** What makes the codes of a key, as the form has it beside the key. */
export function parametersWith(secret: Bytes, form: Omit<CodesForm, 'secretText'>): OtpParameters {
  const { kind, algorithm, digits, periodSeconds, counter } = form;
  if (kind === 'steam') return { type: 'steam', secret };
  if (kind === 'hotp') return { type: 'hotp', secret, algorithm, digits, counter };
  return { type: 'totp', secret, algorithm, digits, periodSeconds };
}

function describe(form: ManualForm): Result<OtpAccount, SecretError> {
  if (isKeyLink(form.secretText)) {
    const parsed = parseKeyUri(form.secretText.trim());
    return parsed.ok ? ok(parsed.value.account) : err('secret-invalid');
  }
  const secret = readSecret(form.secretText);
  if (!secret.ok) return err('secret-invalid');
  if (secret.value.length < LEAST_SECRET_BYTES) return err('secret-short');
  const names = { issuer: form.issuer.trim(), account: form.account.trim() };
  return ok({ ...names, parameters: parametersWith(secret.value, form) });
}
