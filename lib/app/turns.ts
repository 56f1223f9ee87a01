/** What is under way for each of many keys: tabs, accounts. */
export type Turns<Key> = {
  /** Runs an act at once, and gives what came of it. */
  during<T>(key: Key, act: () => Promise<T>): Promise<T>;
  /** Runs an act once everything that was begun for the key before has ended, whatever came of that. */
  after<T>(key: Key, act: () => Promise<T>): Promise<T>;
  /** Resolves once everything that was begun for the key until now has ended, whatever came of it. */
  settled(key: Key): Promise<void>;
  /** Whether anything is under way for any key. */
  isAny(): boolean;
};

/** Knows of the acts of this context alone. */
export function createTurns<Key>(): Turns<Key> {
  const ends = new Map<Key, Promise<unknown>>();

  async function settled(key: Key): Promise<void> {
    await ends.get(key);
  }

  async function during<T>(key: Key, act: () => Promise<T>): Promise<T> {
    const running = act();
    const end = Promise.allSettled([ends.get(key), running]);
    ends.set(key, end);
    try {
      return await running;
    } finally {
      if (ends.get(key) === end) ends.delete(key);
    }
  }

  return {
    during,
    after: (key, act) => during(key, () => settled(key).then(act)),
    settled,
    isAny: () => ends.size > 0,
  };
}
