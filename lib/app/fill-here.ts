import type { FillResult } from './fill-code.ts';
import type { Filler } from './filler.ts';
import type { Pages } from './page-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What came of *fill the code for this site*; `choose`: several accounts belong here, or none does. */
export type FillHere =
  | { readonly kind: 'fill'; readonly result: FillResult }
  | { readonly kind: 'choose' }
  | { readonly kind: 'locked' };

/** Fills the one entry of a tab's site, for the keyboard command and the context menu. */
export async function fillHere(
  tabId: number,
  ports: { readonly vault: VaultRepository; readonly pages: Pages; readonly filler: Filler },
): Promise<FillHere> {
  const origin = await ports.pages.topOrigin(tabId);
  const content = await ports.vault.read();
  if (!content.ok) return { kind: 'locked' };
  const here = content.value.entries.filter((entry) => origin !== null && entry.origins.includes(origin));
  const [entry] = here;
  if (entry === undefined || here.length > 1) return { kind: 'choose' };
  return { kind: 'fill', result: await ports.filler.onRequest(entry, tabId, false) };
}
