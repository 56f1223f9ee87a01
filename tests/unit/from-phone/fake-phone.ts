import type { AreaBox } from '../../../components/area-box.ts';
import { createPhonePage } from '../../../entrypoints/from-phone/phone-page.ts';
import type { Purpose, ReadingCamera } from '../../../entrypoints/from-phone/ports.ts';
import { createAreaService } from '../../../lib/app/area-service.ts';
import type { CameraProblem } from '../../../lib/app/camera-problem.ts';
import { readForeignFile } from '../../../lib/app/foreign-reading.ts';
import { createFoundStore } from '../../../lib/app/found-store.ts';
import { createPhoneService } from '../../../lib/app/phone-service.ts';
import { createTransferService } from '../../../lib/app/transfer-service.ts';
import { createUndoService } from '../../../lib/app/undo-import.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { err, ok, type Result } from '../../../lib/result.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { randomBytes } from '../vault/samples.ts';

const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;

/** A picture that holds texts, or is none. */
export type FakePicture = {
  readonly name: string;
  readonly size?: number;
  readonly texts: readonly string[] | null;
  /** What it holds where it is no picture. */
  readonly content?: string;
};

const fileOf = ({ name, size = 1, content = '' }: FakePicture): File => {
  const file = new File([content], name);
  if (content === '') Object.defineProperty(file, 'size', { value: size });
  return file;
};

/** A camera that shows what it is given, and waits where it was given nothing. */
function fakeCamera() {
  let waiting: ((texts: readonly string[] | null) => void) | null = null;
  const frames: (readonly string[] | null)[] = [];
  const camera = {
    stopped: 0,
    problem: null as CameraProblem | null,
    /** Lets it see something; null ends it. Resolves when the page has taken it. */
    async see(texts: readonly string[] | null): Promise<void> {
      if (waiting === null) frames.push(texts);
      else {
        const tell = waiting;
        waiting = null;
        tell(texts);
      }
      await settled();
    },
    async open(): Promise<Result<ReadingCamera, CameraProblem>> {
      if (camera.problem !== null) return err(camera.problem);
      return ok({
        // No pixels are looked at here.
        stream: Object.create(null),
        mirrored: true,
        read: () => {
          const next = frames.shift();
          if (next !== undefined) return Promise.resolve(next);
          return new Promise((resolve) => {
            waiting = resolve;
          });
        },
        stop: () => {
          camera.stopped += 1;
        },
      });
    },
  };
  return camera;
}

/** Resolves once everything that needs no time has happened. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}

/** The page over the real service, a vault of fakes, and pictures that hold what they say. */
export async function openPage({ locked = false, purpose = 'phone' as Purpose } = {}) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  if (locked) await vault.lock();
  const found = createFoundStore(ports.session, ports.clock);
  const phone = createPhoneService({ vault, found, ...ports });
  const transfer = createTransferService({ vault, ...ports });
  const undo = createUndoService({ vault, ...ports, memory: { lastCodes: async () => new Map() } });
  const asked: PageRequest['kind'][] = [];
  const background = {
    wrong: false,
    dead: false,
    gate: null as Promise<void> | null,
    /** Is told of each request before it is answered. */
    hear: (_kind: PageRequest['kind']): void => {},
  };
  const closed: string[] = [];
  /** The page's own tab, the one the picture is of, and another. */
  const tabs = new Set([4, 9, 7]);
  const camera = fakeCamera();
  const pictures = new Map<Blob, FakePicture>();
  const areas = { read: (_picture: string, _box: AreaBox): readonly string[] => [] };
  const area = createAreaService({
    pages: { topDocument: async () => ({ origin: 'https://harbour.example', documentId: 'D' }) },
    pictureOf: async () => 'data:image/png;base64,AAAA',
    found,
    ...ports,
  });
  if (purpose === 'area') await area.take({ kind: 'take-area', tabId: 9 });

  const answer = scriptedBackground({
    'vault-state': async () => {
      const state = await vault.state();
      // A vault that a passphrase opens, as far as the page can see.
      return {
        kind: 'vault-state',
        state: state.kind === 'locked' ? { kind: 'locked', slots: [{ kind: 'passphrase', id: 's', kdf }] } : state,
      };
    },
    'unlock-with-key': async () => {
      if (background.wrong) return { kind: 'failed', reason: 'wrong-passphrase' };
      await vault.unlockWithComputer();
      return { kind: 'opened', missed: null };
    },
    'give-area': area.give,
    'drop-area': area.drop,
    policies: async () => ({ kind: 'policies', policies: world.policies, lacksPassphrase: false }),
    'phone-texts': phone.take,
    'list-phone': ({ tabId }) => phone.show(tabId),
    'add-phone': phone.add,
    'add-all-phone': phone.addAll,
    'undo-restore': undo.undo,
    'forget-phone': phone.forget,
    'preview-import': transfer.preview,
    'accept-import': transfer.accept,
  });
  const ask: Ask = async (request) => {
    asked.push(request.kind);
    background.hear(request.kind);
    return background.dead ? { kind: 'failed', reason: 'no-answer' } : answer(request);
  };

  const page = createPhonePage({
    tabId: 4,
    purpose,
    nowUnixMs: () => world.now,
    ask,
    derive: async () => 'AAAA',
    random: randomBytes,
    async readPicture(file) {
      await background.gate;
      const texts = pictures.get(file)?.texts ?? null;
      return texts === null ? err('no-picture') : ok(texts);
    },
    readForeign: async ({ bytes, passphrase, costly }, onProgress, signal) => {
      await background.gate;
      const answer = await readForeignFile(new Uint8Array(bytes), { passphrase, costly, onProgress });
      return signal.aborted ? null : answer;
    },
    readArea: async (picture, box) => areas.read(picture, box),
    openCamera: camera.open,
    async showTab(tabId) {
      closed.push(`show ${tabId}`);
      return tabs.has(tabId);
    },
    openOwnPage: async (path) => void closed.push(path),
    async closeTab(tabId) {
      closed.push(`close ${tabId}`);
      tabs.delete(tabId);
    },
  });
  await page.start();
  const filesOf = (given: readonly FakePicture[]): readonly File[] =>
    given.map((picture) => {
      const file = fileOf(picture);
      pictures.set(file, picture);
      return file;
    });
  const read = (given: readonly FakePicture[]) => page.readPictures(filesOf(given));
  /** Gives them before the vault is open. */
  const early = (given: readonly FakePicture[]) => page.keepForLater(filesOf(given));
  const stored = async () => {
    const content = await vault.read({ use: false });
    return content.ok ? content.value.entries : [];
  };
  return { page, world, vault, camera, areas, background, asked, closed, tabs, read, early, stored };
}
