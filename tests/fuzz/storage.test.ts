import type { PageRequest } from '../../lib/messages/protocol.ts';
import { isRecord } from '../../lib/vault/shape.ts';
import type { Chance } from '../support/chance.ts';
import { contentScript, createBackground, type Stored, without } from './support/background.ts';
import { damagedStored } from './support/damage-stored.ts';
import { fuzz } from './support/fuzz.ts';
import { prepare, vaultKeys } from './support/prepared.ts';
import { textOfInput } from './support/written-input.ts';

const background = await createBackground();
const used = await prepare(background);
const locked = without(used, 'vault.session');

const tabId = 1;
/** What the popup, the manager and the pages beside them ask when they open; none of it changes a vault. */
const looks: readonly PageRequest[] = [
  { kind: 'vault-state' },
  { kind: 'opened', tabId },
  { kind: 'settings' },
  { kind: 'policies' },
  { kind: 'list-entries', tabId, most: 40 },
  { kind: 'list-accounts' },
  { kind: 'list-found', tabId },
  { kind: 'list-phone', tabId: 9 },
  { kind: 'list-unconfirmed', tabId },
  { kind: 'list-removed' },
  { kind: 'look-back', tabId },
  { kind: 'list-automatic' },
  { kind: 'check-clock', tabId },
  { kind: 'check-up' },
  { kind: 'copy-health' },
  { kind: 'list-copies' },
  { kind: 'take-print' },
  { kind: 'fill-next', tabId },
];

const ofVault = /^vault\.(?:a|b|meta|day\.\d|set-aside)$/;

/** The values that a vault consists of, as a text. */
function vaultOf({ local, databases }: Stored): string {
  const values = Object.entries(local).filter(([key, value]) => ofVault.test(key) && value !== undefined);
  return textOfInput([values.toSorted(([one], [other]) => (one < other ? -1 : 1)), databases['doorcode-copy'] ?? {}]);
}

/** Whether anything there was once a vault. */
function isAnyThere({ local, databases }: Stored): boolean {
  const marker = databases['doorcode-copy']?.marker;
  const isMarked =
    isRecord(marker) &&
    typeof marker.id === 'string' &&
    [marker.generation, marker.createdUnixMs].every(Number.isSafeInteger);
  const names = Object.keys(local).filter((key) => ofVault.test(key) && key !== 'vault.set-aside');
  return isMarked || names.some((key) => local[key] !== undefined && local[key] !== null);
}

async function stateOf(): Promise<string> {
  const answer = await background.ask({ kind: 'vault-state' });
  return answer.kind === 'vault-state' ? answer.state.kind : answer.kind;
}

async function problemOf(stored: Stored): Promise<string | null> {
  const before = await stateOf();
  if (before === 'absent' && isAnyThere(stored))
    return 'a vault that is taken for none, so that the first run is shown';
  for (const request of looks) {
    const answer = await background.ask(request);
    if (answer.kind === 'failed' && !/^[a-z-]{1,40}$/.test(answer.reason)) return 'a refusal of no known name';
  }
  for (const message of [{ kind: 'watch-here' }, { kind: 'challenge-seen' }, { kind: 'code-gone' }])
    if (typeof (await background.send(message, contentScript)) !== 'boolean')
      return 'a reply that is more than yes or no';
  const made = await background.ask({ kind: 'create-vault', keys: vaultKeys, replacing: false });
  if (made.kind !== 'failed' && isAnyThere(stored)) return 'a vault that was begun anew over another';
  const [fault] = await background.faults();
  if (fault !== undefined) return `failed by itself: ${fault}`;
  // What is open may be written, and is mended from what is whole.
  if (before === 'unlocked' || before === 'absent') return null;
  return vaultOf(background.stored()) === vaultOf(stored) ? null : `a vault that was written while it was ${before}`;
}

async function check(stored: Stored): Promise<string | null> {
  background.start(stored);
  const problem = await problemOf(stored);
  if (problem !== null) return problem;
  background.start(stored);
  const opened = await background.ask({ kind: 'unlock-with-computer' });
  const listed = await background.ask({ kind: 'list-accounts' });
  await background.faults();
  if (opened.kind === 'failed') {
    const isSame = vaultOf(background.stored()) === vaultOf(stored);
    return isSame || isRecord(stored.session['vault.session'])
      ? null
      : 'a vault that was written though it did not open';
  }
  return listed.kind === 'accounts' || isRecord(stored.session['vault.session'])
    ? null
    : 'an open vault without a list';
}

const isStored = (value: unknown): value is Stored =>
  isRecord(value) && [value.local, value.session, value.databases].every(isRecord);

fuzz<Stored>({
  name: 'storage',
  counts: { long: 3_000, short: 40 },
  take(kept) {
    if (!isStored(kept)) throw new Error('what is stored is kept here');
    return kept;
  },
  source: (chance: Chance, kept) => () => damagedStored(chance.pick([used, locked, locked, ...kept]), chance),
  check,
  longestMs: background.longestMs,
});
