import type { CameraProblem } from '../../lib/app/camera-problem.ts';
import { openCamera } from '../../lib/browser/camera.ts';
import { startReader } from '../../lib/browser/qr-worker.ts';
import { pictureSource } from '../../lib/page/picture-source.ts';
import { photoSteps } from '../../lib/qr/photo-steps.ts';
import { ok, type Result } from '../../lib/result.ts';
import type { ReadingCamera } from './ports.ts';

// As often as a hand moves; more would only warm the computer.
const PAUSE_MS = 80;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

/** Switches the camera on, with a Worker of its own that reads what it sees, a different look at each frame. */
export async function openReadingCamera(signal: AbortSignal): Promise<Result<ReadingCamera, CameraProblem>> {
  const opened = await openCamera(signal);
  if (!opened.ok) return opened;
  const { stream, mirrored, video, isOn, stop } = opened.value;
  const { read, end } = startReader();
  let frames = 0;
  return ok({
    stream,
    mirrored,
    async read() {
      await pause();
      if (!isOn()) return null;
      const source = pictureSource(video);
      if (source === null) return [];
      const steps = photoSteps(source.longestPx);
      const step = steps[frames % steps.length];
      frames += 1;
      return step === undefined ? [] : read(source.at(step.longestPx), { scope: step.scope });
    },
    stop() {
      stop();
      end();
    },
  });
}
