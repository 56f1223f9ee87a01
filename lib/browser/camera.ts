import { type CameraProblem, cameraProblem } from '../app/camera-problem.ts';
import { err, ok, type Result } from '../result.ts';

/** A camera that is on. */
export type Camera = {
  /** What it sees, for a preview. */
  readonly stream: MediaStream;
  /** Whether it looks at the customer, who then expects to see a mirror. */
  readonly mirrored: boolean;
  /** Plays what it sees, in no document: its frames can be drawn. */
  readonly video: HTMLVideoElement;
  /** False once it was pulled out, or the browser took it back. */
  readonly isOn: () => boolean;
  readonly stop: () => void;
};

// Dense codes need pixels; a camera that has fewer gives what it has.
const wanted = { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } };

/** How long a camera may be on without a picture, in milliseconds. */
const PATIENCE_MS = 10_000;

/** Waits for the first picture; fails where none comes, or nobody waits for it any more. */
const playing = async (video: HTMLVideoElement, signal: AbortSignal): Promise<void> => {
  const ended = Promise.withResolvers<never>();
  const giveUp = (): void => ended.reject(new DOMException('no picture came', 'AbortError'));
  const late = setTimeout(giveUp, PATIENCE_MS);
  signal.addEventListener('abort', giveUp, { once: true });
  await Promise.race([video.play(), ended.promise]).finally(() => clearTimeout(late));
};

/**
 * Switches the camera on; the browser asks the customer first. Only ever called from a press on the button that says so.
 * @param signal ends the wait for a camera, and switches one off that has shown nothing yet
 * @returns why there is none; no picture is kept and nothing is recorded
 */
export async function openCamera(signal: AbortSignal): Promise<Result<Camera, CameraProblem>> {
  let stream: MediaStream | null = null;
  const stop = (): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  try {
    // A browser that gives pages no camera has no `mediaDevices`: that throws too.
    stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    signal.throwIfAborted();
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await playing(video, signal);
    const [track] = stream.getVideoTracks();
    const mirrored = track?.getSettings().facingMode !== 'environment';
    return ok({ stream, mirrored, video, isOn: () => track?.readyState === 'live', stop });
  } catch (error) {
    stop();
    return err(cameraProblem(error));
  }
}
