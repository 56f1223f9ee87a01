import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesOf, targets } from './build.ts';

type Component = {
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
};
type Locked = Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');
const { components }: { components: readonly Component[] } = JSON.parse(read('docs/sbom.json'));
const { packages: locked }: { packages: Locked } = JSON.parse(read('package-lock.json'));
const bundled = [...new Set(targets.flatMap(packagesOf))].toSorted();

describe('docs/sbom.json', () => {
  // Red after a change of packages: npm run sbom writes it anew.
  it('lists the packages that are in the bundles and no others, in the versions and with the hashes of the lockfile', () => {
    const expected = bundled.map((folder) => ({
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: locked[folder]?.version,
      hash: `sha512 ${Buffer.from(locked[folder]?.integrity.replace('sha512-', '') ?? '', 'base64').toString('hex')}`,
    }));
    const listed = components.map(({ name, version, hashes: [hash] }) => ({
      name,
      version,
      hash: `${hash?.alg === 'SHA-512' ? 'sha512' : hash?.alg} ${hash?.content}`,
    }));
    const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);
    expect(listed.toSorted(byName)).toEqual(expected.toSorted(byName));
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(['preact', 'jsqr', '@noble/hashes']));
  });

  it('says no time and no number of its own, so that it is the same whenever it is made', () => {
    expect(read('docs/sbom.json')).not.toMatch(/timestamp|serialNumber|urn:uuid/);
  });

  it('names a licence for each, and docs/dependencies.md each with its version', () => {
    const shipped = read('docs/dependencies.md').split('## Building and testing')[0] ?? '';
    for (const { name, version, licenses } of components) {
      expect(licenses, name).toHaveLength(1);
      const row = shipped.split('\n').find((line) =>
        line
          .split('|')[1]
          ?.split(',')
          .some((one) => one.trim() === name),
      );
      expect(row, name).toContain(version);
    }
  });
});
