import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twoFactorHelp } from '../../../portal/views/help-two-factor.ts';
import { journeyPage } from '../../../scripts/journey/page.ts';
import { inBoth, inOne, type Row } from '../../../scripts/journey/row.ts';
import { rows } from '../../../scripts/journey/rows.ts';
import { shortcomings } from '../../../scripts/journey/shortcomings.ts';
import { decodeTestRun, type RunTest } from '../../../scripts/journey/test-run.ts';

const root = resolve(import.meta.dirname, '../../..');

const row = (more: Partial<Row> = {}): Row => ({
  parts: ['step-9'],
  step: 'Submit',
  phone: 'Type.',
  doorcode: 'Press.',
  picture: { file: 'there.png', shows: 'Something' },
  proofs: [inBoth('life', 'hears it')],
  ...more,
});

const ran = (browser: RunTest['browser'], more: Partial<RunTest> = {}): RunTest => ({
  ...{ file: '/anywhere/tests/e2e/life.spec.ts', title: 'hears it', status: 'passed', browser },
  ...more,
});

const found = (run: readonly RunTest[], one = row()): readonly string[] =>
  shortcomings([one], run, (file) => file === 'there.png');

const assertion = (title: string, block: string | null, status = 'passed') => ({
  ancestorTitles: block === null ? [] : [block],
  fullName: title,
  status,
  title,
  failureMessages: [],
});
const reportOf = (files: Readonly<Record<string, readonly object[]>>): string =>
  JSON.stringify({
    numPassedTests: 1,
    testResults: Object.entries(files).map(([name, assertionResults]) => ({
      name,
      status: 'passed',
      assertionResults,
    })),
  });

describe('a row of the journey', () => {
  it('is shown to be true by a test that passed in both browsers', () => {
    expect(found([ran('chromium'), ran('firefox')])).toEqual([]);
  });

  it.each([
    ['failed', 'failed', 'failed.'],
    ['was skipped', 'skipped', 'did not run (skipped).'],
    ['was left for later', 'todo', 'did not run (todo).'],
  ])('is not shown by a test that %s in one of them', (_, status, end) => {
    const problems = found([ran('chromium'), ran('firefox', { status })]);
    expect(problems).toEqual([`Row “Submit”: in Firefox the test “hears it” of tests/e2e/life.spec.ts ${end}`]);
  });

  it('is not shown by a test that ran in one browser only', () => {
    expect(found([ran('firefox')])).toEqual([
      'Row “Submit”: in Chromium the test “hears it” of tests/e2e/life.spec.ts was not in the run.',
    ]);
    expect(found([ran('firefox')], row({ proofs: [inOne('firefox', 'life', 'hears it')] }))).toEqual([]);
  });

  it.each([
    ['of almost the same title', { title: 'hears it too' }],
    ['of the same title in another file', { file: '/anywhere/tests/e2e/afterlife.spec.ts' }],
    ['of the same title in a unit test', { file: '/anywhere/tests/unit/life.spec.ts' }],
  ])('is not shown by a test %s', (_, more) => {
    expect(found([ran('chromium', more), ran('firefox', more)])).toHaveLength(2);
  });

  it('is not shown when one of two tests of that title failed', () => {
    expect(found([ran('chromium'), ran('firefox'), ran('firefox', { status: 'failed' })])).toHaveLength(1);
  });

  it('needs a test, and the picture that it names', () => {
    const empty = row({ proofs: [], picture: { file: 'gone.png', shows: 'Nothing' } });
    expect(found([ran('chromium')], empty)).toEqual([
      'Row “Submit”: no test is named.',
      'Row “Submit”: docs/pictures/gone.png is missing.',
    ]);
    expect(
      shortcomings(
        [row({ ...empty, proofs: [inBoth('life', 'hears it')] })],
        [ran('chromium'), ran('firefox')],
        () => true,
      ),
    ).toEqual([]);
  });
});

describe("vitest's report", () => {
  it('tells the browser of each test by the block around it, and Chromium where none is named', () => {
    const text = reportOf({
      '/a/tests/e2e/one.spec.ts': [
        assertion('x', 'in chromium'),
        assertion('x', 'in firefox, the life of two-factor login', 'failed'),
        assertion('y', 'in private windows of Firefox'),
        assertion('z', 'in Chromium on a screen'),
      ],
      'C:\\a\\tests\\e2e\\two.spec.ts': [assertion('w', null)],
    });
    expect(decodeTestRun(text)).toEqual({
      ok: true,
      value: [
        { file: '/a/tests/e2e/one.spec.ts', title: 'x', browser: 'chromium', status: 'passed' },
        { file: '/a/tests/e2e/one.spec.ts', title: 'x', browser: 'firefox', status: 'failed' },
        { file: '/a/tests/e2e/one.spec.ts', title: 'y', browser: 'firefox', status: 'passed' },
        { file: '/a/tests/e2e/one.spec.ts', title: 'z', browser: 'chromium', status: 'passed' },
        { file: 'C:/a/tests/e2e/two.spec.ts', title: 'w', browser: 'chromium', status: 'passed' },
      ],
    });
  });

  it.each([
    ['no JSON', 'PASS'],
    ['null', 'null'],
    ['a list', '[]'],
    ['no files', '{"testResults":{}}'],
    ['a file without a name', '{"testResults":[{"assertionResults":[]}]}'],
    ['a file without tests', '{"testResults":[{"name":"a"}]}'],
    [
      'a test without a status',
      '{"testResults":[{"name":"a","assertionResults":[{"title":"x","ancestorTitles":[]}]}]}',
    ],
    ['a test that is null', '{"testResults":[{"name":"a","assertionResults":[null]}]}'],
  ])('is not taken from %s', (_, text) => {
    expect(decodeTestRun(text)).toEqual({ ok: false, error: 'not-a-report' });
  });
});

describe('the page about the journey', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'doorcode-journey-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes the page into the folder, after a run in which every named test passed but those that `spoil` changes. */
  const write = (spoil: (title: string) => string = () => 'passed') => {
    const files = Object.groupBy(
      rows.flatMap(({ proofs }) => proofs),
      ({ spec }) => spec,
    );
    const tests = Object.entries(files).map(([spec, proofs = []]) => [
      join(root, spec),
      proofs.flatMap(({ title, browsers }) => browsers.map((one) => assertion(title, `in ${one}`, spoil(title)))),
    ]);
    writeFileSync(join(folder, 'report.json'), reportOf(Object.fromEntries(tests)));
    const script = join(root, 'scripts/journey/run.ts');
    const paths = [join(folder, 'report.json'), join(folder, 'journey.md')];
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
    return { status, said: stdout + stderr };
  };

  it('is written anew when it differs, which fails once', () => {
    const first = write();
    expect(first.status).toBe(1);
    expect(first.said).toContain('was written anew: look at it and commit it.');
    expect(readFileSync(join(folder, 'journey.md'), 'utf8')).toBe(journeyPage(rows));
    expect(write()).toMatchObject({ status: 0 });
    writeFileSync(join(folder, 'journey.md'), 'changed by hand');
    expect(write()).toMatchObject({ status: 1 });
    expect(write()).toMatchObject({ status: 0 });
  });

  it('is left alone when a test did not pass', () => {
    const { status, said } = write((title) => (title.startsWith('offers the same') ? 'failed' : 'passed'));
    expect(status).toBe(1);
    expect(said).toContain(
      'in Firefox the test “offers the same backup code no second time, and asks for no saved copy beside a box for codes” of tests/e2e/life.spec.ts failed.',
    );
    expect(said).toContain('left as it was');
    expect(existsSync(join(folder, 'journey.md'))).toBe(false);
  });

  it('answers a missing report and a wrong one with a sentence', () => {
    const script = join(root, 'scripts/journey/run.ts');
    const say = (path: string) => spawnSync(process.execPath, [script, path], { encoding: 'utf8' }).stderr;
    expect(say(join(folder, 'none.json'))).toMatch(/^There is no .*\nUsage: npm run journey/);
    writeFileSync(join(folder, 'wrong.json'), '{}');
    expect(say(join(folder, 'wrong.json'))).toMatch(/^.* is not a report of vitest's JSON reporter\.\n$/);
  });

  it('has a line for every step and part of the article, in its order', async () => {
    const article = String(await twoFactorHelp());
    const ids = [...article.matchAll(/<(?:li|section class="card") id="([\w-]+)"/g)].map(([, id]) => id);
    expect(rows.flatMap(({ parts }) => parts)).toEqual(ids);
  });

  it('shows each picture of the documentation, and no line has a bar too many', () => {
    const page = journeyPage(rows);
    // Those for the stores and the README's strip show the same steps again; tests/output/store-listing.test.ts has the first.
    const again = (file: string): boolean => file.startsWith('store-') || file === 'strip.png';
    const files = readdirSync(join(root, 'docs/pictures')).filter((file) => !again(file));
    for (const file of files) expect(page).toContain(`](pictures/${file})`);
    const lines = page.split('\n').filter((line) => line.startsWith('|'));
    expect(lines).toHaveLength(rows.length + 2);
    for (const line of lines) expect(line.match(/(?<!\\)\|/g)).toHaveLength(7);
    expect(journeyPage([row({ phone: 'this | that' })])).toContain('this \\| that');
    expect(journeyPage([row({ parts: ['step-5', 'step-6', 'step-7'] })])).toContain('| 5–7 |');
  });
});
