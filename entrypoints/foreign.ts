import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type ForeignQuestion, readForeignFile } from '../lib/app/foreign-reading.ts';
import type { ForeignReport } from '../lib/browser/foreign-worker.ts';

const STEPS = 200;

/** A Worker's whole life: another app's file in, its accounts out. Its keys would freeze the page that asks. */
export default defineUnlistedScript(() => {
  const tell = (report: ForeignReport): void => self.postMessage(report);
  self.addEventListener('message', ({ data }: MessageEvent<ForeignQuestion>) => {
    let told = -1;
    const onProgress = (part: number): void => {
      const step = Math.floor(part * STEPS);
      if (step === told) return;
      told = step;
      tell({ kind: 'progress', part });
    };
    const { bytes, passphrase, costly } = data;
    readForeignFile(new Uint8Array(bytes), { passphrase, costly, onProgress }).then(
      (answer) => tell({ kind: 'answer', answer }),
      // A bug shows itself as the error of the Worker, which the page hears.
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
  });
});
