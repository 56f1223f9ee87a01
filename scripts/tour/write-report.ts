import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, reportPage } from './report.ts';

/** Writes the report of a tour and each picture in it, in place of an earlier one. */
export function writeReport(folder: string, verdict: string, outcomes: readonly Outcome[]): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), reportPage(verdict, outcomes));
  outcomes.forEach(({ pictures }, index) => {
    for (const { name, png } of pictures)
      writeFileSync(join(folder, `${String(index + 1).padStart(2, '0')}-${name}.png`), png);
  });
}
