import type { ClearTime } from './habits.ts';

/** What becomes of a copied code. */
export type Copied =
  /** Nothing: nobody wants it cleared. */
  | { readonly kind: 'stays' }
  /** Cleared after its time while this window is in front (`here`), or by the first press in it then (`press`). */
  | { readonly kind: 'here' | 'press'; readonly seconds: number }
  | { readonly kind: 'cleared' }
  /** Not cleared: something else may have been copied since, which nobody can see. */
  | { readonly kind: 'left' };

/** What clearing needs of a page and its browser. */
export type ClipboardPorts = {
  readonly write: (text: string) => Promise<void>;
  /** Whether a page may write without a press. */
  readonly mayWriteUnasked: boolean;
  /** Calls back once after some time, unless it is ended. */
  readonly after: (seconds: number, run: () => void) => () => void;
  /** Calls back once the page may no longer be in front, or something was copied in it by hand, unless it is ended. */
  readonly onLeft: (run: () => void) => () => void;
  /** Calls back at the next press in the page, unless it is ended. */
  readonly onPress: (run: () => void) => () => void;
};

/**
 * Copies codes and clears them after their time. No page may read what was copied, so what somebody copied elsewhere is never
 * overwritten on a guess: a page that was left clears nothing.
 */
export function createClipboard({ write, mayWriteUnasked, after, onLeft, onPress }: ClipboardPorts) {
  let waits: (() => void)[] = [];
  const forget = (): void => {
    for (const end of waits) end();
    waits = [];
  };

  async function copyText(text: string): Promise<void> {
    // What is copied now must not be cleared in place of what was copied before.
    forget();
    await write(text);
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
      after(seconds, mayWriteUnasked ? clear : clearByPress),
    );
    tell({ kind: mayWriteUnasked ? 'here' : 'press', seconds });
  }

  return {
    /** Copies what is to stay, such as an emergency key. */
    copyText,
    /** Copies a code, and tells what becomes of it, now and later. */
    async copyCode(code: string, seconds: ClearTime, tell: (copied: Copied) => void): Promise<void> {
      await copyText(code);
      if (seconds === null) tell({ kind: 'stays' });
      else clearIn(seconds, tell);
    },
  };
}
