import { pictureFolder, rounds } from './amount.ts';
import { barChart } from './chart.ts';
import { keptPictures } from './kept-pictures.ts';
import { interleave, type Sample, timed } from './measure.ts';
import { codePicture, type Drawn, pagePicture } from './pictures.ts';
import { OURS, qrReaders, type Reader } from './qr-readers.ts';
import { figures, number, type Topic, table, times, type Verdict, word } from './topic.ts';

type Scope = Parameters<Reader>[1];
type Read = Sample & { readonly read: number };
type Result = { readonly what: string; readonly pictures: number; readonly readers: ReadonlyMap<string, Read> };

const CODE_MS = 15;
const MOST_TIMES = 1.2;
const LEAST_READ = 0.9;

async function measure(
  readers: Readonly<Record<string, Reader>>,
  { what, scope, pictures, count }: { what: string; scope: Scope; pictures: readonly Drawn[]; count: number },
): Promise<Result> {
  const read = new Map<string, number>();
  for (const [name, reader] of Object.entries(readers)) {
    let right = 0;
    for (const { text, picture } of pictures) if ((await reader(picture, scope)).includes(text)) right += 1;
    read.set(name, right);
  }
  const contenders = Object.entries(readers).map(([name, reader]) => {
    let turn = 0;
    return {
      name,
      run: () => {
        const one = pictures[turn % pictures.length];
        turn += 1;
        return timed(() => one && reader(one.picture, scope));
      },
    };
  });
  const samples = await interleave(contenders, rounds(count), 40_000);
  const all = [...samples].map(([name, sample]): [string, Read] => [name, { ...sample, read: read.get(name) ?? 0 }]);
  return { what, pictures: pictures.length, readers: new Map(all) };
}

function part({ what, pictures, readers }: Result): string {
  const own = readers.get(OURS)?.median ?? Number.NaN;
  const rows = [...readers].map(([name, sample]) => [
    name,
    ...figures(sample),
    times(sample.median, own),
    `${sample.read} of ${pictures}`,
  ]);
  return `Reading ${what}\n\n${table(['reader', 'median ms', 'p95 ms', 'repeats', 'of ours', 'read'], rows)}`;
}

function pageVerdict({ what, pictures, readers }: Result): readonly Verdict[] {
  const own = readers.get(OURS)?.median ?? Number.NaN;
  const able = [...readers].filter(([, { read }]) => read >= LEAST_READ * pictures);
  const [fastest] = able.toSorted(([, one], [, other]) => one.median - other.median);
  if (fastest === undefined) return [];
  const [name, { median }] = fastest;
  const found = `${times(own, median)} of ${name}, ${number(own)} ms`;
  const target = `≤ ${MOST_TIMES} × the fastest that reads 90 %`;
  return [{ what: `QR: ${what}`, found, target, met: own <= MOST_TIMES * median }];
}

function countVerdict(results: readonly Result[]): Verdict {
  const all = (name: string): number => results.reduce((sum, { readers }) => sum + (readers.get(name)?.read ?? 0), 0);
  const pictures = results.reduce((sum, one) => sum + one.pictures, 0);
  const peers = [...(results[0]?.readers.keys() ?? [])].filter((name) => name !== OURS);
  const most = peers.toSorted((one, other) => all(other) - all(one))[0] ?? '';
  return {
    what: 'QR: codes read, all pictures together',
    found: `${all(OURS)} of ${pictures}; ${most} ${all(most)}`,
    target: 'more than any peer, or all',
    met: all(OURS) === pictures || all(OURS) > all(most),
  };
}

/** Times reading single codes and screenshots of two sizes. */
export async function qrTopic(): Promise<Topic> {
  const readers = await qrReaders();
  const pages = (width: number, height: number) => Array.from({ length: 6 }, (_, at) => pagePicture(width, height, at));
  const code = await measure(readers, {
    what: 'one code',
    scope: 'code',
    pictures: Array.from({ length: 60 }, (_, index) => codePicture(index)),
    count: 240,
  });
  const small = await measure(readers, {
    what: 'a page, 1920 × 1080',
    scope: 'page',
    pictures: pages(1920, 1080),
    count: 24,
  });
  const large = await measure(readers, {
    what: 'a page, 3840 × 2160',
    scope: 'page',
    pictures: pages(3840, 2160),
    count: 12,
  });
  const kept = pictureFolder === null ? null : await keptPictures(readers, pictureFolder);
  const results = [code, small, large];
  const own = code.readers.get(OURS);
  const ms = own?.median ?? Number.NaN;
  const codeVerdict = { what: 'QR: one code', found: `median ${number(ms)} ms`, target: `≤ ${CODE_MS} ms` };
  const bars = results.flatMap(({ what, readers: all }) =>
    [...all].map(([name, { median }]) => ({
      name: `${what}: ${name}`,
      value: median,
      target: name === OURS && what === 'one code' ? CODE_MS : null,
      isPeer: name !== OURS,
    })),
  );
  const title = 'Reading QR codes (median, logarithmic)';
  return {
    title: 'Reading QR codes',
    text: `In Node, on pictures that the run draws itself: codes of 2½ to 8 pixels a module, plain, light on dark, pale and turned, and pages of
bars that stand for words with one code among them. One code: median at most ${CODE_MS} ms, ${word(ms <= CODE_MS)}. \`--pictures FOLDER\` counts what each
reads of a folder of real pictures too.`,
    parts: [...results.map(part), ...(kept === null ? [] : [kept.part])],
    verdicts: [
      { ...codeVerdict, met: ms <= CODE_MS },
      countVerdict(results),
      ...pageVerdict(small),
      ...pageVerdict(large),
      ...(kept === null ? [] : [kept.verdict]),
    ],
    charts: [{ name: 'benchmarks-qr', title, svg: barChart(title, 'ms', bars) }],
  };
}
