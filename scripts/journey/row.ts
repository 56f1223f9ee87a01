/** A browser that the end-to-end tests drive. */
export type Browser = 'chromium' | 'firefox';

/** A test that shows a row to be true: its file from the project's folder on, its exact title, and where it runs. */
export type Proof = { readonly spec: string; readonly title: string; readonly browsers: readonly Browser[] };

/** A picture in docs/pictures, and what it shows. */
export type Picture = { readonly file: string; readonly shows: string };

/** One row: the parts of the portal's article that it covers (their ids), what they ask for, and both ways of doing it. */
export type Row = {
  readonly parts: readonly string[];
  readonly step: string;
  readonly phone: string;
  readonly doorcode: string;
  readonly picture: Picture;
  readonly proofs: readonly Proof[];
};

/** A test that runs in both browsers; `spec` is the file's name without its ending. */
export const inBoth = (spec: string, title: string): Proof => ({
  spec: `tests/e2e/${spec}.spec.ts`,
  title,
  browsers: ['chromium', 'firefox'],
});

/** A test that runs in one browser, or has another title in the other. */
export const inOne = (browser: Browser, spec: string, title: string): Proof => ({
  ...inBoth(spec, title),
  browsers: [browser],
});
