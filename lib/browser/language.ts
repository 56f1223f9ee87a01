import { directionOf } from './direction.ts';
import { textOf } from './text.ts';

/** Says in a page of ours which language its sentences are in, and which way they run. */
export function declareLanguage({ documentElement }: Document): void {
  const tag = textOf('languageTag');
  documentElement.lang = tag;
  documentElement.dir = directionOf(tag);
}
