import { formatKeyUri } from '../../otp/key-uri.ts';
import type { OtpParameters } from '../../otp/parameters.ts';
import type { SealingKey } from './aegis-export.ts';
import type { ExportedText } from './export-format.ts';
import type { ExportFormat } from './export-formats.ts';

// The names are people's, and no format keeps all of them letter by letter; what makes the codes is the same or wrong.
const codesOf = (parameters: OtpParameters): string => formatKeyUri({ issuer: '', account: '', parameters });

/** Whether our own importer finds in a file just the accounts that it was written to hold, each making the same codes. */
export async function isHeldWhole(
  { read }: Pick<ExportFormat, 'read'>,
  { text, held }: ExportedText,
  key: SealingKey | null,
): Promise<boolean> {
  const content = await read(text, key);
  if (!content.ok || content.value.items.length !== held.length) return false;
  return content.value.items.every((item, at) => {
    const entry = held[at];
    return (
      item.kind === 'account' && entry !== undefined && codesOf(item.account.parameters) === codesOf(entry.parameters)
    );
  });
}
