import { isRecord } from '../../vault/shape.ts';
import { skipped } from './foreign-account.ts';
import type { ForeignItem } from './foreign-format.ts';

/** The members of a list; what is no list has none. */
export const membersOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The objects of a list; what is no list has none. */
export const recordsOf = (value: unknown): readonly Record<string, unknown>[] => membersOf(value).filter(isRecord);

/** A member of a list of accounts that is no object: it had no name, and is missed by its place. */
export const strayMember = skipped('', '', 'not-an-account');

/** What `read` makes of each object in a list of accounts; a member that is none is named as left out. */
export const itemsOf = (
  list: unknown,
  read: (one: Record<string, unknown>) => ForeignItem | readonly ForeignItem[],
): readonly ForeignItem[] => membersOf(list).flatMap((one) => (isRecord(one) ? read(one) : strayMember));

/** The object under a key, or an empty one. */
export function recordAt(value: unknown, key: string): Record<string, unknown> {
  const inner = isRecord(value) ? value[key] : undefined;
  return isRecord(inner) ? inner : {};
}
