import { useEffect, useState } from 'preact/hooks';
import type { PassphraseStrength, passphraseStrength } from '../lib/strength/passphrase-strength.ts';

let estimate: typeof passphraseStrength | null = null;

/** Loads the estimator, which no screen needs before somebody chooses a passphrase; without it nothing is said. */
export async function loadStrength(): Promise<void> {
  try {
    estimate ??= (await import('../lib/strength/passphrase-strength.ts')).passphraseStrength;
  } catch {
    // Advice only: the passphrase is taken as it is.
  }
}

/** How hard a passphrase that was chosen is to guess; null where the estimator does not load. */
export async function judge(passphrase: string): Promise<PassphraseStrength['score'] | null> {
  await loadStrength();
  return estimate?.(passphrase).score ?? null;
}

/** How hard a passphrase is to guess; null for an empty one, and until the estimator is there. */
export function useStrength(passphrase: string): PassphraseStrength | null {
  const [, setLoaded] = useState(false);
  useEffect(() => {
    void loadStrength().then(() => setLoaded(true));
  }, []);
  return passphrase === '' ? null : (estimate?.(passphrase) ?? null);
}
