import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Seeded, startChromium, unpackedId } from './seeded-browser.ts';

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bare</title></head>
<body><div id="root"></div><script src="/rows.js"></script></body></html>`;

/** A browser with an extension whose popup has so many rows of six digits from one line of script: no vault, no question, no style. */
export async function openBare(folder: string, rows: number): Promise<Seeded> {
  const extension = join(folder, 'extension');
  mkdirSync(extension, { recursive: true });
  const manifest = { manifest_version: 3, name: 'Bare', version: '1', action: { default_popup: 'popup.html' } };
  writeFileSync(join(extension, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(extension, 'popup.html'), page);
  const script = `document.querySelector('#root').innerHTML = '<ul>' + '<li class="row">123456</li>'.repeat(${rows}) + '</ul>';`;
  writeFileSync(join(extension, 'rows.js'), script);
  const browser = await startChromium(join(folder, 'profile'), extension);
  return { browser, page: await browser.newPage(), base: `chrome-extension://${unpackedId(extension)}/` };
}
