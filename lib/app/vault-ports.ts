import type { Bytes } from '../otp/parameters.ts';

/** Where ciphertext lies. A key that is not stored is absent from the answer; one `write` is stored whole or not at all. */
export type VaultStorage = {
  read(keys: readonly string[]): Promise<Record<string, unknown>>;
  write(values: Record<string, unknown>): Promise<void>;
};

/** The 32-byte key of the *this computer* slot; `create` rejects where one exists. */
export type ComputerKeyStore = {
  get(): Promise<Bytes | null>;
  create(): Promise<Bytes>;
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
