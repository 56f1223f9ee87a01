import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesInZip, type ZippedFile } from '../../support/zip.ts';

const root = resolve(import.meta.dirname, '../../..');
const notCopied = new Set(['node_modules', '.git', '.output', '.wxt', 'tests']);
const junk = ['portal.sqlite', 'notes.json', 'portal/portal.sqlite-wal', 'scripts/run.log'];
const names = ['chrome', 'edge', 'firefox', 'sources'] as const;

type Packages = Readonly<Record<(typeof names)[number], readonly ZippedFile[]>>;

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const pathsOf = (files: readonly ZippedFile[]): readonly string[] => files.map(({ path }) => path);
const hashesOf = (files: readonly ZippedFile[]) => files.map(({ path, bytes }) => `${path} ${hashOf(bytes)}`);

let temporary: string;
let here: { readonly folder: string; readonly packages: Packages };
let there: { readonly folder: string; readonly packages: Packages };

/** The packages in a folder of its own, by hard links where they can be, as a link to the folder would be the same path for both. */
function installIn(folder: string): void {
  const packages = join(root, 'node_modules');
  const linked = spawnSync('cp', ['-al', packages, join(folder, 'node_modules')]);
  if (linked.status !== 0) cpSync(packages, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
}

function zipIn(folder: string, environment: { readonly TZ: string; readonly NODE_ENV: string }): Packages {
  installIn(folder);
  const outcome = spawnSync('npm', ['run', '--silent', 'zip'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  if (outcome.status !== 0) throw new Error(`npm run zip failed: ${outcome.stdout}${outcome.stderr}`);
  const output = join(folder, '.output');
  const read = (name: string): readonly ZippedFile[] => filesInZip(readFileSync(join(output, zipNamed(output, name))));
  return { chrome: read('chrome'), edge: read('edge'), firefox: read('firefox'), sources: read('sources') };
}

function zipNamed(output: string, name: string): string {
  const found = readdirSync(output).find((file) => file.endsWith(`-${name}.zip`));
  if (found === undefined) throw new Error(`npm run zip made no package for ${name}`);
  return found;
}

const zipBytes = ({ folder }: { readonly folder: string }, name: string): Buffer =>
  readFileSync(join(folder, '.output', zipNamed(join(folder, '.output'), name)));

beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'doorcode-packages-'));
  const folder = join(temporary, 'tree');
  cpSync(root, folder, {
    recursive: true,
    filter: (path) => resolve(path, '..') !== root || !notCopied.has(basename(path)),
  });
  for (const path of junk) writeFileSync(join(folder, path), 'mine alone');
  here = { folder, packages: zipIn(folder, { TZ: 'Pacific/Kiritimati', NODE_ENV: 'production' }) };
  // What reviewers get is all that the second folder has.
  const unpacked = join(temporary, 'elsewhere', 'the sources unpacked');
  for (const { path, bytes } of here.packages.sources) {
    mkdirSync(dirname(join(unpacked, path)), { recursive: true });
    writeFileSync(join(unpacked, path), bytes);
  }
  there = { folder: unpacked, packages: zipIn(unpacked, { TZ: 'America/Los_Angeles', NODE_ENV: 'development' }) };
}, 300_000);

afterAll(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));

describe('the packages that npm run zip makes', () => {
  it.each(names)(
    'are the same byte by byte from the unpacked sources, in another folder, time zone and shell (%s)',
    (name) => {
      expect(hashesOf(there.packages[name])).toEqual(hashesOf(here.packages[name]));
      expect(hashOf(zipBytes(there, name))).toBe(hashOf(zipBytes(here, name)));
    },
  );

  it.each(names)('hold their files in the order of their names and without a time (%s)', (name) => {
    const files = here.packages[name];
    expect(pathsOf(files)).toEqual(pathsOf(files).toSorted());
    expect(new Set(files.map(({ time }) => time))).toEqual(new Set([0]));
  });

  it('give Edge what they give Chrome', () => {
    expect(pathsOf(here.packages.chrome)).toContain('manifest.json');
    expect(hashesOf(here.packages.edge)).toEqual(hashesOf(here.packages.chrome));
  });

  it('name no folder of the computer that built them', () => {
    for (const name of names)
      for (const { path, bytes } of here.packages[name])
        expect(bytes.includes(temporary) || bytes.includes(root), `${name}: ${path}`).toBe(false);
  });

  it('keep what lies about in the folder, and tests, out of the sources', () => {
    const paths = pathsOf(here.packages.sources);
    for (const path of [...junk, 'node_modules/preact/package.json']) expect(paths).not.toContain(path);
    expect(paths.filter((path) => /^(tests|docs\/pictures)\//.test(path))).toEqual([]);
    for (const path of ['package-lock.json', 'wxt.config.ts', 'README.md', 'LICENSE', 'entrypoints/watch.ts'])
      expect(paths).toContain(path);
  });
});
