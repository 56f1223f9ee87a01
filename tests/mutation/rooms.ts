/** Stryker's report (mutation-testing-report-schema 2), as far as the figures need it. */
export type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
};

/** What a run found in one room; `score` in percent of all that were asked about. */
export type RoomFigures = {
  readonly room: string;
  readonly killed: number;
  readonly timedOut: number;
  readonly survived: number;
  readonly uncovered: number;
  readonly score: number;
};

/** Whether it is a report as Stryker writes one. */
export const isReport = (value: unknown): value is Report =>
  typeof value === 'object' &&
  value !== null &&
  'files' in value &&
  typeof value.files === 'object' &&
  value.files !== null &&
  Object.values(value.files).every((file) => Array.isArray(file?.mutants));

const roomOf = (path: string): string => (path.startsWith('lib/app/') ? path : path.split('/').slice(0, 2).join('/'));

/** Counts a report's mutants by room, in the order of the rooms' names. Those that could not be tried count for nothing. */
export function figuresOf(report: Report): readonly RoomFigures[] {
  const rooms = Map.groupBy(Object.entries(report.files), ([path]) => roomOf(path));
  return [...rooms]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([room, files]) => {
      const all = files.flatMap(([, { mutants }]) => mutants);
      const count = (status: string) => all.filter((mutant) => mutant.status === status).length;
      const [killed, timedOut] = [count('Killed'), count('Timeout')];
      const [survived, uncovered] = [count('Survived'), count('NoCoverage')];
      const tried = killed + timedOut + survived + uncovered;
      return {
        room,
        killed,
        timedOut,
        survived,
        uncovered,
        score: tried === 0 ? 0 : (100 * (killed + timedOut)) / tried,
      };
    });
}

/** The figures as a table of Markdown. */
export const tableOf = (rooms: readonly RoomFigures[]): string =>
  [
    '| room | killed | timed out | survived | without a test | score |',
    '| ---- | -----: | --------: | -------: | -------------: | ----: |',
    ...rooms.map(
      ({ room, killed, timedOut, survived, uncovered, score }) =>
        `| \`${room}\` | ${killed} | ${timedOut} | ${survived} | ${uncovered} | ${score.toFixed(1)} % |`,
    ),
  ].join('\n');

/** A page with another table between its two marks. */
export function withTable(page: string, table: string): string {
  const [begin, end] = ['<!-- figures -->', '<!-- /figures -->'];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new RangeError('the page has no place for the figures');
  return `${page.slice(0, from + begin.length)}\n\n${table}\n\n${page.slice(to)}`;
}
