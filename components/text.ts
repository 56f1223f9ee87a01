import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TextKey } from './text-keys.ts';

/** Gives the sentence of a key in the customer's language, `$1`… replaced by `substitutions`. */
export type Translate = (key: TextKey, substitutions?: readonly string[]) => string;

/** Carries the translator to every view; entrypoints provide the browser's, tests the English file's. */
export const Text = createContext<Translate | null>(null);

/** The translator of the nearest `Text.Provider`; throws when there is none, since that is a bug of the entrypoint. */
export function useText(): Translate {
  const translate = useContext(Text);
  if (translate === null) throw new Error('No Text.Provider around this view');
  return translate;
}
