import type { ForeignAnswer, ForeignQuestion } from '../app/foreign-reading.ts';

/** What the Worker says: how much of a long derivation is done, 0..1, or the end. */
export type ForeignReport =
  | { readonly kind: 'progress'; readonly part: number }
  | { readonly kind: 'answer'; readonly answer: ForeignAnswer };

/**
 * Reads another app's file in a Worker, which ends with the reading.
 * @param signal ends it, and whatever it is at; the answer is then null, as it is where the Worker fails
 */
export function readInWorker(
  question: ForeignQuestion,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<ForeignAnswer | null> {
  const worker = new Worker('/foreign.js');
  const reading = new Promise<ForeignAnswer | null>((resolve) => {
    worker.onmessage = ({ data }: MessageEvent<ForeignReport>) => {
      if (data.kind === 'progress') onProgress(data.part);
      else resolve(data.answer);
    };
    worker.onerror = () => resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
    worker.postMessage(question);
  });
  return reading.finally(() => worker.terminate());
}
