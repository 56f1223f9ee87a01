import { AsyncLocalStorage } from 'node:async_hooks';

const never = new Promise<never>(() => undefined);

/**
 * The lives of a background, one after the other. When one begins, the one before has ended wherever it was: what it still asks of the
 * browser is not done and never answered, and its locks are let go, as where the browser ends a background.
 */
export function createLives() {
  const lives = new AsyncLocalStorage<number>();
  let now = 0;
  let tails = new Map<string, Promise<unknown>>();
  const served = <T>(act: () => Promise<T>): Promise<T> => (lives.getStore() === now ? act() : never);
  return {
    begin(): void {
      now += 1;
      tails = new Map();
    },
    /** Runs something as the background that lives now. */
    run: <T>(act: () => T): T => lives.run(now, act),
    /** What the browser does for the background that asks, if that one lives. */
    served,
    /** The browser's locks. Node's own run what waited for one as if whoever let it go had asked. */
    locks: {
      request: <T>(name: string, act: () => Promise<T>): Promise<T> =>
        served(() => {
          const turn = (tails.get(name) ?? Promise.resolve()).then(act, act);
          tails.set(name, turn);
          return turn;
        }),
    },
  };
}

/** The lives of a background. */
export type Lives = ReturnType<typeof createLives>;
