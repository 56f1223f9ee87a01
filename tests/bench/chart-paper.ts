const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as XML holds it. */
export const escapeXml = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? '');

/** A number on an axis or beside a bar. */
export const axisNumber = (value: number): string =>
  value >= 1000 ? value.toLocaleString('en-US', { maximumFractionDigits: 0 }) : String(Number(value.toPrecision(2)));

/** The powers of ten from the one below the least value to the one above the most. */
export function decades(values: readonly number[]): readonly number[] {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const least = Math.floor(Math.min(...logs));
  const most = Math.max(least + 1, Math.ceil(Math.max(...logs)));
  return Array.from({ length: most - least + 1 }, (_, index) => 10 ** (least + index));
}

/** The place of a value between two powers of ten, 0 to 1. */
export const placeOf = (value: number, ticks: readonly number[]): number => {
  const [first = 1, last = 10] = [ticks[0], ticks.at(-1)];
  return (Math.log10(Math.max(value, first)) - Math.log10(first)) / (Math.log10(last) - Math.log10(first));
};

/** An SVG with a title, 720 pixels wide or more, that reads well on dark and on light paper. */
export function paper(title: string, size: { readonly width: number; readonly height: number }, drawn: string): string {
  const { height } = size;
  const width = Math.max(720, size.width);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #17262a; } .title { font-weight: 600; font-size: 15px; } .quiet { fill: #4e6167; font-size: 11px; }
.paper { fill: #fff; } .bar, .dot { fill: #0b5c63; } .other { fill: #8aa0a4; } .grid { stroke: #c7d0d2; } .target { stroke: #a3201b; stroke-width: 2; stroke-dasharray: 4 2; fill: none; }
.curve { stroke: #0b5c63; stroke-width: 2; fill: none; } .second { stroke: #8a5a00; } .dot.second { fill: #8a5a00; stroke: none; }
@media (prefers-color-scheme: dark) {
text { fill: #e8eff0; } .quiet { fill: #a9babf; } .paper { fill: #12191b; } .bar, .dot { fill: #6fd0d6; } .other { fill: #6b7f84; } .grid { stroke: #37454a; } .target { stroke: #ff9f97; }
.curve { stroke: #6fd0d6; } .second { stroke: #f0c070; } .dot.second { fill: #f0c070; }
}
</style>
<rect class="paper" width="${width}" height="${height}" rx="8"/>
<text class="title" x="12" y="22">${escapeXml(title)}</text>
${drawn}
</svg>
`;
}
