import { equalBytes } from '../otp/bytes.ts';
import type { Bytes } from '../otp/parameters.ts';
import { toBase64 } from '../vault/base64.ts';
import { MOST_LOCK_MINUTES } from '../vault/settings.ts';
import { bytesOf, isRecord, isWhole } from '../vault/shape.ts';
import type { Clock, Lock, SessionStore } from './vault-ports.ts';

/** The name that the open vault's key is kept under in the session's memory. */
export const SESSION_KEY = 'vault.session';
const LOCK = 'doorcode-session';

/** Bounds of the automatic lock, in minutes. */
export const AUTO_LOCK_MINUTES = { least: 1, most: MOST_LOCK_MINUTES, usual: 15 } as const;

/** Whether `value` is a number of minutes that the automatic lock takes. */
export const isAutoLock = (value: unknown): value is number =>
  isWhole(value, AUTO_LOCK_MINUTES.least, AUTO_LOCK_MINUTES.most);

type Held = {
  readonly dataKey: Bytes;
  readonly deadlineUnixMs: number;
  readonly lastUsedUnixMs: number;
  readonly minutes: number;
};

/** The unlocked data key: kept with a deadline that every call compares, whatever timers did meanwhile. */
export type VaultSession = {
  /** Holds the data key until `minutes` pass without use. */
  begin(dataKey: Bytes, minutes: number): Promise<void>;
  /** Holds another data key in the place of this one; what ended meanwhile stays ended. */
  exchange(from: Bytes, to: Bytes): Promise<void>;
  /** The key and its deadline if it still holds; ends the session otherwise. `use` moves the deadline on. */
  current(use: boolean): Promise<{ readonly dataKey: Bytes; readonly deadlineUnixMs: number } | null>;
  /** Gives a running session another number of minutes, from now. */
  setMinutes(minutes: number): Promise<void>;
  /** Lets a running session last no longer than so many minutes after its last use. */
  bound(minutes: number): Promise<void>;
  /** Forgets the key. */
  end(): Promise<void>;
};

function decodeHeld(value: unknown): Held | null {
  if (!isRecord(value)) return null;
  const { deadlineUnixMs, lastUsedUnixMs, minutes } = value;
  const dataKey = bytesOf(value.dataKey, 32, 32);
  if (dataKey === null || typeof deadlineUnixMs !== 'number' || typeof lastUsedUnixMs !== 'number') return null;
  return isAutoLock(minutes) ? { dataKey, deadlineUnixMs, lastUsedUnixMs, minutes } : null;
}

/** A session kept in `store`; every act takes a lock, so that a use under way cannot undo a lock. */
export function createVaultSession(store: SessionStore, lock: Lock, clock: Clock): VaultSession {
  const put = async (dataKey: Bytes, minutes: number, lastUsedUnixMs = clock.nowUnixMs()): Promise<number> => {
    const deadlineUnixMs = lastUsedUnixMs + minutes * 60_000;
    // As base64: Chromium turns a CryptoKey or Uint8Array into {} here without a word.
    await store.set({ [SESSION_KEY]: { dataKey: toBase64(dataKey), deadlineUnixMs, lastUsedUnixMs, minutes } });
    return deadlineUnixMs;
  };
  const holding = async (): Promise<Held | null> => {
    const stored = await store.get(SESSION_KEY);
    if (stored === undefined) return null;
    const held = decodeHeld(stored);
    const now = clock.nowUnixMs();
    // A clock moved backwards would otherwise stretch the deadline without end.
    if (held !== null && now < held.deadlineUnixMs && now >= held.lastUsedUnixMs) return held;
    await store.remove([SESSION_KEY]);
    return null;
  };
  return {
    begin: (dataKey, minutes) =>
      lock.run(LOCK, async () => {
        await put(dataKey, minutes);
      }),
    exchange: (from, to) =>
      lock.run(LOCK, async () => {
        const held = await holding();
        if (held !== null && equalBytes(held.dataKey, from)) await put(to, held.minutes);
      }),
    current: (use) =>
      lock.run(LOCK, async () => {
        const held = await holding();
        if (held === null) return null;
        const { dataKey, minutes } = held;
        return { dataKey, deadlineUnixMs: use ? await put(dataKey, minutes) : held.deadlineUnixMs };
      }),
    setMinutes: (minutes) =>
      lock.run(LOCK, async () => {
        const held = await holding();
        if (held !== null) await put(held.dataKey, minutes);
      }),
    bound: (minutes) =>
      lock.run(LOCK, async () => {
        const held = await holding();
        // It is no use: the time that has passed since the last one counts.
        if (held !== null && held.minutes > minutes) await put(held.dataKey, minutes, held.lastUsedUnixMs);
      }),
    end: () => lock.run(LOCK, () => store.remove([SESSION_KEY])),
  };
}
