import { expect, it } from 'vitest';
import { readCodes } from '../../../lib/qr/read-codes.ts';
import { barChart } from '../../bench/chart.ts';
import { curveChart } from '../../bench/curve-chart.ts';
import { codePicture, pagePicture } from '../../bench/pictures.ts';
import { verdictsOf } from '../../bench/topic.ts';

it('judges a wait by what 95 of 100 do not exceed, and no line without a target', () => {
  const sample = { median: 50, p95: 101, repeats: 20 };
  const lines = [
    { what: 'slow', sample, mostMs: 100 },
    { what: 'quick', sample, mostMs: 101 },
    { what: 'stated', sample },
  ];
  expect(verdictsOf(lines).map(({ what, met }) => [what, met])).toEqual([
    ['slow', false],
    ['quick', true],
  ]);
});

it('draws growth in proportion as a straight line, and targets beside it', () => {
  const points = [10, 100, 1000].map((count) => ({ count, ms: count, mostMs: count * 10 }));
  const svg = curveChart('Growth', 'accounts', [{ name: 'one', points }]);
  const [, drawn = ''] = /class="curve" points="([^"]+)"/.exec(svg) ?? [];
  const [first = [], second = [], third = []] = drawn.split(' ').map((pair) => pair.split(',').map(Number));
  const slope = ([x = 0, y = 0]: number[], [toX = 0, toY = 0]: number[]): number => (toY - y) / (toX - x);
  expect(slope(first, second)).toBeLessThan(0);
  expect(slope(first, second)).toBeCloseTo(slope(second, third), 2);
  // Ten times as many is one step to the right, wherever it begins.
  expect((second[0] ?? 0) - (first[0] ?? 0)).toBeCloseTo((third[0] ?? 0) - (second[0] ?? 0), 0);
  expect(svg).toContain('class="target"');
});

it('draws a longer bar for a larger value, and writes no mark of XML from a name', () => {
  const svg = barChart('Waits', 'ms', [
    { name: 'a < b', value: 10, target: 50 },
    { name: 'c', value: 90, target: null, isPeer: true },
  ]);
  const widths = [...svg.matchAll(/<rect class="(?:bar|other)"[^>]*width="([\d.]+)"/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths[0]).toBeLessThan(widths[1] ?? 0);
  expect(svg).toContain('a &lt; b');
  expect(svg).toContain('prefers-color-scheme: dark');
});

it('draws codes of every look, and pages, that hold what they say', () => {
  for (const index of [0, 1, 2, 3, 4]) {
    const { text, picture } = codePicture(index);
    expect(readCodes(picture, { scope: 'code' }).texts.map((one) => one.text)).toEqual([text]);
  }
  const { text, picture } = pagePicture(800, 600, 2);
  expect(readCodes(picture, { scope: 'page' }).texts.map((one) => one.text)).toEqual([text]);
});
