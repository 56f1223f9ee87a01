import { afterEach, expect, it, vi } from 'vitest';
import { openCamera } from '../../../lib/browser/camera.ts';

/** Somebody waits for the camera all the while. */
const waited = new AbortController().signal;

afterEach(() => vi.restoreAllMocks());

/** A stream with one track that says where it looks, as the browser's own would. */
function fakeStream(facingMode?: string) {
  const track = {
    readyState: 'live',
    getSettings: () => (facingMode === undefined ? {} : { facingMode }),
    stop() {
      track.readyState = 'ended';
    },
  };
  const stream = new MediaStream();
  Object.assign(stream, { getTracks: () => [track], getVideoTracks: () => [track] });
  return { stream, track };
}

function browserGives(
  camera: () => Promise<MediaStream>,
  plays: () => Promise<void> = async () => undefined,
): object[] {
  const asked: object[] = [];
  const mediaDevices = {
    getUserMedia: (wanted: object) => {
      asked.push(wanted);
      return camera();
    },
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(plays);
  return asked;
}

it('asks for a picture and no sound, and plays it where its frames can be drawn', async () => {
  const { stream } = fakeStream('user');
  const asked = browserGives(async () => stream);
  const camera = await openCamera(waited);
  expect(asked).toMatchObject([{ audio: false, video: { facingMode: 'environment' } }]);
  expect(camera).toMatchObject({ ok: true, value: { stream, mirrored: true } });
  expect(camera.ok && camera.value.video.srcObject).toBe(stream);
  expect(camera.ok && camera.value.video.muted).toBe(true);
});

it('is a mirror unless it looks away from the customer', async () => {
  browserGives(async () => fakeStream('environment').stream);
  expect(await openCamera(waited)).toMatchObject({ ok: true, value: { mirrored: false } });
  browserGives(async () => fakeStream().stream);
  expect(await openCamera(waited)).toMatchObject({ ok: true, value: { mirrored: true } });
});

it('is on until it is stopped, or pulled out', async () => {
  const { stream, track } = fakeStream();
  browserGives(async () => stream);
  const camera = await openCamera(waited);
  if (!camera.ok) throw new Error(camera.error);
  expect(camera.value.isOn()).toBe(true);
  camera.value.stop();
  expect([camera.value.isOn(), track.readyState]).toEqual([false, 'ended']);
});

it('leaves no camera on that does not play', async () => {
  const { stream, track } = fakeStream();
  browserGives(
    async () => stream,
    () => Promise.reject(new DOMException('interrupted', 'AbortError')),
  );
  expect(await openCamera(waited)).toEqual({ ok: false, error: 'busy' });
  expect(track.readyState).toBe('ended');
});

it('says why there is none', async () => {
  browserGives(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
  expect(await openCamera(waited)).toEqual({ ok: false, error: 'refused' });
  Object.defineProperty(navigator, 'mediaDevices', { value: undefined, configurable: true });
  expect(await openCamera(waited)).toEqual({ ok: false, error: 'unavailable' });
});

it('is switched off at once when nobody waits any more, though it has shown nothing yet', async () => {
  const { stream, track } = fakeStream();
  browserGives(
    async () => stream,
    () => new Promise(() => {}),
  );
  const waiting = new AbortController();
  const opened = openCamera(waiting.signal);
  await vi.waitFor(() => expect(HTMLMediaElement.prototype.play).toHaveBeenCalled());
  waiting.abort();
  expect(await opened).toEqual({ ok: false, error: 'busy' });
  expect(track.readyState).toBe('ended');
});

it('is off where the customer allowed it when nobody waited any more', async () => {
  const { stream, track } = fakeStream();
  browserGives(async () => stream);
  expect((await openCamera(AbortSignal.abort())).ok).toBe(false);
  expect(track.readyState).toBe('ended');
});
