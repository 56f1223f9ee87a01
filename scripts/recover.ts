import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

// Usage: recover.ts, as `npm run recover`. Builds docs/recover/recover.html, one file without a network, from our own modules.
const placeOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function bundle(): Promise<string> {
  const [output] = [
    await build({
      configFile: false,
      logLevel: 'error',
      root: placeOf('..'),
      build: {
        write: false,
        target: 'es2022',
        lib: { entry: placeOf('recover/page.ts'), name: 'recover', formats: ['iife'] },
      },
    }),
  ].flat();
  const [chunk] = output !== undefined && 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('nothing was built');
  // As a script's text ends at the first of these, whatever the script means by it.
  return chunk.code.replaceAll('</script', '<\\/script').trim();
}

/** The text of docs/recover/recover.html. */
export async function recoverPage(): Promise<string> {
  const [script, style] = [await bundle(), readFileSync(placeOf('recover/page.css'), 'utf8').trim()];
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Open a saved copy of Doorcode</title>
<style>${style}</style>
<h1>Open a saved copy of Doorcode</h1>
<p>This page works offline and sends nothing anywhere. Keep it beside your saved copy. Whoever sees its lines and QR codes can make your codes: close it when you are done.</p>
<form id="form">
<label for="file">Saved copy</label>
<input id="file" type="file" required>
<label for="typed">Passphrase or emergency key</label>
<input id="typed" type="password" autocomplete="off" spellcheck="false" required>
<button>Open</button>
</form>
<p id="said" role="status"></p>
<ol id="accounts"></ol>
<noscript>This page needs JavaScript.</noscript>
<script>${script}</script>
</html>
`;
}

if (import.meta.main) writeFileSync(placeOf('../docs/recover/recover.html'), await recoverPage());
