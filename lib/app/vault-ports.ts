import type { Bytes } from '../otp/parameters.ts';

/** Where ciphertext lies. A key that is not stored is absent from the answer; one `write` is stored whole or not at all. */
export type VaultStorage = {
  read(keys: readonly string[]): Promise<Record<string, unknown>>;
  write(values: Record<string, unknown>): Promise<void>;
};

/** The 32-byte keys of *this computer* slots, each under a name; `create` rejects where one of that name exists. */
export type ComputerKeyStore = {
  get(name: string): Promise<Bytes | null>;
  create(name: string): Promise<Bytes>;
  remove(name: string): Promise<void>;
};

/** That a vault exists, of which id, and how new it should be. */
export type VaultMarker = { readonly id: string; readonly generation: number; readonly createdUnixMs: number };

/** A second place for the latest sealed vault, apart from `VaultStorage`, so that one fault does not reach both. */
export type VaultMirror = {
  /** The marker alone, which is small; it stays when the copy is removed. */
  marker(): Promise<VaultMarker | null>;
  /** The sealed text; `undefined` when there is none. */
  read(): Promise<unknown>;
  /** Both whole or not at all. */
  write(sealed: string, marker: VaultMarker): Promise<void>;
  /** Removes the copy and keeps the marker. */
  remove(): Promise<void>;
};

/** Runs `act` while no other context of this browser profile holds the lock `name`; released also when `act` rejects. */
export type Lock = { run<T>(name: string, act: () => Promise<T>): Promise<T> };

/** Memory that ends with the browser and keeps JSON values only; an absent key reads as `undefined`. */
export type SessionStore = {
  get(key: string): Promise<unknown>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
};

/** The wall clock, in milliseconds since 1970-01-01 UTC. */
export type Clock = { nowUnixMs(): number };

/** Cryptographic randomness: `count` fresh bytes. */
export type Random = { bytes(count: number): Bytes };
