import { err, ok, type Result } from '../result.ts';
import { encodeBase32 } from './base32.ts';
import { cleanName, splitLabel } from './key-uri-label.ts';
import {
  type ParameterError,
  type ParameterNote,
  readParameters,
  readQuery,
  readSecret,
} from './key-uri-parameters.ts';
import type { OtpAccount } from './parameters.ts';

const MAX_TEXT = 4096;

/** Why a text is refused as a key URI. */
export type KeyUriError = { readonly kind: 'not-a-key-uri' | 'too-long' | ParameterError };

/** What a customer may want to know about a key URI that was accepted. */
export type KeyUriNote = ParameterNote | 'issuer-differs-from-label';

/** A key URI's account and the notes about it. */
export type ParsedKeyUri = { readonly account: OtpAccount; readonly notes: readonly KeyUriNote[] };

function parseSteamUri(text: string): Result<ParsedKeyUri, KeyUriError> {
  const secret = readSecret(text.replace(/\/$/, ''));
  if (!secret.ok) return err({ kind: secret.error });
  const parameters = { type: 'steam', secret: secret.value } as const;
  return ok({ account: { issuer: 'Steam', account: '', parameters }, notes: [] });
}

/**
 * Reads `otpauth:`, `apple-otpauth:` and `steam:` key URIs of at most 4096 characters (Key URI Format and what sites make
 * of it). Not by `URL`: labels hold `#`, bare `%` and spaces. `issuer` wins over the label's prefix.
 */
export function parseKeyUri(text: string): Result<ParsedKeyUri, KeyUriError> {
  if (text.length > MAX_TEXT) return err({ kind: 'too-long' });
  const match = /^\s*(apple-otpauth|otpauth|steam):\/\/([\s\S]*?)\s*$/i.exec(text);
  if (match === null) return err({ kind: 'not-a-key-uri' });
  const [, scheme = '', rest = ''] = match;
  if (scheme.toLowerCase() === 'steam') return parseSteamUri(rest);
  const mark = rest.indexOf('?');
  const path = mark < 0 ? rest : rest.slice(0, mark);
  const query = readQuery(mark < 0 ? '' : rest.slice(mark + 1));
  const slash = path.indexOf('/');
  const type = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
  const named = cleanName(query.get('issuer') ?? '');
  const { prefix, account } = splitLabel(slash < 0 ? '' : path.slice(slash + 1), named);
  const issuer = named === '' ? prefix : named;
  const read = readParameters(type, query, issuer);
  if (!read.ok) return err({ kind: read.error });
  const differs: readonly KeyUriNote[] = prefix !== '' && prefix !== issuer ? ['issuer-differs-from-label'] : [];
  return ok({
    account: { issuer, account, parameters: read.value.parameters },
    notes: [...read.value.notes, ...differs],
  });
}

/** Writes an account as a key URI that `parseKeyUri` reads back; every value is explicit, so that no reader has to assume one. */
export function formatKeyUri({ issuer, account, parameters }: OtpAccount): string {
  const escaped = (text: string) => encodeURIComponent(text.toWellFormed());
  const label = issuer !== '' || account.includes(':') ? `${escaped(issuer)}:${escaped(account)}` : escaped(account);
  const query = [`secret=${encodeBase32(parameters.secret)}`];
  if (issuer !== '') query.push(`issuer=${escaped(issuer)}`);
  if (parameters.type === 'steam') query.push('algorithm=SHA1', 'digits=5', 'period=30', 'encoder=steam');
  else query.push(`algorithm=${parameters.algorithm}`, `digits=${parameters.digits}`);
  if (parameters.type === 'hotp') query.push(`counter=${parameters.counter}`);
  if (parameters.type === 'totp') query.push(`period=${parameters.periodSeconds}`);
  // Five digits of an issuer called Steam would be read as Steam Guard.
  if (parameters.type === 'totp' && issuer.toLowerCase() === 'steam') query.push('encoder=otp');
  return `otpauth://${parameters.type === 'hotp' ? 'hotp' : 'totp'}/${label}?${query.join('&')}`;
}
