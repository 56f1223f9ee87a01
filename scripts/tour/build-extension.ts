import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CleanUp } from './clean-up.ts';

/** Builds the extension for one kind of browser and gives the folder; rejects with what the build said. */
export function buildExtension(root: string, target: 'chrome' | 'firefox', cleanUp: CleanUp): Promise<string> {
  return new Promise((resolve, reject) => {
    const building = spawn(join(root, 'node_modules', '.bin', 'wxt'), ['build', '-b', target], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    cleanUp.add(() => building.kill());
    let said = '';
    for (const stream of [building.stdout, building.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString('utf8');
      });
    building.once('error', reject);
    building.once('close', (status) => {
      if (status === 0) resolve(join(root, '.output', `${target}-mv3`));
      else reject(new Error(`the build failed:\n${said}`));
    });
  });
}
