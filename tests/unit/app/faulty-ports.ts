import type { VaultPorts } from '../../../lib/app/vault-core.ts';

/**
 * How a call of a port goes wrong: it rejects, before or after it took effect; it says that it worked and did nothing; or the
 * background ends with it, before or after it took effect, and its answer never comes.
 */
export type Fault = 'rejects' | 'rejects after the effect' | 'is lost' | 'ends before' | 'ends after';

export const allFaults: readonly Fault[] = [
  'rejects',
  'rejects after the effect',
  'is lost',
  'ends before',
  'ends after',
];

const never = new Promise<never>(() => undefined);
const failed = () => Promise.reject(new Error('IO error'));

/**
 * Ports of which the call of a number goes wrong, counted over all that store something; after an end no call does anything.
 * `calls()` tells how many there were.
 */
export function faultyPorts(ports: VaultPorts, number: number, fault: Fault) {
  let [calls, ended] = [0, false];
  async function call<T>(act: () => Promise<T>, lost: () => T): Promise<T> {
    if (ended) return never;
    calls += 1;
    if (calls !== number) return act();
    if (fault === 'rejects') return failed();
    if (fault === 'is lost') return lost();
    if (fault === 'ends before') {
      ended = true;
      return never;
    }
    await act().catch(() => undefined);
    if (fault === 'rejects after the effect') return failed();
    ended = true;
    return never;
  }
  const { storage, mirror, session, computerKeys } = ports;
  const nothing = () => undefined;
  // A read that is lost is one that finds nothing: what a browser must never say, so that it is a rejection here.
  const rejected = () => {
    throw new Error('IO error');
  };
  const tails = new Map<string, Promise<unknown>>();
  const faulty: VaultPorts = {
    ...ports,
    // The browser lets a lock go when the context that holds it ends: another background has locks of its own here.
    lock: {
      run: (name, act) => {
        const turn = (tails.get(name) ?? Promise.resolve()).then(act, act);
        tails.set(name, turn);
        return turn;
      },
    },
    storage: {
      read: (keys) => call(() => storage.read(keys), rejected),
      write: (values) => call(() => storage.write(values), nothing),
    },
    mirror: {
      marker: () =>
        call(
          () => mirror.marker(),
          () => null,
        ),
      read: () => call(() => mirror.read(), rejected),
      write: (sealed, marker) => call(() => mirror.write(sealed, marker), nothing),
      remove: () => call(() => mirror.remove(), nothing),
    },
    session: {
      get: (key) => call(() => session.get(key), nothing),
      set: (values) => call(() => session.set(values), nothing),
      remove: (keys) => call(() => session.remove(keys), nothing),
    },
    computerKeys: {
      get: (name) =>
        call(
          () => computerKeys.get(name),
          () => null,
        ),
      create: (name) => call(() => computerKeys.create(name), rejected),
      remove: (name) => call(() => computerKeys.remove(name), nothing),
    },
  };
  return { faulty, calls: () => calls, ended: () => ended };
}
