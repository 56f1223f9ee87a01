/** A package in a CycloneDX list of parts; what is not named here goes along unread. */
type Component = { readonly 'bom-ref': string; readonly name: string };

/** What `npm sbom` writes. */
export type Bom = {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
};

/** The parts of a lockfile that matter here. */
export type Lockfile = { readonly packages: Readonly<Record<string, { readonly version?: string }>> };

/** How a list of parts calls a package that the lockfile calls by its folder. */
export function referenceOf(lockfile: Lockfile, folder: string): string {
  const version = lockfile.packages[folder]?.version;
  if (version === undefined) throw new Error(`${folder} is in the bundles and not in package-lock.json`);
  return `${folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`;
}

/**
 * npm's list cut down to what is in the bundles. To npm most of them are tools, as `dependencies` of package.json are not what ships,
 * so its marks for that go; time, serial number and npm's version go so that the same lockfile gives the same list.
 */
export function shippedBom(all: Bom, shipped: ReadonlySet<string>, product: { name: string; version: string }) {
  const byReference = (a: { ref: string }, b: { ref: string }): number => (a.ref < b.ref ? -1 : 1);
  const components = all.components
    .filter((component) => shipped.has(component['bom-ref']))
    .map((component) => ({ ...component, scope: 'required', properties: undefined, externalReferences: undefined }))
    .toSorted((a, b) => byReference({ ref: a['bom-ref'] }, { ref: b['bom-ref'] }));
  const listed = new Set(components.map((component) => component['bom-ref']));
  for (const reference of shipped) if (!listed.has(reference)) throw new Error(`npm sbom does not list ${reference}`);
  const ref = `${product.name}@${product.version}`;
  const within = all.dependencies
    .filter((one) => shipped.has(one.ref))
    .map((one) => ({ ref: one.ref, dependsOn: (one.dependsOn ?? []).filter((name) => shipped.has(name)).toSorted() }));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      tools: [{ vendor: 'npm', name: 'cli' }],
      component: { 'bom-ref': ref, type: 'application', ...product, licenses: [{ license: { id: 'MIT' } }] },
    },
    components,
    dependencies: [{ ref, dependsOn: [...shipped].toSorted() }, ...within.toSorted(byReference)],
  };
}
