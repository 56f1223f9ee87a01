import type { Entry } from '../vault/entry.ts';
import { entryForLogin } from './entry-for-login.ts';
import type { FillResult } from './fill-code.ts';
import type { LoginNames } from './page-names.ts';
import type { Pages } from './page-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What came of *fill the code for this site*; `choose`: several accounts belong here, or none does. */
export type FillHere =
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'choose' }
  | { readonly kind: 'locked' };

/** Fills the one entry of a tab's site, or the one that is logging in: for the keyboard command and the context menu, and when the vault is unlocked there. */
export async function fillHere(
  tabId: number,
  ports: {
    readonly vault: VaultRepository;
    readonly pages: Pages;
    readonly names: LoginNames;
    readonly fill: (entry: Entry) => Promise<FillResult>;
  },
): Promise<FillHere> {
  const origin = await ports.pages.topOrigin(tabId);
  const content = await ports.vault.read();
  if (!content.ok) return { kind: 'locked' };
  if (origin === null) return { kind: 'choose' };
  const login = await entryForLogin(content.value.entries, origin, { tabId, documentId: '' }, ports.names);
  return login.kind === 'one' ? { kind: 'fill', result: await ports.fill(login.entry) } : { kind: 'choose' };
}
