import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesOf, targets } from './build.ts';

type Locked = {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
};
type Manifest = Readonly<Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>>;

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const manifest: Manifest = JSON.parse(read('package.json'));
const lockfile: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(lockfile.packages).filter(([folder]) => folder !== '');
const shipped = [...new Set(targets.flatMap(packagesOf))];

// Of these only the lines that join and start our own modules are in the bundles; docs/dependencies.md argues each.
const tools = ['node_modules/rolldown', 'node_modules/wxt'];
const most = { libraries: 8, packages: 10 };

// A licence with a choice counts by what of it is here; what links obliges nobody who only runs it.
const licences = {
  // MPL-2.0 is the polyfill's, whose one file is used whole, between two lines of ours.
  shipped: ['Apache-2.0', 'CC0-1.0', 'MIT', 'MPL-2.0'],
  tools: ['0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC-BY-4.0', 'ISC', 'Python-2.0', 'Zlib'],
};
// Apart from every list: measured as a peer by the benchmarks, never bundled.
const peers: Readonly<Record<string, string>> = { 'node_modules/@undecaf/zbar-wasm': 'LGPL-2.1+' };

/** Whether an SPDX expression of ANDs or of ORs can be met with these licences. */
function isMet(expression: string, allowed: readonly string[]): boolean {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' AND ')) return text.split(' AND ').every((one) => isMet(one, allowed));
  return text.split(' OR ').some((one) => allowed.includes(one));
}

describe('package.json and package-lock.json', () => {
  it('pin every package to one version, without a range', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const wanted = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(wanted.length).toBeGreaterThan(40);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(wanted.filter(([name, version]) => lockfile.packages[`node_modules/${name}`]?.version !== version)).toEqual(
      [],
    );
  });

  it('have a SHA-512 of every package, and no package that comes from elsewhere than a registry', () => {
    expect(locked.length).toBeGreaterThan(500);
    const unsealed = locked.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(unsealed.map(([folder]) => folder)).toEqual([]);
    // Without an address npm asks the registry that is set; the hash decides either way.
    const elsewhere = locked.filter(
      ([, { resolved = 'https://registry.npmjs.org/', link }]) =>
        link || !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere.map(([folder]) => folder)).toEqual([]);
  });

  it('have no package that ships and would run something at installation, which set-up forbids to all', () => {
    expect(shipped.filter((folder) => lockfile.packages[folder]?.hasInstallScript)).toEqual([]);
    expect(read('scripts/set-up.mjs')).toContain("['ci', '--ignore-scripts'");
  });
});

describe('the packages that ship', () => {
  it('are at most eight libraries, and lines of the two tools that build them', () => {
    expect(shipped).toEqual(expect.arrayContaining(['node_modules/preact', 'node_modules/@noble/hashes', ...tools]));
    expect(shipped.length).toBeLessThanOrEqual(most.packages);
    const libraries = shipped.filter((folder) => !tools.includes(folder));
    expect(libraries.length).toBeLessThanOrEqual(most.libraries);
    expect(libraries.toSorted()).toEqual(
      Object.keys(manifest.dependencies)
        .map((name) => `node_modules/${name}`)
        .toSorted(),
    );
  });

  it('have licences that ask for a notice at most, and those installed beside them ones that leave our source alone', () => {
    const licenceOf = (folder: string): string => lockfile.packages[folder]?.license ?? 'none';
    expect(shipped.filter((folder) => !isMet(licenceOf(folder), licences.shipped))).toEqual([]);
    const odd = locked
      .map(([folder]) => folder)
      .filter((folder) => !isMet(licenceOf(folder), [...licences.shipped, ...licences.tools]));
    expect(Object.fromEntries(odd.map((folder) => [folder, licenceOf(folder)]))).toEqual(peers);
  });
});
