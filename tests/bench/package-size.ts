import { deflateRawSync, gzipSync } from 'node:zlib';
import { filesOf, importedBy, injectedOf } from '../output/build.ts';
import { barChart } from './chart.ts';
import { number, type Topic, table, type Verdict, word } from './topic.ts';

const kB = (bytes: number): number => bytes / 1000;
const MOST_KB = { package: 420, popup: 60, content: 12 } as const;

/** The one script that is registered, at sites that were allowed; what else comes into a page comes by a press or a box there. */
const REGISTERED = 'watch.js';

const rivals: Readonly<Record<string, number>> = { 'a rival': 498, another: 779, 'a third': 877 };
// A zip has a header of 30 and an entry of 46 bytes for each file, each with its name, and an end of 22.
const zipBytes = (files: ReturnType<typeof filesOf>): number =>
  files.reduce(
    (sum, { path, bytes }) => sum + deflateRawSync(bytes, { level: 9 }).length + 76 + 2 * Buffer.byteLength(path),
    22,
  );

/** Weighs the build for Chromium: the package, what the popup loads before it shows anything, and what comes into pages. */
export function packageTopic(): Topic {
  const files = filesOf('chrome');
  const file = (path: string): Buffer => files.find((one) => one.path === path)?.bytes ?? Buffer.of();
  const gzipped = (path: string): number => gzipSync(file(path), { level: 9 }).length;
  const page = file('popup.html').toString('utf8');
  const named = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path = '']) => path);
  const imported = named.flatMap((path) => importedBy(file(path).toString('utf8')));
  // What is named so that it comes early is imported too.
  const popup = ['popup.html', ...new Set([...named, ...imported])].reduce((sum, path) => sum + gzipped(path), 0);
  const injected = injectedOf(files).toSorted((one, other) => gzipped(other) - gzipped(one));
  const isOver = (size: number, most: number): string => `${most} kB: ${word(size <= most)}`;
  const whole = kB(zipBytes(files));
  const verdicts: readonly Verdict[] = [
    {
      what: 'package, all languages',
      found: `${number(whole)} kB`,
      target: `≤ ${MOST_KB.package} kB`,
      met: whole <= MOST_KB.package,
    },
    {
      what: 'popup, first paint',
      found: `${number(kB(popup))} kB`,
      target: `≤ ${MOST_KB.popup} kB`,
      met: kB(popup) <= MOST_KB.popup,
    },
    {
      what: `content script, ${REGISTERED}`,
      found: `${number(kB(gzipped(REGISTERED)))} kB`,
      target: `≤ ${MOST_KB.content} kB`,
      met: kB(gzipped(REGISTERED)) <= MOST_KB.content,
    },
  ];
  const rows = [
    ['package, all languages', number(whole), isOver(whole, MOST_KB.package)],
    ...Object.entries(rivals).map(([name, size]) => [`${name}, package`, number(size), '']),
    ['popup until it shows something: page, styles, scripts', number(kB(popup)), isOver(kB(popup), MOST_KB.popup)],
    ...injected.map((path) => {
      const size = kB(gzipped(path));
      return path === REGISTERED
        ? [`${path}, content script`, number(size), isOver(size, MOST_KB.content)]
        : [`${path}, on demand`, number(size), ''];
    }),
  ];
  const bars = [
    { name: 'Doorcode', value: whole, target: MOST_KB.package },
    ...Object.entries(rivals).map(([name, value]) => ({ name, value, target: null, isPeer: true })),
    { name: 'popup, first paint', value: kB(popup), target: MOST_KB.popup },
    ...injected.map((path) => ({ name: path, value: kB(gzipped(path)), target: MOST_KB.content })),
  ];
  const title = 'What is loaded, packed (kB, logarithmic)';
  return {
    title: 'What is loaded',
    text: `The build for Chromium, as a zip packs it; what the popup loads and what comes into pages gzipped. \`watch.js\` alone comes into every
document of an allowed site; the others come where there is something to do. The packages of three rivals weighed 498, 779 and 877 kB.`,
    parts: [table(['what', 'kB', 'target'], rows)],
    verdicts,
    charts: [{ name: 'benchmarks-size', title, svg: barChart(title, 'kB', bars) }],
  };
}
