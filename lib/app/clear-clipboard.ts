import type { ClearTime } from './habits.ts';

/** What becomes of a copied code. */
export type Copied =
  /** Nothing: nobody wants it cleared. */
  | { readonly kind: 'stays' }
  /** Cleared after its time while this window is in front (`here`), or by the first press in it then (`press`). */
  | { readonly kind: 'here' | 'press'; readonly seconds: number }
  /** Cleared after its time whatever the clipboard holds then, also once this window is closed. */
  | { readonly kind: 'later'; readonly seconds: number }
  | { readonly kind: 'cleared' }
  /** Not cleared: something else may have been copied since, which nobody can see. */
  | { readonly kind: 'left' };

/** Clearing that no window has to wait for, where somebody allowed it. */
export type ClearingLater = {
  /** Begins the time; false where it is not allowed. */
  readonly start: (seconds: number) => Promise<boolean>;
  /** Ends what is under way, of whatever window. */
  readonly end: () => Promise<void>;
};

/** Whether that is allowed, and the ways to change it. */
export type ClearingPermission = {
  readonly isAllowed: () => Promise<boolean>;
  /** Asks the browser's question; called in the press itself, before any await. */
  readonly allow: () => Promise<boolean>;
  /** Ends what is under way, and gives the permission back. */
  readonly stop: () => Promise<void>;
};

/** What clearing needs of a page and its browser. */
export type ClipboardPorts = {
  readonly write: (text: string) => Promise<void>;
  /** Whether a page may write without a press. */
  readonly mayWriteUnasked: boolean;
  /** Calls back once after some time, unless it is ended. */
  readonly after: (seconds: number, run: () => void) => () => void;
  /** Calls back once the page may no longer be in front, unless it is ended. */
  readonly onLeft: (run: () => void) => () => void;
  /** Calls back once something was copied in the page by hand, unless it is ended. */
  readonly onCopied: (run: () => void) => () => void;
  /** Calls back at the next press in the page, unless it is ended. */
  readonly onPress: (run: () => void) => () => void;
  readonly later: ClearingLater;
};

/**
 * Copies codes and clears them after their time. No page may read what was copied, so what somebody copied elsewhere is never
 * overwritten on a guess: a page that was left clears nothing, unless somebody allowed clearing whatever is there.
 */
export function createClipboard({ write, mayWriteUnasked, after, onLeft, onCopied, onPress, later }: ClipboardPorts) {
  let waits: (() => void)[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const forget = (): void => {
    for (const end of waits) end();
    waits = [];
  };

  /** One after the other: the time of a code must not begin once something else was copied. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = before.then(run);
    before = done.catch(() => undefined);
    return done;
  }

  async function copy(text: string): Promise<void> {
    // What is copied now must not be cleared in place of what was copied before.
    forget();
    await later.end().catch(() => undefined);
    await write(text);
  }

  async function clearLater(seconds: number, tell: (copied: Copied) => void): Promise<boolean> {
    if (!(await later.start(seconds).catch(() => false))) return false;
    const leave = (): void => {
      forget();
      void later.end().catch(() => undefined);
      tell({ kind: 'left' });
    };
    waits.push(onCopied(leave), after(seconds, forget));
    tell({ kind: 'later', seconds });
    return true;
  }

  function clearIn(seconds: number, tell: (copied: Copied) => void): void {
    const over = (copied: Copied): void => {
      forget();
      tell(copied);
    };
    const clear = (): void => {
      forget();
      void write('').then(
        () => tell({ kind: 'cleared' }),
        () => tell({ kind: 'left' }),
      );
    };
    const clearByPress = (): void => {
      const end = onPress(() => {
        write('').then(
          () => {
            if (waits.includes(end)) over({ kind: 'cleared' });
          },
          // Not every key is a press for the browser.
          () => {
            if (waits.includes(end)) clearByPress();
          },
        );
      });
      waits.push(end);
    };
    waits.push(
      onLeft(() => over({ kind: 'left' })),
      onCopied(() => over({ kind: 'left' })),
      after(seconds, mayWriteUnasked ? clear : clearByPress),
    );
    tell({ kind: mayWriteUnasked ? 'here' : 'press', seconds });
  }

  return {
    /** Copies what is to stay, such as an emergency key. */
    copyText: (text: string): Promise<void> => inTurn(() => copy(text)),
    /** Copies a code, and tells what becomes of it, now and later. */
    copyCode: (code: string, seconds: ClearTime, tell: (copied: Copied) => void): Promise<void> =>
      inTurn(async () => {
        await copy(code);
        if (seconds === null) tell({ kind: 'stays' });
        else if (!(await clearLater(seconds, tell))) clearIn(seconds, tell);
      }),
  };
}
