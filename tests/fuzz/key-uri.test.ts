import fc from 'fast-check';
import { readFindings } from '../../lib/app/found-codes.ts';
import { textsOfPasted } from '../../lib/app/pasted-text.ts';
import { formatKeyUri, parseKeyUri } from '../../lib/otp/key-uri.ts';
import { linkInPage } from '../../lib/setup-links.ts';
import { anyEntry } from '../unit/vault/samples.ts';
import { problemOfTrip } from './support/account-problem.ts';
import { fuzz } from './support/fuzz.ts';
import { asText, textsFrom } from './support/texts.ts';

const errors: readonly string[] = [
  ...['not-a-key-uri', 'too-long', 'secret-missing', 'secret-invalid', 'unknown-type'],
  ...['algorithm-unknown', 'digits-invalid', 'period-invalid', 'counter-invalid'],
];
const notes: readonly string[] = ['counter-missing', 'period-unusual', 'issuer-differs-from-label'];

const written = anyEntry.map(formatKeyUri);
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('steam', '6', '0', '99999999999999999', '+', '%', '%00', 'SHA-1', 'JBSWY3DPEHPK3PXP', '30'),
);
const names = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder', 'steam', 'image', ''];
/** A link put together of parts that some site wrote. */
const odd = fc
  .tuple(
    fc.constantFrom('otpauth://', 'OTPAUTH://', 'apple-otpauth://', 'steam://', 'otpauth:/', ' otpauth://'),
    fc.constantFrom('totp/', 'hotp/', 'TOTP/', 'steam/', 'totp', '/', ''),
    fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('A:b', 'A%3Ab', ':', '%20', 'a:b:c', 'Steam:x')),
    fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }),
  )
  .map(([scheme, type, label, query]) => `${scheme}${type}${label}?${query.map((pair) => pair.join('=')).join('&')}`);

function check(text: string): string | null {
  linkInPage(text);
  const { accounts, moved, others } = readFindings([text, ...textsOfPasted(text)]);
  if (accounts.length + moved.accounts.length + moved.refused.length + others.length > 8) return 'many findings';
  for (const account of accounts) {
    const problem = problemOfTrip(account);
    if (problem !== null) return problem;
  }
  const parsed = parseKeyUri(text);
  if (!parsed.ok) return errors.includes(parsed.error) ? null : 'an error of no known name';
  if (!parsed.value.notes.every((note) => notes.includes(note))) return 'a note of no known name';
  return problemOfTrip(parsed.value.account);
}

fuzz({
  name: 'key-uri',
  counts: { long: 350_000, short: 1_000 },
  take: asText,
  source: (chance, kept) => textsFrom(chance, kept, fc.oneof(written, odd)),
  check,
});
