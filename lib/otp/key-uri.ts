import { err, ok, type Result } from '../result.ts';
import { encodeBase32 } from './base32.ts';
import { cleanName, splitLabel } from './key-uri-label.ts';
import { type ParameterError, type ParameterNote, readParameters, readSecret } from './key-uri-parameters.ts';
import { cutKeyUri, MAX_KEY_URI_LENGTH } from './key-uri-text.ts';
import type { OtpAccount } from './parameters.ts';

/** Why a text is refused as a key URI. */
export type KeyUriError = 'not-a-key-uri' | 'too-long' | ParameterError;

/** What a customer may want to know about a key URI that was accepted. */
export type KeyUriNote = ParameterNote | 'issuer-differs-from-label';

/** A key URI's account and the notes about it. */
export type ParsedKeyUri = { readonly account: OtpAccount; readonly notes: readonly KeyUriNote[] };

function parseSteamUri(text: string): Result<ParsedKeyUri, KeyUriError> {
  const secret = readSecret(text.replace(/\/$/, ''));
  if (!secret.ok) return err(secret.error);
  const parameters = { type: 'steam', secret: secret.value } as const;
  return ok({ account: { issuer: 'Steam', account: '', parameters }, notes: [] });
}

/**
 * Reads `otpauth:`, `apple-otpauth:` and `steam:` key URIs of at most 4096 characters (Key URI Format and what sites make
 * of it). Not by `URL`: labels hold `#`, bare `%` and spaces. `issuer` wins over the label's prefix.
 */
export function parseKeyUri(text: string): Result<ParsedKeyUri, KeyUriError> {
  return text.length > MAX_KEY_URI_LENGTH ? err('too-long') : parseWrittenKeyUri(text);
}

/** Reads a key URI of any length, as `formatKeyUri` writes one of long names, where the caller bounds it. */
export function parseWrittenKeyUri(text: string): Result<ParsedKeyUri, KeyUriError> {
  const trimmed = text.trim();
  if (/^steam:\/\//i.test(trimmed)) return parseSteamUri(trimmed.slice('steam://'.length));
  const cut = cutKeyUri(trimmed);
  if (cut === null) return err('not-a-key-uri');
  const named = cleanName(cut.parameters.get('issuer') ?? '');
  const { prefix, account } = splitLabel(cut.label, named);
  const issuer = named === '' ? prefix : named;
  const read = readParameters(cut.type, cut.parameters, issuer);
  if (!read.ok) return err(read.error);
  const differs: readonly KeyUriNote[] = prefix !== '' && prefix !== issuer ? ['issuer-differs-from-label'] : [];
  return ok({
    account: { issuer, account, parameters: read.value.parameters },
    notes: [...differs, ...read.value.notes],
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
