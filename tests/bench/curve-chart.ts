import { axisNumber, decades, escapeXml, paper, placeOf } from './chart-paper.ts';

/** Points of one thing that was measured over a growing number, and the most that each may be. */
export type Curve = {
  readonly name: string;
  readonly points: readonly { readonly count: number; readonly ms: number; readonly mostMs?: number }[];
};

const [left, width, top, height] = [70, 600, 44, 300];

/** Curves over a growing number, both axes logarithmic; a straight line of 45° is growth in proportion. The targets are a broken line. */
export function curveChart(title: string, what: string, curves: readonly Curve[]): string {
  const points = curves.flatMap((curve) => curve.points);
  const across = decades(points.map(({ count }) => count));
  const up = decades(points.flatMap(({ ms, mostMs = ms }) => [ms, mostMs]));
  const x = (count: number): string => (left + placeOf(count, across) * width).toFixed(1);
  const y = (ms: number): string => (top + (1 - placeOf(ms, up)) * height).toFixed(1);
  const line = (of: readonly (readonly [count: number, ms: number])[]): string =>
    of.map(([count, ms]) => `${x(count)},${y(ms)}`).join(' ');
  const grid = [
    ...across.map(
      (count) =>
        `<line class="grid" x1="${x(count)}" x2="${x(count)}" y1="${top}" y2="${top + height}"/><text class="quiet" x="${x(count)}" y="${top + height + 16}" text-anchor="middle">${axisNumber(count)}</text>`,
    ),
    ...up.map(
      (ms) =>
        `<line class="grid" x1="${left}" x2="${left + width}" y1="${y(ms)}" y2="${y(ms)}"/><text class="quiet" x="${left - 6}" y="${y(ms)}" text-anchor="end" dominant-baseline="middle">${axisNumber(ms)} ms</text>`,
    ),
    `<text class="quiet" x="${left + width}" y="${top + height + 34}" text-anchor="end">${escapeXml(what)}</text>`,
  ];
  const drawn = curves.map((curve, index) => {
    const style = index === 0 ? '' : ' second';
    const targets = curve.points.flatMap(({ count, mostMs }) =>
      mostMs === undefined ? [] : [[count, mostMs] as const],
    );
    const dots = curve.points.map(
      ({ count, ms }) => `<circle class="dot${style}" cx="${x(count)}" cy="${y(ms)}" r="4"/>`,
    );
    const legend = left + index * 200;
    return `${targets.length > 0 ? `<polyline class="target" points="${line(targets)}"/>` : ''}
<polyline class="curve${style}" points="${line(curve.points.map(({ count, ms }) => [count, ms] as const))}"/>
${dots.join('')}
<circle class="dot${style}" cx="${legend}" cy="${top + height + 34}" r="4"/><text x="${legend + 10}" y="${top + height + 38}">${escapeXml(curve.name)}</text>`;
  });
  return paper(title, { width: 720, height: top + height + 52 }, [...grid, ...drawn].join('\n'));
}
