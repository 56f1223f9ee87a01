import type { UseHereDoubt } from '../../components/view-models.ts';
import type { AutomaticState } from '../../lib/app/automatic-sites.ts';
import type { LookAlikeWarning } from '../../lib/app/look-alike-warning.ts';
import type { FrameLook } from '../../lib/app/page-ports.ts';
import type { Refusal } from '../../lib/app/why-refused.ts';
import type { UnconfirmedAnswer } from '../../lib/messages/protocol-accounts.ts';
import type { OfferAnswer } from '../../lib/messages/protocol-codes.ts';
import type { FoundAnswer } from '../../lib/messages/protocol-finding.ts';
import type { PageReading } from './read-page.ts';

/** What the page shows, without the answer's tag and origin. */
export type FoundHere = Pick<FoundAnswer, 'id' | 'codes' | 'migration' | 'others' | 'added'>;

/** What is known of the page in front and of its site. */
export type SiteModel = {
  readonly found: FoundHere;
  readonly origin: string | null;
  readonly reading: PageReading | null;
  /** Whether the customer pressed *Add from page* where nothing stood in the DOM. */
  readonly searched: boolean;
  /** Whether codes may be filled by themselves at the current site. */
  readonly automatic: AutomaticState;
  readonly submits: boolean;
  /** Backup codes that the site showed and that wait for the customer. */
  readonly offer: OfferAnswer['offer'];
  /** An account of the current site that the site never confirmed, while the customer is asked about it. */
  readonly unconfirmed: UnconfirmedAnswer['entry'];
  /** The box that the page shows; null until it was looked at and answered. */
  readonly box: FrameLook['box'] | null;
  /** The address of the current site's security settings, as far as its page leads there. */
  readonly securityPage: string | null;
  /** What the button of the page says that seems to lead to a code; null where none does. */
  readonly setupButton: string | null;
  /** What is known of the current site's refusal of the code filled last; null without one. */
  readonly refused: Refusal | null;
  /** The account's site that the current one is easily taken for. */
  readonly lookAlike: LookAlikeWarning | null;
  /** What an account was not used here for, until the customer pressed again or left it. */
  readonly doubt: UseHereDoubt | null;
};

/** A page that shows nothing. */
export const nothingFound: FoundHere = {
  id: null,
  codes: [],
  migration: { accounts: [], missing: 0, refused: [] },
  others: [],
  added: null,
};

/** A site before anything is known of it. */
export const emptySite: SiteModel = {
  found: nothingFound,
  origin: null,
  reading: null,
  searched: false,
  automatic: 'off',
  submits: false,
  offer: null,
  unconfirmed: null,
  box: null,
  securityPage: null,
  setupButton: null,
  refused: null,
  lookAlike: null,
  doubt: null,
};
