import type { Entry } from '../vault/entry.ts';
import type { BackupOffers } from './backup-offers.ts';
import type { Badge } from './badge.ts';
import type { FillResult } from './fill-code.ts';
import { fillHere } from './fill-here.ts';
import type { FillMemory } from './fill-memory.ts';
import type { FollowUp } from './follow-up.ts';
import type { LoginNames } from './page-names.ts';
import type { Pages } from './page-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What a press of the command or the menu needs. */
export type PressPorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly names: LoginNames;
  readonly memory: Pick<FillMemory, 'lastInTab'>;
  readonly followUp: Pick<FollowUp, 'look'>;
  readonly offers: Pick<BackupOffers, 'at'>;
  readonly fill: (entry: Entry) => Promise<FillResult>;
};

/**
 * Fills by the keyboard command or the context menu, once it has looked at what the site answered to the code before.
 * @returns what the toolbar button says of the tab then
 */
export async function fillByPress(tabId: number, ports: PressPorts): Promise<Badge> {
  // In Firefox this press may be the first that reaches the answer; what it answers to is forgotten with the next fill.
  if ((await ports.memory.lastInTab(tabId)) !== null) await ports.followUp.look(tabId);
  const outcome = await fillHere(tabId, ports);
  if (outcome.kind === 'locked') return 'locked';
  if (outcome.kind === 'fill' && outcome.result.kind === 'written') return 'none';
  // The page shows it only once, so it goes before a code that found no box.
  const origin = await ports.pages.topOrigin(tabId);
  if (origin !== null && (await ports.offers.at(origin)) !== null) return 'backup';
  return outcome.kind === 'fill' ? 'unfilled' : 'several';
}
