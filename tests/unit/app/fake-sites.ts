import { createAutomaticSites } from '../../../lib/app/automatic-sites.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository } from '../../../lib/app/vault-repository.ts';

/** The sites of automatic filling over a browser whose grants are a set of exact origins; `grantOf`: what shares one, by host name in Firefox. */
export function makeSites(ports: VaultPorts, grantOf = (origin: string) => new URL(origin).hostname) {
  const { storage, session, lock, clock } = ports;
  const browser = { granted: new Set<string>(), registered: [] as readonly string[], injected: [] as number[] };
  const sites = createAutomaticSites({
    vault: createVaultRepository(ports),
    storage,
    session,
    lock,
    clock,
    permissions: {
      grantOf,
      contains: async (origin) => browser.granted.has(origin),
      register: async (origins) => {
        browser.registered = origins;
      },
      inject: async (tabId) => {
        browser.injected.push(tabId);
      },
      remove: async (origin) => {
        browser.granted.delete(origin);
      },
    },
  });
  return { sites, browser };
}
