type Act = () => unknown;

/** What must be undone at the end, also after a failure or Ctrl-C; the last one added goes first, once. */
export type CleanUp = {
  readonly add: (act: Act) => void;
  readonly run: () => Promise<void>;
};

/** An empty list. An act that fails is passed over, so that those after it still run. */
export function createCleanUp(): CleanUp {
  const acts: Act[] = [];
  let running: Promise<void> | undefined;
  const undo = async (): Promise<void> => {
    for (let act = acts.pop(); act !== undefined; act = acts.pop()) {
      try {
        await act();
      } catch (error) {
        console.error(`Clearing up: ${error instanceof Error ? error.message : 'failed'}`);
      }
    }
  };
  return {
    add: (act) => acts.push(act),
    run() {
      running ??= undo();
      return running;
    },
  };
}

/** Clears up and ends the process on Ctrl-C, a closed terminal and a plain kill, with the exit code that shells expect. */
export function clearUpOnSignals(cleanUp: CleanUp, onSignal: () => void = () => {}): void {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      onSignal();
      void cleanUp.run().then(() => process.exit(codes[signal]));
    });
  }
}
