import type { Bytes } from '../../otp/parameters.ts';
import { err, ok, type Result } from '../../result.ts';
import type { ForeignError } from './foreign-error.ts';
import { openForeignFile } from './foreign-file.ts';
import { type ForeignContent, type ForeignFormat, type ForeignReading, MOST_ITEMS } from './foreign-format.ts';
import { foreignFormats } from './formats.ts';

/** What a file of another app holds, and which app's it is; `format` is null where nothing recognised it. */
export type ReadForeign = {
  readonly format: ForeignFormat | null;
  readonly outcome: Result<ForeignContent, ForeignError>;
};

/**
 * Reads a file of any app, recognised by its content: at most 16 MiB and 10 000 accounts. Each account that cannot be taken is named with
 * its reason.
 */
export async function readForeign(bytes: Bytes, how: ForeignReading): Promise<ReadForeign> {
  const file = openForeignFile(bytes);
  if (!file.ok) return { format: null, outcome: file };
  const format = foreignFormats.find(({ recognise }) => recognise(file.value)) ?? null;
  if (format === null) return { format, outcome: err({ kind: 'unrecognised' }) };
  const outcome = await format.read(file.value, how);
  if (!outcome.ok) return { format, outcome };
  return { format, outcome: outcome.value.items.length > MOST_ITEMS ? err({ kind: 'too-many' }) : ok(outcome.value) };
}
