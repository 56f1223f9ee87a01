/** A test that fails where the defence is missing: its file from the project's folder on, and its title as the file writes it. */
export type Evidence = { readonly file: string; readonly title: string };

/** One row of the attack matrix: what an attacker does, what stands in the way, and the tests that show it. */
export type AttackRow = {
  readonly threat: string;
  readonly defence: string;
  readonly evidence: readonly Evidence[];
};
