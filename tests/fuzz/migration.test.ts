import fc from 'fast-check';
import { parseMigration } from '../../lib/otp/migration.ts';
import { joinMigrations } from '../../lib/otp/migration-batch.ts';
import { formatMigration } from '../../lib/otp/migration-format.ts';
import type { Chance } from '../support/chance.ts';
import { anyEntry } from '../unit/vault/samples.ts';
import { lookOf, problemOfTrip } from './support/account-problem.ts';
import { damagedBytes } from './support/damage.ts';
import { fuzz } from './support/fuzz.ts';
import { asText, textsFrom } from './support/texts.ts';

const BEGINNING = 'otpauth-migration://offline?data=';
const obstacles: readonly string[] = ['steam', 'period-not-30', 'digits-not-6-or-8', 'too-long'];

const movable = anyEntry.map((entry) => {
  const { issuer, account, parameters } = entry;
  if (parameters.type === 'steam') return { issuer, account, parameters };
  return { issuer, account, parameters: { ...parameters, digits: parameters.digits > 5 ? 8 : 6 } };
});
const written = fc
  .array(movable, { minLength: 1, maxLength: 4 })
  .map((entries) => formatMigration(entries, 7).texts.at(0) ?? BEGINNING);

const bytesOf = (text: string): Uint8Array => Buffer.from(decodeURIComponent(text.slice(BEGINNING.length)), 'base64');
const textOf = (bytes: Uint8Array): string =>
  `${BEGINNING}${encodeURIComponent(Buffer.from(bytes).toString('base64'))}`;

/** One of the texts with damage to what it stands for. */
const damagedInside = (texts: readonly string[], chance: Chance): string =>
  textOf(damagedBytes(bytesOf(chance.pick(texts)), chance));

function check(text: string): string | null {
  const parsed = parseMigration(text);
  const joined = joinMigrations([text, text]);
  if (!parsed.ok) {
    if (joined.accounts.length > 0) return 'accounts of a text that is refused';
    return ['not-a-migration', 'damaged'].includes(parsed.error) ? null : 'an error of no known name';
  }
  const { accounts, refused, batchSize, batchIndex, batchId } = parsed.value;
  if (![batchSize, batchIndex, batchId].every(Number.isSafeInteger)) return 'a batch out of bounds';
  if (!refused.every(({ why }) => why === 'unknown-kind' || why === 'damaged')) return 'a reason of no known name';
  if (joined.accounts.length !== accounts.length) return 'two pictures of one code that count twice';
  if (joined.batches.some(({ parts }) => parts > 1_000)) return 'a batch of too many parts';
  for (const account of accounts) {
    const problem = problemOfTrip(account);
    if (problem !== null) return problem;
  }
  const again = formatMigration(accounts, 1);
  if (!again.leftOut.every(({ why }) => obstacles.includes(why))) return 'an obstacle of no known name';
  const left = new Set(again.leftOut.map(({ account }) => account));
  const expected = accounts.filter((account) => !left.has(account)).map(lookOf);
  const { accounts: moved } = joinMigrations(again.texts);
  if (JSON.stringify(moved.map(lookOf)) !== JSON.stringify(expected)) return 'other accounts once they were written';
  return null;
}

fuzz({
  name: 'migration',
  counts: { long: 80_000, short: 500 },
  take: asText,
  source: (chance, kept) => {
    const whole = kept.filter((text) => text.startsWith(BEGINNING) && !text.includes('%%'));
    const texts = textsFrom(chance, whole, written);
    return () => (chance.below(2) === 0 ? texts() : damagedInside(whole, chance));
  },
  check,
});
