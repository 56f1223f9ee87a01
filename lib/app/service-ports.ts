import type { AddIntents } from './add-intents.ts';
import type { AreaService } from './area-service.ts';
import type { AutomaticSites } from './automatic-sites.ts';
import type { BackupOffers } from './backup-offers.ts';
import type { CheckedClock } from './checked-clock.ts';
import type { ClockReading } from './clock-check.ts';
import type { CodeClock } from './code-clock.ts';
import type { CodeNotice } from './code-notice.ts';
import type { FillMemory } from './fill-memory.ts';
import type { Filler } from './filler.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import type { FollowUp } from './follow-up.ts';
import type { FoundStore } from './found-store.ts';
import type { LoginNames } from './page-names.ts';
import type { Pages } from './page-ports.ts';
import type { PolicySource } from './policy-source.ts';
import type { SubmittingSites } from './submitting-sites.ts';
import type { Clock, Random, SessionStore, VaultStorage } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

/** What answering needs from its surroundings. */
export type ServicePorts = {
  readonly vault: VaultRepository;
  readonly pages: Pages;
  readonly clock: Clock;
  readonly codes: CodeClock;
  readonly checked: CheckedClock;
  readonly names: LoginNames;
  readonly random: Random;
  readonly policies: Pick<PolicySource, 'now'>;
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly filler: Filler;
  readonly memory: FillMemory;
  readonly underWay: Pick<FillsUnderWay, 'during' | 'isAny'>;
  readonly sites: AutomaticSites;
  readonly submitting: SubmittingSites;
  readonly found: FoundStore;
  readonly offers: BackupOffers;
  readonly followUp: Pick<FollowUp, 'look'>;
  readonly notice: Pick<CodeNotice, 'over'>;
  readonly intents: Pick<AddIntents, 'take'>;
  readonly area: Pick<AreaService, 'take' | 'give' | 'drop'>;
  /** Asks a tab's page for the time of its own server, while it is of that exact origin; null without an answer. */
  readonly siteClock: (tabId: number, origin: string) => Promise<ClockReading | null>;
};
