import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attemptSteps } from '../../../scripts/tour/attempt-steps.ts';
import type { Picture } from '../../../scripts/tour/report.ts';
import type { Step } from '../../../scripts/tour/step.ts';
import { writeReport } from '../../../scripts/tour/write-report.ts';

const surface = (bytes: string) => ({ evaluate: async () => null, picture: async () => Buffer.from(bytes) });
const sees = (sentence: string, ...names: readonly string[]): Step => ({
  sentence,
  act: async () => names.map((name) => [name, surface(`picture of ${name}`)]),
});
const breaks: Step = { sentence: 'The code is filled', act: () => Promise.reject(new Error('no box <b> came')) };

let lines: string[];
const attempt = (steps: Iterable<Step>, lastSight: string | null = 'the-page-then') =>
  attemptSteps(steps, {
    say: (line) => lines.push(line),
    async take(shown) {
      const pictures: Picture[] = [];
      for (const [name, { picture }] of shown) pictures.push({ name, png: await picture() });
      return pictures;
    },
    takeLast: async () => {
      if (lastSight === null) throw new Error('the browser is gone');
      return [{ name: lastSight, png: Buffer.from('picture of the end') }];
    },
  });

beforeEach(() => {
  lines = [];
});

describe('the steps of a tour', () => {
  it('are each told on one line with the time it took', async () => {
    const { complete, outcomes } = await attempt([sees('It opens', 'portal'), sees('It closes')]);
    expect(complete).toBe(true);
    expect(outcomes).toHaveLength(2);
    expect(lines).toEqual([
      expect.stringMatching(/^ 1\. ok +\d+\.\d s {2}It opens$/),
      expect.stringMatching(/^ 2\. ok +\d+\.\d s {2}It closes$/),
    ]);
  });

  it('end at the first that fails, which is told with the page as it was then', async () => {
    const { complete, outcomes } = await attempt([sees('It opens', 'portal'), breaks, sees('It closes')]);
    expect(complete).toBe(false);
    expect(lines).toEqual([
      expect.stringMatching(/ok .* It opens$/),
      expect.stringMatching(/^ 2\. FAILED +\d+\.\d s {2}The code is filled$/),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ problem: 'no box <b> came', pictures: [{ name: 'the-page-then' }] });
  });

  it('fail where a picture cannot be taken, even of the end', async () => {
    const blind = { ...surface(''), picture: () => Promise.reject(new Error('nothing is painted')) };
    const { complete, outcomes } = await attempt([{ sentence: 'It opens', act: async () => [['popup', blind]] }], null);
    expect(complete).toBe(false);
    expect(outcomes).toMatchObject([{ problem: 'nothing is painted', pictures: [] }]);
  });
});

describe('the report of a tour', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'doorcode-report-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is a page with the verdict and every picture of each step, and a file a picture, in place of an earlier one', async () => {
    writeFileSync(join(folder, '09-old.png'), 'old');
    const { outcomes } = await attempt([sees('It opens', 'portal'), sees('It fills', 'portal', 'popup'), breaks]);
    writeReport(folder, 'It stopped at step 3.', outcomes);
    const names = ['01-portal.png', '02-popup.png', '02-portal.png', '03-the-page-then.png'];
    expect(readdirSync(folder).toSorted()).toEqual([...names, 'index.html']);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    for (const bytes of ['picture of portal', 'picture of popup', 'picture of the end'])
      expect(page).toContain(`data:image/png;base64,${Buffer.from(bytes).toString('base64')}`);
    for (const words of ['It stopped at step 3.', 'It opens', 'It fills', 'Failed: no box &lt;b&gt; came.'])
      expect(page).toContain(words);
    expect(page.match(/<li/g)).toHaveLength(3);
    expect(page.match(/<img/g)).toHaveLength(4);
  });
});
