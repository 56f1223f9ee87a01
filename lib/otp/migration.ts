import { err, ok, type Result } from '../result.ts';
import { cleanName } from './key-uri-label.ts';
import { decodePercent } from './key-uri-text.ts';
import { withoutPadding } from './padding.ts';
import type { Bytes, OtpAccount } from './parameters.ts';
import { readProtobuf } from './protobuf.ts';

/** An account that was left out as its codes would be wrong: made in a way nobody here knows, or with a key that is not whole. */
export type RefusedAccount = {
  readonly issuer: string;
  readonly account: string;
  readonly why: 'unknown-kind' | 'damaged';
};

/** One migration code; `refused` are accounts that would give wrong codes. `batchIndex` is from 0. */
export type Migration = {
  readonly accounts: readonly OtpAccount[];
  readonly refused: readonly RefusedAccount[];
  readonly batchSize: number;
  readonly batchIndex: number;
  readonly batchId: number;
};

/** Why a text is no migration code: another kind of text, or one whose payload cannot be read. */
export type MigrationError = 'not-a-migration' | 'damaged';

const ALGORITHMS = ['SHA1', 'SHA1', 'SHA256', 'SHA512'] as const;
const DIGITS = [6, 6, 8] as const;

function readAccount(data: Uint8Array): Result<OtpAccount, RefusedAccount> {
  const fields = readProtobuf(data);
  if (fields === null) return err({ issuer: '', account: '', why: 'damaged' });
  // Only what is not there has a default: a number that cannot be read is one that nobody knows.
  const number = (field: number) => (fields.findLast((one) => one.field === field) ?? { value: 0 }).value ?? -1;
  const bytes = (field: number) => fields.findLast((one) => one.field === field)?.bytes ?? new Uint8Array();
  const text = (field: number) => new TextDecoder().decode(bytes(field));
  const [name, issuer] = [text(2), text(3)];
  // The name is `issuer:account` in what Google writes; bounds and cleaning come after the cut, so that long names keep it.
  const account = issuer !== '' && name.startsWith(`${issuer}:`) ? name.slice(issuer.length + 1) : name;
  const labels = { issuer: cleanName(issuer), account: cleanName(account) };
  const secret: Bytes = new Uint8Array(bytes(1));
  const algorithm = ALGORITHMS[number(4)];
  const digits = DIGITS[number(5)];
  const [type, counter] = [number(6), number(7)];
  if (!algorithm || !digits || type < 0 || type > 2) return err({ ...labels, why: 'unknown-kind' });
  if (secret.length < 1 || secret.length > 1024 || counter < 0) return err({ ...labels, why: 'damaged' });
  const common = { secret, algorithm, digits };
  if (type === 1) return ok({ ...labels, parameters: { type: 'hotp', ...common, counter } });
  return ok({ ...labels, parameters: { type: 'totp', ...common, periodSeconds: 30 } });
}

/** The payload of `otpauth-migration://offline?data=`, at most 4096 characters of base64, escaped or not, padded or not. */
export function migrationPayload(text: string): Result<Bytes, MigrationError> {
  const match = /^otpauth-migration:\/\/offline\/?\?data=([^&]{1,4096})$/i.exec(text.slice(0, 4200).trim());
  if (match === null) return err('not-a-migration');
  // A form decoder may have turned `+` into a space.
  const base64 = withoutPadding(decodePercent(match[1] ?? '').replaceAll(' ', '+'));
  if (!/^[A-Za-z0-9+/]+$/.test(base64) || base64.length % 4 === 1) return err('damaged');
  return ok(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
}

/** Reads a migration code's payload (Google Authenticator's MigrationPayload). */
export function parseMigration(text: string): Result<Migration, MigrationError> {
  const payload = migrationPayload(text);
  if (!payload.ok) return payload;
  const fields = readProtobuf(payload.value);
  if (fields === null) return err('damaged');
  const number = (field: number) => fields.findLast((one) => one.field === field)?.value ?? 0;
  const read = fields.flatMap(({ field, bytes }) => (field === 1 && bytes !== null ? [readAccount(bytes)] : []));
  const accounts = read.flatMap((one) => (one.ok ? [one.value] : []));
  const refused = read.flatMap((one) => (one.ok ? [] : [one.error]));
  const batch = { batchSize: number(3), batchIndex: number(4), batchId: number(5) };
  return ok({ accounts, refused, ...batch });
}
