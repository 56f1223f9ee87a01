import { cleanName } from '../../otp/key-uri-label.ts';
import { foreignAccount, groupName, textOf } from './foreign-account.ts';
import type { ForeignItem } from './foreign-format.ts';
import { isKeyLine, readKeyUri } from './key-uri-lines.ts';

/** What a password manager's item says beside its one-time password field. */
export type PasswordItem = {
  readonly title: unknown;
  readonly username: unknown;
  readonly group?: unknown;
  readonly pinned?: boolean;
};

// KeeOTP's query for KeePass: `key=BASE32&size=8&step=25&otpHashMode=Sha256`.
function keeOtp(text: string, { title, username, group }: PasswordItem): ForeignItem | null {
  if (!/(?:^|&)key=/i.test(text)) return null;
  const query = new URLSearchParams(text.replaceAll('+', '%2B'));
  return foreignAccount({
    issuer: title,
    account: username,
    type: /^hotp$/i.test(query.get('type') ?? '') ? 'hotp' : 'totp',
    secret: query.get('key'),
    algorithm: query.get('otpHashMode'),
    digits: query.get('size'),
    periodSeconds: query.get('step'),
    counter: query.get('counter'),
    group,
  });
}

/** The account of an item whose field holds a setup link, KeeOTP's query or a bare key; the item's names stand in for missing ones. */
export function readPasswordItem(field: unknown, item: PasswordItem): ForeignItem {
  const text = textOf(field).trim();
  const { title, username, group, pinned = false } = item;
  if (!isKeyLine(text))
    return (
      keeOtp(text, item) ??
      foreignAccount({ issuer: title, account: username, type: 'totp', secret: text, group, pinned })
    );
  const read = readKeyUri(text);
  const named = read.kind === 'account' ? read.account : read;
  // `steam://` has no names of its own.
  const nameless = named.issuer === '' || /^steam:/i.test(text);
  const issuer = (nameless ? cleanName(textOf(title)) : '') || named.issuer;
  const account = named.account === '' ? cleanName(textOf(username)) : named.account;
  if (read.kind === 'skipped') return { ...read, issuer, account };
  const folder = groupName(group);
  return {
    kind: 'account',
    account: { issuer, account, parameters: read.account.parameters },
    ...(folder === '' ? {} : { group: folder }),
    ...(pinned ? { pinned: true as const } : {}),
  };
}
