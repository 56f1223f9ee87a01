import { decodePolicies, type Policies, policyKeys } from './policies.ts';

/** What the browser holds of the organisation that manages it. A key that is not set is absent from the answer. */
export type ManagedStorage = { read(keys: readonly string[]): Promise<unknown> };

/** The policies in force. */
export type PolicySource = {
  now(): Promise<Policies>;
  /** They were changed: whoever asks next gets the new ones. */
  changed(): void;
};

/** Whoever decides by policies asks at each decision; the browser is asked once, and after each change. */
export function createPolicySource(managed: ManagedStorage): PolicySource {
  let known: Promise<Policies> | null = null;
  return {
    now() {
      known ??= managed.read(policyKeys).then(decodePolicies);
      return known;
    },
    changed() {
      known = null;
    },
  };
}
