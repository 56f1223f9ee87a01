import { askUndo } from '../../lib/app/ask-undo.ts';
import { unlockRequest } from '../../lib/app/new-keys.ts';
import { isWrongKey } from '../../lib/app/wrong-key.ts';
import type { AddChoice } from '../../lib/messages/protocol-finding.ts';
import { passphraseSlot } from '../../lib/vault/passphrase-slot.ts';
import { areaActs } from './area-acts.ts';
import { cameraActs } from './camera-acts.ts';
import { createCore } from './core.ts';
import { fileActs } from './file-acts.ts';
import { nothingRead } from './model.ts';
import { pictureActs } from './picture-acts.ts';
import type { PhonePorts } from './ports.ts';

// Where the time ran out, nobody locks the vault until it is asked for.
const LOOK_AGAIN_MS = { on: 2_000, off: 30_000 } as const;

/** The page's acts; each tells subscribers what changed. */
export type PhonePage = ReturnType<typeof createPhonePage>;

/** The page *Bring accounts from a phone* without its looks: reads pictures and camera, keeps one model. */
export function createPhonePage(ports: PhonePorts) {
  const core = createCore(ports);
  const { current, subscribe, change, list, isClosed, act } = core;
  const camera = cameraActs(core, ports);
  const area = areaActs(core, ports);
  const foreign = fileActs(core, ports);
  const pictures = pictureActs(core, ports, foreign);
  const { ask, tabId } = ports;
  let askedUnixMs = ports.nowUnixMs();
  let looking = false;
  let early: readonly File[] = [];

  // However the page learns that the vault is not open, no camera runs on behind that.
  subscribe(({ vault, file, camera: { kind } }) => {
    if (vault?.kind !== 'unlocked' && kind !== 'off') camera.stopCamera();
    // What the file holds is not shown, nor kept, behind the lock.
    if (vault?.kind !== 'unlocked' && file !== null) foreign.closeFile();
  });

  /** Reads the files that were given while the vault was locked; true where there are none. */
  async function readEarly(): Promise<boolean> {
    const files = early;
    early = [];
    change({ waits: false });
    return files.length === 0 || pictures.readAll(files);
  }

  const add = (index: number, choice: AddChoice, replaces: string | null): Promise<void> =>
    act(async () => {
      const answer = await ask({ kind: 'add-phone', tabId, index, choice, replaces });
      await list();
      if (answer.kind === 'moved') change({ done: answer, doneOf: 'codes' });
      return answer.kind === 'moved' || answer.kind === 'choose' || isClosed(answer);
    });

  return {
    current,
    subscribe,
    ...camera,
    openFile: foreign.openFile,
    takeTheTime: foreign.takeTheTime,
    acceptFile: foreign.acceptFile,
    closeFile: foreign.closeFile,
    purpose: ports.purpose,
    readArea: area.readArea,
    readPictures: pictures.readPictures,
    readText: pictures.readText,
    async start(): Promise<void> {
      await area.start();
      await list();
    },
    /** Adds one account; where it turns out to be here with another key, the choice is shown. */
    add: (index: number, choice: Exclude<AddChoice, 'replace'>) => add(index, choice, null),
    /** Replaces the stored account of an id, which was one of those shown. */
    replace: (index: number, entryId: string) => add(index, 'replace', entryId),
    addAll: () =>
      act(async () => {
        const answer = await ask({ kind: 'add-all-phone', tabId });
        if (answer.kind !== 'moved') return isClosed(answer);
        await list();
        change({ done: answer, doneOf: 'codes', unread: [] });
        return true;
      }),
    /** Takes back what was added together, as far as it was neither used nor changed since. */
    undoAdded: (undo: string) =>
      act(async () => {
        const undone = await askUndo(ask, undo);
        if (undone === null) return false;
        await list();
        change({ undone });
        return true;
      }),
    forget: () =>
      act(async () => {
        const answer = await ask({ kind: 'forget-phone', tabId });
        change({ found: nothingRead, unread: [] });
        return answer.kind === 'done';
      }),
    unlock: (passphrase: string) =>
      act(async () => {
        const { vault } = current();
        const slot = vault?.kind === 'locked' && passphraseSlot(vault.slots);
        const request = slot ? await unlockRequest(ports, slot, passphrase) : { kind: 'unlock-with-computer' as const };
        if (request === null) return false;
        const answer = await ask(request);
        change({ wrongPassphrase: answer.kind === 'failed' && isWrongKey(answer.reason) });
        await list();
        // Whatever was answered: it may have been opened somewhere else meanwhile.
        return current().vault?.kind === 'unlocked' ? readEarly() : current().wrongPassphrase;
      }),
    /** Keeps files that were given while the vault is locked; the unlocking reads them. */
    keepForLater(files: readonly File[]): void {
      if (current().vault?.kind !== 'locked') return;
      early = files;
      change({ waits: true });
    },
    retry: () => act(async () => list().then(() => true)),
    /** Forgets what was read, and closes this page's own tab, whether the page to go back to is there or gone. */
    async finish(): Promise<void> {
      camera.stopCamera();
      await ask({ kind: 'forget-phone', tabId });
      await area.leave();
      await ports.closeTab(tabId);
    },
    /** Opens the screen that restores a saved copy of ours. */
    openRestore: () => ports.openOwnPage(`/popup.html?tab=${tabId}#restore`),
    /** Goes on with pictures of no site, in a page of their own. */
    async usePictures(): Promise<void> {
      await ports.openOwnPage('/from-phone.html?picture');
      await ask({ kind: 'forget-phone', tabId });
      await ports.closeTab(tabId);
    },
    /** Looks how the vault stands, as it was locked or opened somewhere. */
    async lockChanged(): Promise<void> {
      await list();
      if (current().vault?.kind === 'unlocked' && early.length > 0) await act(readEarly);
    },
    /** Looks now and then whether the vault is still open; more often while the camera is on. */
    async tick(nowUnixMs: number): Promise<void> {
      const { vault, busy } = current();
      const everyMs = LOOK_AGAIN_MS[current().camera.kind === 'off' ? 'off' : 'on'];
      askedUnixMs = Math.min(askedUnixMs, nowUnixMs);
      // A camera that is on waits for no picture that is being read.
      if (
        looking ||
        (busy && everyMs === LOOK_AGAIN_MS.off) ||
        vault?.kind !== 'unlocked' ||
        nowUnixMs - askedUnixMs < everyMs
      )
        return;
      askedUnixMs = nowUnixMs;
      looking = true;
      await list();
      looking = false;
    },
  };
}
