import type { Reader } from '../../lib/browser/qr-worker.ts';
import type { PictureSource } from '../../lib/page/picture-source.ts';
import type { PhotoStep } from '../../lib/qr/photo-steps.ts';
import { isAccountCode } from '../../lib/setup-links.ts';

/** Reads the codes of a picture, look by look until one shows an account; each text once. */
export async function readLooks(
  { at }: PictureSource,
  steps: readonly PhotoStep[],
  read: Reader,
): Promise<readonly string[]> {
  const texts = new Set<string>();
  for (const { longestPx: side, scope } of steps) {
    for (const text of await read(at(side), { scope })) texts.add(text);
    if ([...texts].some(isAccountCode)) break;
  }
  return [...texts];
}
