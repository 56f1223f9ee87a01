/** Which tabs a code is being written into: what a page says meanwhile is judged once it is known what was written. */
export type FillsUnderWay = {
  /** Runs a fill of a tab, its noting included, and gives what came of it. */
  during<T>(tabId: number, fill: () => Promise<T>): Promise<T>;
  /** Resolves once no fill of a tab is under way, whatever came of it. */
  settled(tabId: number): Promise<void>;
  /** Whether a fill of any tab is under way. */
  isAny(): boolean;
};

/** Knows of the fills of this context alone, which is the only one that fills. */
export function createFillsUnderWay(): FillsUnderWay {
  const ends = new Map<number, Promise<unknown>>();
  return {
    async during(tabId, fill) {
      const running = fill();
      const end = Promise.allSettled([ends.get(tabId), running]);
      ends.set(tabId, end);
      try {
        return await running;
      } finally {
        if (ends.get(tabId) === end) ends.delete(tabId);
      }
    },
    async settled(tabId) {
      await ends.get(tabId);
    },
    isAny: () => ends.size > 0,
  };
}
