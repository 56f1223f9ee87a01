import { expect, it } from 'vitest';
import { decodeContentRequest, decodePageRequest, pageDecoders } from '../../lib/messages/decode.ts';
import type { Result } from '../../lib/result.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import { corpusOf } from './support/corpus.ts';
import { damagedValue } from './support/damage.ts';
import { fuzz } from './support/fuzz.ts';
import { textOfInput } from './support/written-input.ts';

function take(kept: unknown): readonly unknown[] {
  if (!Array.isArray(kept)) throw new Error('messages are kept here, as a list');
  return kept;
}

/** What a decoder accepts is decoded as it is again, and is all that it is. */
function problemOf(
  message: unknown,
  decode: (message: unknown) => Result<{ readonly kind: string }, string>,
): string | null {
  const decoded = decode(message);
  if (!decoded.ok) return decoded.error === 'unknown-message' ? null : 'an error of no known name';
  const { kind } = decoded.value;
  if (!isRecord(message) || message.kind !== kind) return 'another kind than was said';
  const again = decode(JSON.parse(JSON.stringify(decoded.value)));
  return again.ok && textOfInput(again.value) === textOfInput(decoded.value) ? null : `another ${kind} the second time`;
}

it('keeps a whole message of every kind', () => {
  const kinds = corpusOf('messages').flatMap(({ input }) => take(input).map((one) => isRecord(one) && one.kind));
  expect(Object.keys(pageDecoders).filter((kind) => !kinds.includes(kind))).toEqual([]);
});

fuzz({
  name: 'messages',
  counts: { long: 400_000, short: 4_000 },
  take,
  source: (chance, kept) => {
    const whole = kept.flat();
    return () => [damagedValue(chance.pick(whole), chance)];
  },
  check(messages) {
    for (const message of messages) {
      const problem = problemOf(message, decodePageRequest) ?? problemOf(message, decodeContentRequest);
      if (problem !== null) return problem;
      const both = decodePageRequest(message).ok && decodeContentRequest(message).ok;
      if (both) return 'a message of a page that a content script may send';
    }
    return null;
  },
});
