import type { Bytes } from '../otp/parameters.ts';
import { err, type Result } from '../result.ts';
import { NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64 } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import type { Header } from '../vault/header.ts';
import { passTime } from './trash.ts';
import type { Opened, Readable } from './vault-copies.ts';
import type { VaultPorts } from './vault-core.ts';
import { keepDay } from './vault-days.ts';
import type { LatestCopy } from './vault-latest.ts';
import { keepUnread, storeCopy, targetOf } from './vault-writing.ts';

// Random 96-bit nonces keep their margin up to 2^32 encryptions under one key (NIST SP 800-38D §8.3).
const MOST_GENERATIONS = 2 ** 32;

// More writes than anybody can have missed.
const MOST_MISSED = 2 ** 20;

/**
 * The generation of the next write: above all that anything speaks of, as far as that can be true. Whoever writes storage can claim
 * any number without a key; believed, the last one there is would leave none for a write.
 * @param opened of the copy that was opened, authenticated with it
 */
export const nextGeneration = (opened: number, spokenOf: number): number =>
  (spokenOf - opened > MOST_MISSED ? opened : Math.max(opened, spokenOf)) + 1;

/** A copy's header as the next generation has it. */
export function nextHeader(header: Header, generation: number, nonce: Bytes, nowUnixMs: number): Header {
  const next = { ...header, generation, nonce: toBase64(nonce) };
  return next.version === 2 ? { ...next, writtenUnixMs: nowUnixMs } : next;
}

/**
 * Writes changed content as the next generation, beside what was opened and never over it.
 * @param found.generation the latest generation that anything speaks of
 * @param ages whether the vault's age goes on with this write, as with every change; else it is no first write of a day either
 */
export async function writeChange(
  { storage, mirror, clock, random }: VaultPorts,
  found: {
    readonly survey: Readable;
    readonly opened: Opened;
    readonly generation: number;
    readonly latest: LatestCopy;
  },
  changed: VaultContent,
  dataKey: Bytes,
  ages = true,
): Promise<Result<VaultContent, 'storage-failed' | 'not-saved' | 'unacceptable'>> {
  const { survey, opened } = found;
  const { openText, opens } = found.latest;
  const generation = nextGeneration(opened.header.generation, found.generation);
  if (generation > MOST_GENERATIONS) return err('unacceptable');
  const name = targetOf(survey, opened);
  const kept = await keepUnread({ storage, random, opens }, survey, name, dataKey);
  if (!kept.ok) return kept;
  const nowUnixMs = clock.nowUnixMs();
  const content = ages ? passTime(changed, nowUnixMs) : changed;
  const { days, beside } = keepDay(survey.days, opened, content.age);
  const header = nextHeader(opened.header, generation, random.bytes(NONCE_LENGTH), nowUnixMs);
  return storeCopy(
    { storage, mirror, openText },
    { name, header, content, dataKey, days, beside: { ...kept.value, ...beside } },
  );
}
