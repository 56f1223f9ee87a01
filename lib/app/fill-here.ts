import type { Entry } from '../vault/entry.ts';
import { entriesForLogin } from './entry-life.ts';
import type { FillResult } from './fill-code.ts';
import type { Pages } from './page-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What came of *fill the code for this site*; `choose`: several accounts belong here, or none does. */
export type FillHere =
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'choose' }
  | { readonly kind: 'locked' };

/** Fills the one entry of a tab's site: for the keyboard command and the context menu, and when the vault is unlocked there. */
export async function fillHere(
  tabId: number,
  ports: {
    readonly vault: VaultRepository;
    readonly pages: Pages;
    readonly fill: (entry: Entry) => Promise<FillResult>;
  },
): Promise<FillHere> {
  const origin = await ports.pages.topOrigin(tabId);
  const content = await ports.vault.read();
  if (!content.ok) return { kind: 'locked' };
  const here = origin === null ? [] : entriesForLogin(content.value.entries, origin);
  const [entry] = here;
  if (entry === undefined || here.length > 1) return { kind: 'choose' };
  return { kind: 'fill', result: await ports.fill(entry) };
}
