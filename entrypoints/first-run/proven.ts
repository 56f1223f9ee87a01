import type { PassphraseProof } from '../../lib/messages/protocol.ts';

/** How long after the keys were made whoever saves a copy is not asked again; the page may stay open for hours. */
const PROVEN_MS = 5 * 60_000;

/** What proves a change of the vault, or a copy of it, to this page; null of a vault without a passphrase. */
export type Proven = ReturnType<typeof createProven>;

/** Remembers what was proven, and for how long it is fresh. */
export function createProven(nowUnixMs: () => number) {
  let held: { readonly proof: PassphraseProof | null; readonly sinceUnixMs: number } | null = null;
  return {
    note(proof: PassphraseProof | null): void {
      held = { proof, sinceUnixMs: nowUnixMs() };
    },
    forget(): void {
      held = null;
    },
    current: () => held,
    isFresh(): boolean {
      const ageMs = held === null ? Number.NaN : nowUnixMs() - held.sinceUnixMs;
      return ageMs >= 0 && ageMs <= PROVEN_MS;
    },
  };
}
