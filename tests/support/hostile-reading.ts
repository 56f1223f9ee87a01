import type { ForeignError } from '../../lib/backup/foreign/foreign-error.ts';
import type { ForeignContent } from '../../lib/backup/foreign/foreign-format.ts';
import type { Result } from '../../lib/result.ts';
import type { Chance } from './chance.ts';
import { damagedFile, damagedJson } from './file-damage.ts';

/** A whole file of an app, and what it is read with. */
export type ForeignSeed = { readonly name: string; readonly bytes: Uint8Array; readonly passphrase: string | null };

const kinds = 'passphrase-needed wrong-passphrase damaged too-large too-many unrecognised costly unsupported'.split(
  ' ',
);
const isName = (text: string): boolean => text.length <= 512 && text.isWellFormed();

function problemOfContent({ items, others }: ForeignContent): string | null {
  if (items.length > 10_000 || !Number.isSafeInteger(others) || others < 0) return 'more than it may hold';
  for (const item of items) {
    const { issuer, account } = item.kind === 'account' ? item.account : item;
    if (!isName(issuer) || !isName(account)) return 'a name out of bounds';
    if (item.kind === 'skipped') continue;
    const { parameters } = item.account;
    if (parameters.secret.length < 1 || parameters.secret.length > 1_024) return 'a key out of bounds';
    if (parameters.type !== 'steam' && !(parameters.digits >= 1 && parameters.digits <= 10))
      return 'digits out of bounds';
    if (parameters.type === 'totp' && !(parameters.periodSeconds >= 1)) return 'a period out of bounds';
    if (parameters.type === 'hotp' && !Number.isSafeInteger(parameters.counter)) return 'a counter out of bounds';
    if ((item.group ?? 'x').length > 40 || item.group === '') return 'a group out of bounds';
  }
  return null;
}

function problemOfError(error: ForeignError): string | null {
  if (!kinds.includes(error.kind)) return 'an unknown kind of error';
  return Object.keys(error).every((key) => ['kind', 'seconds', 'why'].includes(key)) ? null : 'an error that says more';
}

/** What is wrong with what came of reading a file; null for nothing. */
export const problemOfReading = (outcome: Result<ForeignContent, ForeignError>): string | null =>
  outcome.ok ? problemOfContent(outcome.value) : problemOfError(outcome.error);

/** One case: a damaged copy of a seed, by its bytes or by its values. */
export function damagedSeed(seed: ForeignSeed, seeds: readonly ForeignSeed[], chance: Chance): Uint8Array<ArrayBuffer> {
  const text = chance.below(2) === 0 ? damagedJson(Buffer.from(seed.bytes).toString(), chance) : null;
  return text === null ? damagedFile(seed.bytes, chance.pick(seeds).bytes, chance) : new Uint8Array(Buffer.from(text));
}
