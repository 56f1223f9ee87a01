import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDER = 'DOORCODE_E2E_BROWSERS';

/** The folder for profiles and process numbers of the browsers that outlive a spec; made by the run, and gone with it. */
export function folderOfRun(): string {
  const folder = process.env[FOLDER];
  if (folder === undefined) throw new Error('no run of the e2e project is under way');
  return folder;
}

const endQuietly = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
};

/** Vitest's global setup: a worker that ends tells nobody, so the run ends what its workers started. */
export default function prepare(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-e2e-browsers-'));
  process.env[FOLDER] = folder;
  return () => {
    for (const name of readdirSync(folder)) if (/^\d+$/.test(name)) endQuietly(Number(name));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}
