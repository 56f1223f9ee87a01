import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageOf } from '../../../scripts/bundled-packages.ts';
import { type Bom, referenceOf, shippedBom } from '../../../scripts/sbom/shipped-bom.ts';

describe('the package that a module of a bundle comes from', () => {
  it.each([
    ['/home/dana/doorcode/node_modules/preact/hooks/dist/hooks.mjs', 'node_modules/preact'],
    ['/home/dana/doorcode/node_modules/@noble/hashes/sha2.js', 'node_modules/@noble/hashes'],
    ['/srv/node_modules/old/node_modules/@a/b/index.js', 'node_modules/old/node_modules/@a/b'],
    ['/srv/node_modules/old/copy/node_modules/qr/index.js', 'node_modules/qr'],
    ['\0vite/preload-helper.js', 'node_modules/vite'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
    ['\0virtual:wxt-background-entrypoint?entrypoints/background/index.ts', 'node_modules/wxt'],
    ['/home/dana/doorcode/lib/otp/totp.ts', undefined],
  ])('of %j is %s', (module, name) => {
    expect(packageOf(module)).toBe(name);
  });
});

describe('the list of what ships', () => {
  const part = (reference: string) => ({
    'bom-ref': reference,
    name: reference,
    scope: 'optional',
    properties: [{ name: 'cdx:npm:package:development', value: 'true' }],
  });
  const all: Bom = {
    components: ['qr@1.0.0', 'knip@6.0.0', 'a@2.0.0'].map(part),
    dependencies: [
      { ref: 'qr@1.0.0', dependsOn: ['knip@6.0.0', 'a@2.0.0'] },
      { ref: 'knip@6.0.0', dependsOn: [] },
    ],
  };
  const product = { name: 'doorcode', version: '0.1.0' };

  it('holds the packages of the bundles alone, whatever npm takes them for', () => {
    const { components, dependencies } = shippedBom(all, new Set(['qr@1.0.0', 'a@2.0.0']), product);
    expect(components.map(({ name, scope, properties }) => ({ name, scope, properties }))).toEqual([
      { name: 'a@2.0.0', scope: 'required', properties: undefined },
      { name: 'qr@1.0.0', scope: 'required', properties: undefined },
    ]);
    expect(dependencies).toEqual([
      { ref: 'doorcode@0.1.0', dependsOn: ['a@2.0.0', 'qr@1.0.0'] },
      { ref: 'qr@1.0.0', dependsOn: ['a@2.0.0'] },
    ]);
  });

  it('is the same whenever it is made, and in whatever order npm lists', () => {
    const later = {
      ...all,
      components: all.components.toReversed(),
      serialNumber: 'urn:uuid:1',
      metadata: { timestamp: 'now' },
    };
    const shipped = new Set(['a@2.0.0', 'qr@1.0.0']);
    expect(JSON.stringify(shippedBom(later, shipped, product))).toBe(JSON.stringify(shippedBom(all, shipped, product)));
  });

  it('fails where a package of the bundles is in no list', () => {
    expect(() => shippedBom(all, new Set(['vue@3.0.0']), product)).toThrow('npm sbom does not list vue@3.0.0');
    const lockfile = { packages: { 'node_modules/a': { version: '2.0.0' } } };
    expect(referenceOf(lockfile, 'node_modules/a')).toBe('a@2.0.0');
    expect(() => referenceOf(lockfile, 'node_modules/b')).toThrow('node_modules/b is in the bundles');
  });
});

it('the page about dependencies names each package once, with its version', () => {
  const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
  const {
    dependencies,
    devDependencies,
    optionalDependencies,
  }: Record<string, Record<string, string>> = JSON.parse(read('package.json'));
  const cells = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.split(',').map((part) => part.trim())));
  const isNamed = ([name, version]: readonly [string, string]): boolean => {
    const rows = cells.filter(([, names]) => names?.includes(name));
    return rows.length === 1 && rows[0]?.[2]?.includes(version) === true;
  };
  const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(asked.filter((one) => !isNamed(one))).toEqual([]);
});
