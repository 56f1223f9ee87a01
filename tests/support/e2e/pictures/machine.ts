import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { requireChromium } from '../../browsers.ts';

/** What the look of a letter depends on: pictures are compared only where both are as they were when the pictures were taken. */
export type Machine = {
  /** As the browser names its version. */
  readonly chromium: string;
  /** SHA-256 over the names and the bytes of the fonts that fontconfig gives for the pages. */
  readonly fonts: string;
};

// The families of components/tokens.css and keys.css, for Latin and for Arabic letters.
const patterns = ['system-ui', 'sans-serif', 'ui-monospace', 'monospace'].flatMap((family) => [
  family,
  `${family}:lang=ar`,
  `${family}:charset=627`,
]);

const printed = (program: string, ...args: string[]): string => {
  const { stdout, status } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

function fontsHere(): string {
  const files = patterns.map((pattern) => printed('fc-match', '-f', '%{file}', pattern));
  if (files.some((file) => file === '')) return 'unknown';
  const hash = createHash('sha256');
  for (const file of new Set(files)) hash.update(basename(file)).update(readFileSync(file));
  return hash.digest('hex');
}

/** The browser and the fonts of this machine. */
export const machineHere = (): Machine => ({ chromium: printed(requireChromium(), '--version'), fonts: fontsHere() });

/** The machine that took the pictures of a folder; null where there are none. */
export function machineOf(folder: string): Machine | null {
  const path = `${folder}machine.json`;
  if (!existsSync(path)) return null;
  const { chromium, fonts }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  return { chromium: String(chromium), fonts: String(fonts) };
}

/** Why pictures of two machines are not compared, to follow "because"; null where they can be. */
export function whyNotCompared(accepted: Machine | null, here: Machine): string | null {
  if (accepted === null) return 'no pictures were accepted yet';
  if (accepted.chromium !== here.chromium)
    return `the accepted pictures are of ${accepted.chromium}, and this is ${here.chromium}`;
  if (here.fonts === 'unknown') return 'fontconfig does not say which fonts are used here';
  return accepted.fonts === here.fonts ? null : 'the accepted pictures were taken with other fonts';
}
