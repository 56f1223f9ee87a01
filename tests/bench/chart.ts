/** One bar: a name, a value in ms, and the most it may be (null where there is no target). */
export type Bar = { readonly name: string; readonly ms: number; readonly targetMs: number | null };

const [labelWidth, chartWidth, rowHeight] = [250, 330, 30];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? '');

/** Bars on a logarithmic scale (1 ms to 10 s) as an SVG that reads well on dark and on light paper. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const place = (ms: number): number => (Math.log10(Math.min(Math.max(ms, 1), 10_000)) / 4) * chartWidth;
  const height = 60 + bars.length * rowHeight;
  const rows = bars.map(({ name, ms, targetMs }, index) => {
    const top = 40 + index * rowHeight;
    const target =
      targetMs === null
        ? ''
        : `<line class="target" x1="${labelWidth + place(targetMs)}" x2="${labelWidth + place(targetMs)}" y1="${top - 2}" y2="${top + 20}"/>`;
    return `<text x="${labelWidth - 8}" y="${top + 13}" text-anchor="end">${escapeXml(name)}</text>
<rect class="bar" x="${labelWidth}" y="${top}" width="${Math.max(2, place(ms)).toFixed(1)}" height="18" rx="3"/>${target}
<text x="${(labelWidth + Math.max(2, place(ms)) + 8).toFixed(1)}" y="${top + 13}">${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms</text>`;
  });
  const ticks = [1, 10, 100, 1000, 10_000].map((ms) => {
    const x = labelWidth + place(ms);
    return `<line class="grid" x1="${x}" x2="${x}" y1="34" y2="${height - 22}"/><text class="quiet" x="${x}" y="${height - 8}" text-anchor="middle">${ms} ms</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="${height}" viewBox="0 0 720 ${height}" role="img" aria-label="${escapeXml(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #17262a; } .title { font-weight: 600; font-size: 15px; } .quiet { fill: #4e6167; font-size: 11px; }
.paper { fill: #fff; } .bar { fill: #0b5c63; } .grid { stroke: #c7d0d2; } .target { stroke: #a3201b; stroke-width: 2; stroke-dasharray: 4 2; }
@media (prefers-color-scheme: dark) {
text { fill: #e8eff0; } .quiet { fill: #a9babf; } .paper { fill: #12191b; } .bar { fill: #6fd0d6; } .grid { stroke: #37454a; } .target { stroke: #ff9f97; }
}
</style>
<rect class="paper" width="720" height="${height}" rx="8"/>
<text class="title" x="12" y="22">${escapeXml(title)}</text>
${ticks.join('\n')}
${rows.join('\n')}
</svg>
`;
}
