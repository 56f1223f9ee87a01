import { decodePolicies, type Policies, policyKeys } from './policies.ts';

/** What the browser holds of the organisation that manages it; rejects where it cannot be read. A key that is not set is absent. */
export type ManagedStorage = { read(keys: readonly string[]): Promise<unknown> };

/** The policies in force. */
export type PolicySource = {
  /** Never rejects: what cannot be read is as strict as it can be. */
  now(): Promise<Policies>;
  /** They were changed: whoever asks next gets the new ones. */
  changed(): void;
};

/** Whoever decides by policies asks at each decision; the browser is asked until it answers, and after each change. */
export function createPolicySource(managed: ManagedStorage): PolicySource {
  let known: Promise<Policies> | null = null;
  return {
    async now() {
      known ??= managed.read(policyKeys).then(decodePolicies);
      const asked = known;
      try {
        return await asked;
      } catch {
        // What failed once may be answered the next time; a change meanwhile has asked anew.
        if (known === asked) known = null;
        return decodePolicies(null);
      }
    },
    changed() {
      known = null;
    },
  };
}
