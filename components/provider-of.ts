import { type Provider, providers } from './providers.ts';

const isProvider = (key: string): key is Provider => Object.hasOwn(providers, key);

const byName: ReadonlyMap<string, Provider> = new Map(
  Object.keys(providers)
    .filter(isProvider)
    .flatMap((provider) => providers[provider].names.map((name) => [name, provider] as const)),
);

// Before small letters are made of it: a Kelvin sign is a k then.
const printable = /^[\x20-\x7e]*$/;

/** Whether an origin is a provider's own; the port is the usual one, as the origin would name another. */
function isAt(origin: string, hosts: readonly string[]): boolean {
  const host = /^https:\/\/([a-z0-9.-]+)$/.exec(origin)?.[1];
  return (
    host !== undefined &&
    hosts.some((known) =>
      known.startsWith('*.') ? host === known.slice(2) || host.endsWith(known.slice(1)) : host === known,
    )
  );
}

/**
 * The provider that an account is of. A name alone is whoever's wrote it: each of the account's sites has to be the provider's
 * too, while an account without a site gives its code to none.
 * @param name of the service, as it was read
 * @param sites exact origins, as the browser writes them
 * @returns null for every name that is not exactly one of the table's but for capitals and the spaces around it
 */
export function providerOf(name: string, sites: readonly string[]): Provider | null {
  if (!printable.test(name)) return null;
  const provider = byName.get(name.trim().toLowerCase());
  if (provider === undefined) return null;
  return sites.every((site) => isAt(site, providers[provider].hosts)) ? provider : null;
}
