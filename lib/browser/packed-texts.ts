/** Parts the sentences of a language in the one message that a build has of them. */
export const PARTING = '\n';
/** Stands there for the `$` before a number, which the browser would read. */
export const PLACE = '§';
/** Names of messages that are no sentence: all sentences, and their keys, which the default language has. */
export const PACKED = { texts: 'texts', keys: 'keys' } as const;

/** The sentences of a build's one message by their keys; null where the messages are not packed, as where a file changed under `npm run dev`. */
export function unpacked(getMessage: (key: string) => string): ReadonlyMap<string, string> | null {
  const texts = getMessage(PACKED.texts);
  if (texts === '') return null;
  const sentences = texts.split(PARTING);
  return new Map(
    getMessage(PACKED.keys)
      .split(PARTING)
      .map((key, place) => [key, sentences[place] ?? '']),
  );
}

/** A sentence with what stands at its places. */
export const filledIn = (sentence: string, substitutions: readonly string[]): string =>
  sentence.replace(/§(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
