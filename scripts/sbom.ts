import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Bom, type Lockfile, referenceOf, shippedBom } from './sbom/shipped-bom.ts';

// npm run sbom: lists what is in both builds, in docs/sbom.json.
const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');

const folders: readonly string[] = ['chrome', 'firefox'].flatMap((browser) =>
  JSON.parse(read(`.output/packages-${browser}.json`)),
);
const lockfile: Lockfile = JSON.parse(read('package-lock.json'));
const { name, version }: { name: string; version: string } = JSON.parse(read('package.json'));
const listing = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const outcome = spawnSync('npm', listing, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
if (outcome.status !== 0) throw new Error(`npm sbom failed: ${outcome.stderr}`);
const all: Bom = JSON.parse(outcome.stdout);
const shipped = new Set(folders.map((folder) => referenceOf(lockfile, folder)));
writeFileSync(
  resolve(root, 'docs/sbom.json'),
  `${JSON.stringify(shippedBom(all, shipped, { name, version }), null, 2)}\n`,
);
