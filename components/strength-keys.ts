import type { TextKey } from './text-keys.ts';

/** What a passphrase is called by how hard it is to guess, the easiest first. */
export const strengthKeys = [
  'strengthVeryEasy',
  'strengthEasy',
  'strengthPossible',
  'strengthHard',
  'strengthVeryHard',
] as const satisfies readonly TextKey[];
