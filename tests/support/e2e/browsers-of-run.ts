import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOOSE_ERRORS_FILE } from '../../../scripts/loose-errors.ts';
import { noteIn } from './net-log.ts';
import { isForbidden, type NetworkNote } from './network-notes.ts';
import { startRefusingProxy } from './refusing-proxy.ts';

const FOLDER = 'DOORCODE_E2E_BROWSERS';
const PROXY = 'DOORCODE_E2E_PROXY';

/** The folder for profiles and process numbers of the browsers that outlive a spec; made by the run, and gone with it. */
export function folderOfRun(): string {
  const folder = process.env[FOLDER];
  if (folder === undefined) throw new Error('no run of the e2e project is under way');
  return folder;
}

/** Where a browser of the run sends what leaves the computer, and a file of its own for notes about requests; undefined outside a run. */
export function networkOfRun(
  kind: 'chromium' | 'firefox',
): { readonly port: string; readonly notes: string } | undefined {
  const [folder, port] = [process.env[FOLDER], process.env[PROXY]];
  if (folder === undefined || port === undefined) return undefined;
  return { port, notes: join(folder, `network-${kind}-${crypto.randomUUID()}`) };
}

const endQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};

/** What the browsers of the run noted about requests that the extension made. */
function notesIn(folder: string): readonly NetworkNote[] {
  const lines = (kind: string): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.startsWith(`network-${kind}-`))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
      .filter((line) => line !== '');
  return [
    ...lines('chromium').flatMap((line) => noteIn(line) ?? []),
    ...lines('firefox').map((line): NetworkNote => JSON.parse(line)),
  ];
}

/**
 * Vitest's global setup: a worker that ends tells nobody, so the run ends what its workers started. Its end fails when a browser made
 * a request in the extension's name, or to a host that is no browser's own.
 */
export default async function prepare(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-browsers-'));
  const proxy = await startRefusingProxy();
  process.env[FOLDER] = folder;
  process.env[PROXY] = String(proxy.port);
  return () => {
    for (const name of readdirSync(folder)) if (/^\d+$/.test(name)) endQuietly(Number(name));
    proxy.close();
    const notes = [...notesIn(folder), ...proxy.notes];
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    const forbidden = notes.filter(isForbidden);
    console.log(`network: ${notes.length} requests noted in all browsers, ${forbidden.length} that must not be`);
    if (forbidden.length === 0) return;
    // No file failed by it, so a second try of those that did must not make it good.
    const looseErrors = process.env[LOOSE_ERRORS_FILE];
    if (looseErrors !== undefined) writeFileSync(looseErrors, String(forbidden.length));
    throw new Error(forbidden.map((note) => JSON.stringify(note)).join('\n'));
  };
}
