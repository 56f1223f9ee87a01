import { isDeepStrictEqual } from 'node:util';
import type { BackupItem } from '../../lib/backup/backup-item.ts';
import { decodePayload, encodePayload } from '../../lib/backup/backup-payload.ts';
import { openBackup, readBackupHeader } from '../../lib/backup/doorcode-backup.ts';
import { utf8 } from '../../lib/vault/bytes.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import type { Chance } from '../support/chance.ts';
import { forged, kek, makeBackup, outerOf } from '../unit/backup/backup-samples.ts';
import { sampleEntry } from '../unit/vault/samples.ts';
import { problemOfAccount } from './support/account-problem.ts';
import { damage } from './support/damage.ts';
import { fuzz } from './support/fuzz.ts';
import { damagedJsonBase64, damagedJsonText, recordOf } from './support/json-damage.ts';

/** A file as it is opened, or what one holds once it is open. */
type Input = { readonly file: string } | { readonly payload: string };

const errors: readonly string[] = ['unrecognised', 'newer-version', 'damaged', 'altered', 'wrong-passphrase'];
const reasons: readonly string[] = ['secret', 'parameters', 'fields', 'newer'];

const entries = ['one', 'two', 'three'].map(sampleEntry);
const sealed = entries.map((entry) => ({ kind: 'entry', entry }));
const ours = await makeBackup(entries);
const payload = new TextDecoder().decode(encodePayload(entries)).trimEnd();

function take(kept: unknown): Input {
  if (isRecord(kept) && typeof kept.file === 'string') return { file: kept.file };
  if (isRecord(kept) && typeof kept.payload === 'string') return { payload: kept.payload };
  throw new Error('a file or a payload is kept here');
}

/** Damage that a checksum does not give away, as anybody can make it. */
function forgedFile(file: string, chance: Chance): string {
  if (recordOf(file) === null) return file;
  const { header, data } = outerOf(file);
  if (typeof header !== 'string' || typeof data !== 'string') return file;
  return chance.below(4) === 0
    ? forged(file, { data: damage(data, chance) })
    : forged(file, { header: damagedJsonBase64(header, chance) });
}

function damaged(input: Input, chance: Chance): Input {
  if ('payload' in input)
    return { payload: chance.below(2) === 0 ? damage(input.payload, chance) : damagedJsonText(input.payload, chance) };
  const turn = chance.below(4);
  if (turn === 0) return { file: damagedJsonText(input.file, chance) };
  return { file: turn === 1 ? damage(input.file, chance) : forgedFile(input.file, chance) };
}

function problemOfItems(items: readonly BackupItem[]): string | null {
  for (const item of items) {
    if (item.kind === 'unreadable' && !reasons.includes(item.reason)) return 'a reason of no known name';
    if (item.kind === 'entry' && problemOfAccount({ ...item.entry, issuer: '', account: '' }) !== null)
      return 'an account out of bounds';
  }
  const whole = items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : []));
  if (new Set(whole.map(({ id }) => id)).size !== whole.length) return 'two accounts of one identifier';
  const again = decodePayload(encodePayload(whole), []);
  return again.ok &&
    isDeepStrictEqual(
      again.value,
      items.filter(({ kind }) => kind === 'entry'),
    )
    ? null
    : 'other accounts once they were written';
}

function checkPayload(text: string): string | null {
  const items = decodePayload(utf8(text), []);
  if (items.ok) return problemOfItems(items.value);
  return errors.includes(items.error) ? null : 'an error of no known name';
}

async function checkFile(file: string): Promise<string | null> {
  const header = readBackupHeader(file);
  if (!header.ok && !errors.includes(header.error)) return 'an error of no known name';
  for (const slotIndex of [0, 1]) {
    const opened = await openBackup(file, { slotIndex, kek });
    if (!opened.ok && !errors.includes(opened.error)) return `an error of no known name: ${opened.error}`;
    if (opened.ok && !header.ok) return 'a file that opens though its header cannot be read';
    // Nobody without the key makes another file that opens.
    if (opened.ok && !isDeepStrictEqual(opened.value.items, sealed)) return 'other accounts than were sealed';
  }
  return null;
}

fuzz<Input>({
  name: 'backup',
  counts: { long: 40_000, short: 300 },
  take,
  source: (chance, kept) => () => damaged(chance.pick([{ file: ours }, { payload }, ...kept]), chance),
  check: (input) => ('file' in input ? checkFile(input.file) : checkPayload(input.payload)),
});
