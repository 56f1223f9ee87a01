import type { ForeignItem, ForeignReading } from '../../../../lib/backup/foreign/foreign-format.ts';
import { type ReadForeign, readForeign } from '../../../../lib/backup/foreign/read-foreign.ts';
import type { OtpParameters } from '../../../../lib/otp/parameters.ts';

/** What seals every sample of these tests. */
export const passphrase = 'correct horse ü';

/** A key in base32, and its bytes as somebody else decoded them: `Hello!`, DE AD BE EF (the example of the Key URI Format). */
export const hello = {
  base32: 'JBSWY3DPEHPK3PXP',
  bytes: Uint8Array.of(72, 101, 108, 108, 111, 33, 0xde, 0xad, 0xbe, 0xef),
} as const;

/** The key of RFC 4226's appendix D, 20 bytes of ASCII. */
export const digits20 = {
  base32: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  bytes: new Uint8Array(Buffer.from('12345678901234567890')),
} as const;

type Named = { readonly issuer: string; readonly account: string; readonly parameters: OtpParameters };
type Kept = { readonly group?: string; readonly pinned?: true };

/** Ordinary codes: SHA1, six digits, 30 seconds. */
export const ada: Named = {
  issuer: 'Harbour',
  account: 'ada@harbour.example',
  parameters: { type: 'totp', secret: hello.bytes, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
};
/** Everything that a reader may fall back from: SHA256, eight digits, 60 seconds. */
export const grace: Named = {
  issuer: 'Mill & Söhne',
  account: 'grace',
  parameters: { type: 'totp', secret: digits20.bytes, algorithm: 'SHA256', digits: 8, periodSeconds: 60 },
};
/** Codes by counter. */
export const tim: Named = {
  issuer: 'Quay',
  account: 'tim+post',
  parameters: { type: 'hotp', secret: hello.bytes, algorithm: 'SHA1', digits: 6, counter: 41 },
};
/** Steam Guard. */
export const gabe: Named = {
  issuer: 'Steam',
  account: 'gabe',
  parameters: { type: 'steam', secret: digits20.bytes },
};

/** The item that an account comes as. */
export const taken = (account: Named, kept: Kept = {}): ForeignItem => ({ kind: 'account', account, ...kept });

/** The item of an account that is left out. */
export const leftOut = (
  issuer: string,
  account: string,
  why: Extract<ForeignItem, { kind: 'skipped' }>['why'],
): ForeignItem => ({ kind: 'skipped', issuer, account, why });

/** Ordinary codes under these names, with what differs. */
export const totp = (
  issuer: string,
  account: string,
  parameters: Partial<Extract<OtpParameters, { type: 'totp' }>> = {},
): Named => ({
  issuer,
  account,
  parameters: { type: 'totp', secret: hello.bytes, algorithm: 'SHA1', digits: 6, periodSeconds: 30, ...parameters },
});

/** How these tests read: whatever it costs, in silence. */
export const reading = (typed: string | null): ForeignReading => ({
  passphrase: typed,
  costly: true,
  onProgress: () => {},
});

const bytesOf = (file: unknown): Uint8Array<ArrayBuffer> => {
  if (file instanceof Uint8Array) return new Uint8Array(file);
  return new Uint8Array(Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)));
};

/** Reads a file: bytes, a text, or a value to be written as JSON. */
export const read = (file: unknown, typed: string | null = null): Promise<ReadForeign> =>
  readForeign(bytesOf(file), reading(typed));

/** The items of a file that is whole; a refusal is a fault. */
export async function itemsOf(file: unknown, typed: string | null = null): Promise<readonly ForeignItem[]> {
  const { format, outcome } = await read(file, typed);
  if (!outcome.ok) throw new Error(`${format?.id ?? 'no format'} refused it: ${JSON.stringify(outcome.error)}`);
  return outcome.value.items;
}

/** Why a file brings nothing, or `read` where it brings something. */
export async function refusalOf(file: unknown, typed: string | null = null): Promise<string> {
  const { outcome } = await read(file, typed);
  return outcome.ok ? 'read' : outcome.error.kind;
}
