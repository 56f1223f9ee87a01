import { isDeepStrictEqual } from 'node:util';
import { utf8 } from '../../lib/vault/bytes.ts';
import { decodeContent, encodeContent } from '../../lib/vault/content.ts';
import { openVault, readHeader } from '../../lib/vault/envelope.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import type { Chance } from '../support/chance.ts';
import { sealSample } from '../torture/sealed-sample.ts';
import { forge } from '../unit/vault/forged.ts';
import { anyContent, filled, sampleContent } from '../unit/vault/samples.ts';
import { damage } from './support/damage.ts';
import { fuzz } from './support/fuzz.ts';
import { damagedJsonBase64, damagedJsonText, recordOf } from './support/json-damage.ts';
import { valuesOf } from './support/texts.ts';

/** A vault as it is stored, or what one holds once it is open. */
type Input = { readonly sealed: string } | { readonly content: string };

const key = filled(32, 9);
const whole = sampleContent('one', 'two');
const { text: ours } = await sealSample(whole, key);
const textOf = (content: Parameters<typeof encodeContent>[0]): string =>
  new TextDecoder().decode(encodeContent(content)).trimEnd();

function take(kept: unknown): Input {
  if (isRecord(kept) && typeof kept.sealed === 'string') return { sealed: kept.sealed };
  if (isRecord(kept) && typeof kept.content === 'string') return { content: kept.content };
  throw new Error('a vault or a content is kept here');
}

/** Damage that the checksum does not give away, as anybody can make it. */
function forged(text: string, chance: Chance): string {
  const { header, data } = recordOf(text) ?? {};
  if (typeof header !== 'string' || typeof data !== 'string') return text;
  return forge(text, (outer) => {
    if (chance.below(3) === 0) outer.data = damage(data, chance);
    else outer.header = damagedJsonBase64(header, chance);
  });
}

function damaged(input: Input, chance: Chance): Input {
  if ('content' in input)
    return { content: chance.below(3) === 0 ? damage(input.content, chance) : damagedJsonText(input.content, chance) };
  return { sealed: chance.below(3) === 0 ? damage(input.sealed, chance) : forged(input.sealed, chance) };
}

async function checkSealed(text: string): Promise<string | null> {
  const header = readHeader(text);
  if (!header.ok && !['damaged', 'newer-version'].includes(header.error.kind)) return 'an error of no known name';
  const opened = await openVault(text, key);
  if (!opened.ok) return ['damaged', 'newer-version'].includes(opened.error) ? null : 'an error of no known name';
  if (!header.ok) return 'a vault that opens though its header cannot be read';
  return isDeepStrictEqual(opened.value.content, whole) ? null : 'other accounts than were sealed';
}

function checkContent(text: string): string | null {
  const read = decodeContent(utf8(text));
  if (!read.ok) return ['damaged', 'newer-version'].includes(read.error) ? null : 'an error of no known name';
  const again = decodeContent(encodeContent(read.value));
  return again.ok && isDeepStrictEqual(again.value, read.value) ? null : 'another content once it was written';
}

fuzz<Input>({
  name: 'vault',
  counts: { long: 60_000, short: 500 },
  take,
  source(chance, kept) {
    const contents = valuesOf(anyContent, chance);
    return () => {
      const turn = chance.below(4);
      if (turn === 0) return damaged({ content: textOf(contents()) }, chance);
      return damaged(turn === 1 ? { sealed: ours } : chance.pick([{ content: textOf(whole) }, ...kept]), chance);
    };
  },
  check: (input) => ('sealed' in input ? checkSealed(input.sealed) : checkContent(input.content)),
});
