/** A picture in the report: PNG bytes and what it is called. */
export type Picture = { readonly name: string; readonly png: Uint8Array };

/** A step that was tried. */
export type Outcome = {
  readonly sentence: string;
  readonly seconds: number;
  readonly problem: string | null;
  readonly pictures: readonly Picture[];
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const image = ({ name, png }: Picture, { sentence }: Outcome): string =>
  `<img alt="${escapeHtml(`${sentence}: ${name.replaceAll('-', ' ')}`)}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`;

const item = (outcome: Outcome): string => `<li${outcome.problem === null ? '' : ' class="failed"'}>
<h2>${escapeHtml(outcome.sentence)}</h2>
<p>${outcome.problem === null ? '' : `<strong>Failed: ${escapeHtml(outcome.problem)}.</strong> `}<span class="time">${outcome.seconds.toFixed(1)} s</span></p>
<div class="pictures">${outcome.pictures.map((picture) => image(picture, outcome)).join('\n')}</div>
</li>`;

const style = `
:root { color-scheme: light dark; --ink: light-dark(#17262a, #e8eff0); --paper: light-dark(#fff, #12191b);
  --quiet: light-dark(#4e6167, #a9babf); --line: light-dark(#7f9096, #74878d); --bad: light-dark(#a3201b, #ff9f97); }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem; font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 2rem 0 0; font-weight: 600; }
p { margin: .25rem 0 .75rem; } .time { color: var(--quiet); font-variant-numeric: tabular-nums; }
ol { padding-left: 2rem; } li::marker { font-weight: 600; } .failed strong { color: var(--bad); }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
img { max-width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }`;

/** The report of a tour as one HTML file that needs nothing else: a numbered step, its time and its pictures each. */
export const reportPage = (verdict: string, outcomes: readonly Outcome[]): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Doorcode: the tour</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Doorcode: the tour</h1>
<p>${escapeHtml(verdict)}</p>
<ol>
${outcomes.map(item).join('\n')}
</ol>
</main>
</body>
</html>
`;
