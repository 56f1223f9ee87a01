type Skipped = {
  readonly fullName: string;
  result(): { readonly state: string; readonly note?: string | undefined };
};
type Module = { readonly children: { allTests(state: 'skipped'): Iterable<Skipped> } };

/** A reporter for vitest that names each test that was skipped and says why: its default one only counts them. */
export default class {
  onTestRunEnd(modules: readonly Module[]): void {
    for (const test of modules.flatMap(({ children }) => [...children.allTests('skipped')])) {
      const { note } = test.result();
      console.log(`skipped: ${test.fullName}${note === undefined ? '' : ` (${note})`}`);
    }
  }
}
