import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../../docs/detection.md', import.meta.url));

/** Replaces what stands between a section's two marks in docs/detection.md. */
export function writeSection(name: string, text: string): void {
  const [open, close] = [`<!-- ${name}: written by a command -->`, `<!-- /${name} -->`];
  const old = readFileSync(page, 'utf8');
  const [from, to] = [old.indexOf(open), old.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`docs/detection.md has no section ${name}.`);
  writeFileSync(page, `${old.slice(0, from + open.length)}\n${text}\n${old.slice(to)}`);
}
