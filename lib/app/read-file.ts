import type { ForeignItem, SkipReason } from '../backup/foreign/foreign-format.ts';
import { readKeyUriLines } from '../backup/foreign/key-uri-lines.ts';
import type { ImportedText } from '../messages/protocol-transfer.ts';
import { formatKeyUri } from '../otp/key-uri.ts';

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

const textOfItem = (item: Extract<ForeignItem, { kind: 'account' }>): ImportedText => ({
  uri: formatKeyUri(item.account),
  group: item.group ?? null,
  pinned: item.pinned === true,
});

/** The accounts of a file's items, and those that are left out. */
export function sorted(items: readonly ForeignItem[]): Pick<ReadFile, 'accounts' | 'leftOut'> {
  return {
    accounts: items.flatMap((item) => (item.kind === 'account' ? [textOfItem(item)] : [])),
    leftOut: items.flatMap((item) =>
      item.kind === 'skipped' ? [{ issuer: item.issuer, account: item.account, why: item.why }] : [],
    ),
  };
}

const unread: ForeignItem = { kind: 'skipped', issuer: '', account: '', why: 'secret-invalid' };

/** What the texts of a file's pictures add to it; texts that set up nothing add nothing. The page does this, and needs no other format for it. */
export function withPictureTexts(file: ReadFile, texts: readonly string[]): ReadFile {
  const codes = texts.filter((text) => /^(?:otpauth|steam)/i.test(text));
  const lines = readKeyUriLines(codes.join('\n'));
  // Where none of them can be read, or there are too many, each is named as left out, and not dropped without a word.
  const { accounts, leftOut } = sorted(lines.ok ? lines.value.items : codes.map(() => unread));
  return {
    ...file,
    accounts: [...file.accounts, ...accounts],
    leftOut: [...file.leftOut, ...leftOut],
    pictures: [],
  };
}
