import { counted } from './formats.ts';
import type { Translate } from './text.ts';
import type { TypedKeyProblem } from './view-models.ts';

/** What is wrong with an emergency key as it was typed, in a sentence. */
export function typedKeyText(t: Translate, problem: TypedKeyProblem): string {
  if (problem.kind === 'letter') return t('keyLetter', [problem.letter]);
  if (problem.kind === 'mistyped') return t('keyMistyped');
  if (problem.kind === 'another') return t('keyAnother');
  const { letters, expected } = problem;
  if (letters < expected) return t('keyShort', [String(letters), String(expected)]);
  return counted(t, 'keyLong', letters, [String(expected)]);
}
