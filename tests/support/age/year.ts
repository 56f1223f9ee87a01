import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import type { Bytes } from '../../../lib/otp/parameters.ts';
import type { ScryptParameters } from '../../../lib/vault/kdf.ts';
import { makeFolder } from '../../unit/app/fake-folder.ts';
import { makeWorld } from '../../unit/app/fake-world.ts';
import type { Chance } from '../chance.ts';
import { type Background, type FakeTab, startBackground } from './background.ts';
import type { Model } from './model.ts';

/** A key of the vault that is typed, and what it is derived by. */
export type TypedKey = { readonly kek: Bytes; readonly kdf: ScryptParameters };

/** Everything that goes on for a year: a computer, what its owner knows, and what must be true. */
export type Year = {
  readonly world: ReturnType<typeof makeWorld>['world'];
  readonly ports: VaultPorts;
  readonly folder: ReturnType<typeof makeFolder>;
  readonly tab: FakeTab;
  readonly chance: Chance;
  background: Background;
  model: Model;
  /** Milliseconds since the beginning by a clock that nobody sets. */
  trueMs: number;
  /** How often the computer's clock was set forward. */
  forwards: number;
  passphrase: TypedKey;
  emergency: { readonly kek: Bytes; readonly salt: string } | null;
  /** The key of the copies in the folder; null until they are written. */
  folderKey: TypedKey | null;
  /** Keys that were taken away. */
  readonly old: Bytes[];
  /** Storage takes no more. */
  full: boolean;
  /** The accounts as they were at a generation of the vault. */
  readonly at: Map<number, string>;
  /** The generations of the days' copies at the last look, and the latest of those that made room. */
  days: { readonly kept: readonly number[]; readonly gone: number };
  /** Numbers the accounts. */
  count: number;
  /** The last edit that can be taken back. */
  edit: { readonly issuer: string; readonly keptId: string; readonly updatedUnixMs: number } | null;
  readonly faults: string[];
  /** What was done how often, and how it ended. */
  readonly counts: Map<string, number>;
};

/** Counts something that happened. */
export const count = ({ counts }: Year, what: string, by = 1): void =>
  void counts.set(what, (counts.get(what) ?? 0) + by);

/** Lets time pass. */
export function pass(year: Year, ms: number): void {
  year.trueMs += ms;
  year.world.now += ms;
}

/** Sets the computer's clock, by so many milliseconds, negative for back. */
export function setClock(year: Year, ms: number): void {
  if (ms > 0) year.forwards += 1;
  year.world.now += ms;
  count(year, ms > 0 ? 'clock set forward' : 'clock set back');
}

/** Starts the background anew, over ports that may go wrong. */
export const backgroundOf = (year: Year, ports: VaultPorts): Background =>
  startBackground(ports, year.tab, async (unixMs) => pass(year, Math.max(0, unixMs - year.world.now)));

/** Ends the background and starts another; with the browser its memory ends too. */
export function restart(year: Year, what: 'background' | 'browser'): void {
  if (what === 'browser') year.world.memory.clear();
  year.background = backgroundOf(year, year.ports);
  count(year, `${what} ended`);
}

/** A computer with nothing on it, at a time in Unix milliseconds. */
export function newComputer(unixMs: number, chance: Chance, passphrase: TypedKey): Year {
  const { world, ports } = makeWorld();
  world.now = unixMs;
  const tab: FakeTab = { origin: null, documentId: '', written: [] };
  const storage: VaultPorts['storage'] = {
    read: ports.storage.read,
    write: (values) =>
      year.full ? Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')) : ports.storage.write(values),
  };
  const whole = { ...ports, storage };
  const year: Year = {
    world,
    ports: whole,
    folder: makeFolder(),
    tab,
    chance,
    background: startBackground(whole, tab, async () => undefined),
    model: {
      ...{ entries: new Map(), removed: [], saved: null, openings: [] },
      ...{ emergencySalt: null, folderSalt: null, strength: null },
    },
    trueMs: 0,
    forwards: 0,
    passphrase,
    emergency: null,
    folderKey: null,
    old: [],
    full: false,
    at: new Map(),
    days: { kept: [], gone: 0 },
    count: 0,
    edit: null,
    faults: [],
    counts: new Map(),
  };
  year.background = backgroundOf(year, whole);
  return year;
}
