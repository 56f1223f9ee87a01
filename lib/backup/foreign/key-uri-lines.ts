import { parseKeyUri } from '../../otp/key-uri.ts';
import { cleanName } from '../../otp/key-uri-label.ts';
import { cutKeyUri, MAX_KEY_URI_LENGTH } from '../../otp/key-uri-text.ts';
import { parseMigration } from '../../otp/migration.ts';
import { err, ok, type Result } from '../../result.ts';
import { isRecord, parseJsonText } from '../../vault/shape.ts';
import { groupName, skipped } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignItem, MOST_ITEMS, type SkipReason } from './foreign-format.ts';
import { textLines } from './text-lines.ts';

const reasons = { 'unknown-kind': 'unknown-type', damaged: 'secret-invalid' } as const;

/** What Ente Auth says of a code in a parameter of its own: pinned, its tags, and whether it lies in the bin. */
function displayOf(text: string): { readonly pinned: boolean; readonly group: string; readonly removed: boolean } {
  const display = parseJsonText(cutKeyUri(text)?.parameters.get('codedisplay') ?? '');
  const { pinned, trashed, tags } = isRecord(display) ? display : {};
  return { pinned: pinned === true, group: groupName(Array.isArray(tags) ? tags[0] : ''), removed: trashed === true };
}

/** The account of one key URI, or its names and why it is left out. */
export function readKeyUri(text: string): ForeignItem {
  const parsed = parseKeyUri(text);
  const { pinned, group, removed } = displayOf(text.trim().slice(0, MAX_KEY_URI_LENGTH));
  if (parsed.ok) {
    const { account } = parsed.value;
    if (removed) return skipped(account.issuer, account.account, 'removed');
    return {
      kind: 'account',
      account,
      ...(group === '' ? {} : { group }),
      ...(pinned ? { pinned: true as const } : {}),
    };
  }
  const { error } = parsed;
  const why: SkipReason = error === 'not-a-key-uri' || error === 'too-long' ? 'not-an-account' : error;
  const label = cutKeyUri(text.trim().slice(0, MAX_KEY_URI_LENGTH))?.label ?? '';
  return skipped('', cleanName(label), why);
}

/** Whether a line is one that `readKeyUriLines` takes accounts from. */
export const isKeyLine = (line: string): boolean =>
  /^\s*(?:(?:apple-)?otpauth|steam|otpauth-migration|motp):\/\//i.test(line);

/** Whether one of a text's lines is such a line. */
export function hasKeyLine(text: string): boolean {
  for (const line of textLines(text)) if (isKeyLine(line)) return true;
  return false;
}

function readMigrationLine(line: string): Result<readonly ForeignItem[], ForeignError> {
  const migration = parseMigration(line);
  if (!migration.ok) return damaged;
  return ok([
    ...migration.value.accounts.map((account): ForeignItem => ({ kind: 'account', account })),
    ...migration.value.refused.map(({ issuer, account, why }) => skipped(issuer, account, reasons[why])),
  ]);
}

/**
 * The accounts of a text with a key URI or a code of Google's export in each line; lines of other words are named as left out, `#` begins a
 * remark.
 * A code of an export that is damaged makes the whole text damaged, where nothing else is in it.
 */
export function readKeyUriLines(text: string): Result<ForeignContent, ForeignError> {
  const items: ForeignItem[] = [];
  let damagedCodes = 0;
  for (const line of textLines(text)) {
    if (items.length > MOST_ITEMS) return err({ kind: 'too-many' });
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    if (/^\s*otpauth-migration:/i.test(line)) {
      const read = readMigrationLine(line.trim());
      if (read.ok) items.push(...read.value);
      else {
        damagedCodes += 1;
        items.push(skipped('', '', 'secret-invalid'));
      }
    } else items.push(isKeyLine(line) ? readKeyUri(line) : skipped('', line.trim().slice(0, 40), 'not-an-account'));
  }
  return damagedCodes > 0 && damagedCodes === items.length ? damaged : ok(contentOf(items));
}
