import { axisNumber, decades, escapeXml, paper, placeOf } from './chart-paper.ts';

/** One bar: a name, a value, the most (or least) it should be, null where there is no target, and whether it is a peer's. */
export type Bar = {
  readonly name: string;
  readonly value: number;
  readonly target: number | null;
  readonly isPeer?: boolean;
};

const [chartWidth, rowHeight] = [330, 30];
// Letters of 13 pixels are half as wide, on the whole.
const LETTER = 6.6;

/** Bars on a logarithmic scale, each with its target as a broken line. */
export function barChart(title: string, unit: string, bars: readonly Bar[]): string {
  const ticks = decades(bars.flatMap(({ value, target }) => (target === null ? [value] : [value, target])));
  const labelWidth = 16 + Math.ceil(Math.max(...bars.map(({ name }) => name.length)) * LETTER);
  const height = 60 + bars.length * rowHeight;
  const rows = bars.map(({ name, value, target, isPeer }, index) => {
    const top = 40 + index * rowHeight;
    const width = Math.max(2, placeOf(value, ticks) * chartWidth);
    const x = labelWidth + (target === null ? 0 : placeOf(target, ticks) * chartWidth);
    const line =
      target === null
        ? ''
        : `<line class="target" x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${top - 2}" y2="${top + 20}"/>`;
    return `<text x="${labelWidth - 8}" y="${top + 13}" text-anchor="end">${escapeXml(name)}</text>
<rect class="${isPeer === true ? 'other' : 'bar'}" x="${labelWidth}" y="${top}" width="${width.toFixed(1)}" height="18" rx="3"/>${line}
<text x="${(labelWidth + width + 8).toFixed(1)}" y="${top + 13}">${axisNumber(value)} ${unit}</text>`;
  });
  const grid = ticks.map((tick) => {
    const x = (labelWidth + placeOf(tick, ticks) * chartWidth).toFixed(1);
    return `<line class="grid" x1="${x}" x2="${x}" y1="34" y2="${height - 22}"/><text class="quiet" x="${x}" y="${height - 8}" text-anchor="middle">${axisNumber(tick)} ${unit}</text>`;
  });
  return paper(title, { width: labelWidth + chartWidth + 90, height }, [...grid, ...rows].join('\n'));
}
