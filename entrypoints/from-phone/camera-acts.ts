import type { CameraNote } from '../../components/view-models.ts';
import { isAccountCode, isMigration } from '../../lib/setup-links.ts';
import type { Core } from './core.ts';
import type { PhonePorts, ReadingCamera } from './ports.ts';

/** How long the camera stays on without showing anything new. */
const LONGEST_MS = 2 * 60_000;

/** The camera: on by a press, off as soon as it has shown what there was to show. */
export function cameraActs({ change, current, handOver, list }: Core, ports: PhonePorts) {
  let turn = 0;
  let camera: ReadingCamera | null = null;
  let coming: AbortController | null = null;

  /** Switches it off, or gives up waiting for it. */
  function end(note: CameraNote | null): void {
    turn += 1;
    coming?.abort();
    camera?.stop();
    camera = null;
    if (current().camera.kind !== 'off') change({ camera: { kind: 'off', note } });
  }

  /** Whether codes that were just seen end the reading: an export whose other codes are missing goes on. */
  const isEnough = (texts: readonly string[]): boolean =>
    texts.some(isAccountCode) &&
    !(texts.some(isMigration) && current().found.batches.some(({ missingParts }) => missingParts.length > 0));

  async function watch(mine: number, { read }: ReadingCamera): Promise<void> {
    const seen = new Set<string>();
    let endUnixMs = ports.nowUnixMs() + LONGEST_MS;
    while (turn === mine) {
      const texts = await read().catch(() => null);
      if (turn !== mine) return;
      if (texts === null) return end('lost');
      const fresh = texts.filter((text) => !seen.has(text));
      if (fresh.length === 0 && ports.nowUnixMs() >= endUnixMs) return end('timeout');
      if (fresh.length === 0) continue;
      for (const text of fresh) seen.add(text);
      const shown = await handOver(fresh);
      if (turn !== mine) return;
      if (!shown || isEnough(fresh)) end(null);
      if (!shown) await list();
      endUnixMs = ports.nowUnixMs() + LONGEST_MS;
    }
  }

  return {
    /** Only ever called from a press on the button that says so. */
    async startCamera(): Promise<void> {
      if (current().camera.kind !== 'off') return;
      turn += 1;
      const mine = turn;
      change({ camera: { kind: 'starting' }, unread: [], done: null, failed: false, tooMany: false });
      coming = new AbortController();
      const opened = await ports.openCamera(coming.signal);
      // It came when nobody waited for it any more.
      if (turn !== mine) return opened.ok ? opened.value.stop() : undefined;
      if (!opened.ok) return end(opened.error);
      camera = opened.value;
      const { stream, mirrored } = camera;
      change({ camera: { kind: 'on', stream, mirrored } });
      await watch(mine, camera);
    },
    stopCamera: () => end(null),
    /** Switches it off when nobody can see that it is on. */
    hideCamera: () => end('hidden'),
  };
}
