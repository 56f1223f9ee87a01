import type { ForeignError, UnsupportedReason } from '../backup/foreign/foreign-error.ts';
import type { ForeignItem, ForeignReading, SkipReason } from '../backup/foreign/foreign-format.ts';
import { readKeyUriLines } from '../backup/foreign/key-uri-lines.ts';
import { readForeign } from '../backup/foreign/read-foreign.ts';
import type { ImportedText } from '../messages/protocol-transfer.ts';
import { formatKeyUri } from '../otp/key-uri.ts';
import type { Bytes } from '../otp/parameters.ts';

// A message of Chromium carries 64 MiB; one name in millions of bytes may stand in thousands of accounts.
const MOST_URI_CHARACTERS = 48 * 2 ** 20;

/** Why a file that is known cannot be read. */
export type UnsupportedFile = UnsupportedReason;

/** An account that a file has and that is not brought in. */
export type LeftOutAccount = { readonly issuer: string; readonly account: string; readonly why: SkipReason };

/** What another app's file holds, with nothing in it but texts, numbers and pictures, so that a Worker can hand it over. */
export type ReadFile = {
  readonly kind: 'read';
  /** Whose it is; empty where that is not known. */
  readonly app: string;
  readonly accounts: readonly ImportedText[];
  readonly leftOut: readonly LeftOutAccount[];
  /** Items that have nothing to do with codes. */
  readonly others: number;
  /** Pictures in it that may hold codes. */
  readonly pictures: readonly Uint8Array[];
};

/** What came of reading a file. */
export type ForeignAnswer =
  | ReadFile
  /** `guess`: it may as well be another kind of file. */
  | { readonly kind: 'refused'; readonly app: string; readonly guess?: true; readonly error: ForeignError };

const textOfItem = (item: Extract<ForeignItem, { kind: 'account' }>): ImportedText => ({
  uri: formatKeyUri(item.account),
  group: item.group ?? null,
  pinned: item.pinned === true,
});

function sorted(items: readonly ForeignItem[]): Pick<ReadFile, 'accounts' | 'leftOut'> {
  return {
    accounts: items.flatMap((item) => (item.kind === 'account' ? [textOfItem(item)] : [])),
    leftOut: items.flatMap((item) =>
      item.kind === 'skipped' ? [{ issuer: item.issuer, account: item.account, why: item.why }] : [],
    ),
  };
}

/** Reads another app's file; a Worker's work, as keys may take seconds. */
export async function readForeignFile(bytes: Bytes, how: ForeignReading): Promise<ForeignAnswer> {
  const { format, outcome } = await readForeign(bytes, how);
  const app = format?.appShown ?? format?.app ?? '';
  if (!outcome.ok) return { kind: 'refused', app, ...(format?.guess ? { guess: true } : {}), error: outcome.error };
  const { items, others, pictures } = outcome.value;
  const { accounts, leftOut } = sorted(items);
  const characters = accounts.reduce((sum, { uri }) => sum + uri.length, 0);
  if (characters > MOST_URI_CHARACTERS) return { kind: 'refused', app, error: { kind: 'too-large' } };
  return { kind: 'read', app, accounts, leftOut, others, pictures };
}

/** What the texts of a file's pictures add to it; texts that set up nothing add nothing. */
export function withPictureTexts(file: ReadFile, texts: readonly string[]): ReadFile {
  const lines = readKeyUriLines(texts.filter((text) => /^(?:otpauth|steam)/i.test(text)).join('\n'));
  if (!lines.ok) return { ...file, pictures: [] };
  const { accounts, leftOut } = sorted(lines.value.items);
  return {
    ...file,
    accounts: [...file.accounts, ...accounts],
    leftOut: [...file.leftOut, ...leftOut],
    pictures: [],
  };
}
