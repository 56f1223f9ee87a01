import { err, ok, type Result } from '../../result.ts';
import { decrypt } from '../../vault/aead.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { deriveForeignKey } from './file-key.ts';
import { foreignAccount, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignReading } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { looseBase64 } from './loose-base64.ts';

const ITERATIONS = 10_000;

async function openServices(sealed: string, how: ForeignReading): Promise<Result<unknown, ForeignError>> {
  const [data, salt, iv] = sealed.split(':', 3).map(looseBase64);
  if (!data || !salt || !iv) return damaged;
  if (how.passphrase === null) return err({ kind: 'passphrase-needed' });
  const derivation = { name: 'pbkdf2', hash: 'SHA-256', iterations: ITERATIONS, salt } as const;
  const key = await deriveForeignKey(how.passphrase, derivation, 32, how);
  if (!key.ok) return key;
  const plain = await decrypt(key.value, iv, new Uint8Array(), data);
  if (plain === null) return err({ kind: 'wrong-passphrase' });
  const value = parseJsonBytes(plain);
  return value === undefined ? damaged : ok(value);
}

function readServices(services: unknown, groups: unknown): Result<ForeignContent, ForeignError> {
  if (!Array.isArray(services)) return damaged;
  const names = new Map(recordsOf(groups).map(({ id, name }) => [id, name]));
  const items = itemsOf(services, (service) => {
    const otp = recordAt(service, 'otp');
    // Before version 3 every account was an ordinary one of 30 s.
    return foreignAccount({
      issuer: textOf(otp.issuer) || service.name,
      account: otp.account ?? otp.label,
      type: otp.tokenType ?? 'totp',
      secret: service.secret,
      algorithm: otp.algorithm,
      digits: otp.digits,
      periodSeconds: otp.period,
      counter: otp.counter,
      group: names.get(service.groupId),
    });
  });
  return ok(contentOf(items));
}

/** The accounts of a plain backup. */
export const readTwoFas = (json: unknown): Result<ForeignContent, ForeignError> =>
  isRecord(json) ? readServices(json.services, json.groups) : damaged;

/** 2FAS's backup. */
export const twoFas: ForeignFormat = {
  id: '2fas',
  app: '2FAS',
  reads: 'JSON (.2fas) of versions 1 to 4, plain or encrypted',
  source: 'https://github.com/twofas/2fas-android',
  recognise: ({ json }) =>
    isRecord(json) && 'schemaVersion' in json && ('services' in json || 'servicesEncrypted' in json),
  async read({ json }, how) {
    if (!isRecord(json)) return damaged;
    const { servicesEncrypted, groups } = json;
    if (typeof servicesEncrypted !== 'string' || servicesEncrypted === '') return readTwoFas(json);
    const opened = await openServices(servicesEncrypted, how);
    return opened.ok ? readServices(opened.value, groups) : opened;
  },
};
