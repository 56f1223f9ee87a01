import type { AutomaticState } from '../../lib/app/automatic-sites.ts';
import type { ListedEntry } from '../../lib/app/entry-listing.ts';
import type { FoundCode } from '../../lib/app/found-codes.ts';
import type { VaultState } from '../../lib/app/vault-repository.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { AddChoice, KdfText, PageRequest } from '../../lib/messages/protocol.ts';
import type { PageReading } from './read-page.ts';

/** What was just saved, for the notice that says what to do next. */
export type Added = {
  readonly issuer: string;
  readonly account: string;
  readonly fill: 'filled' | 'waiting' | 'not-filled';
  readonly code: string;
};

/** Everything the popup shows. */
export type PopupModel = {
  readonly vault: VaultState | null;
  readonly origin: string | null;
  readonly entries: readonly ListedEntry[];
  readonly found: readonly FoundCode[];
  readonly reading: PageReading | null;
  readonly added: Added | null;
  readonly busy: boolean;
  readonly wrongPassphrase: boolean;
  readonly failed: boolean;
  readonly copiedId: string | null;
  /** Whether codes may be filled by themselves at the current site. */
  readonly automatic: AutomaticState;
};

/** What the popup needs from its surroundings. */
export type PopupPorts = {
  readonly tabId: number;
  readonly ask: Ask;
  readonly derive: (passphrase: string, kdf: KdfText) => Promise<string | null>;
  readonly newKdf: () => KdfText;
  readonly readDom: () => Promise<PageReading>;
  readonly readScreenshot: (reading: PageReading) => Promise<PageReading>;
  readonly copyText: (text: string) => Promise<void>;
  /** The browser's own question about a site; called in the press itself. */
  readonly requestSite: (origin: string) => Promise<boolean>;
};

const empty: PopupModel = {
  vault: null,
  origin: null,
  entries: [],
  found: [],
  reading: null,
  added: null,
  busy: false,
  wrongPassphrase: false,
  failed: false,
  copiedId: null,
  automatic: 'off',
};

/** The popup's acts; each tells subscribers what changed. */
export type Popup = ReturnType<typeof createPopup>;

/** The popup without its looks: asks the background, reads the page, keeps one model. */
export function createPopup(ports: PopupPorts) {
  const { ask, tabId } = ports;
  let model = empty;
  let listing = false;
  const subscribers = new Set<(model: PopupModel) => void>();
  const change = (part: Partial<PopupModel>): void => {
    model = { ...model, ...part };
    for (const tell of subscribers) tell(model);
  };

  async function list(): Promise<void> {
    const answer = await ask({ kind: 'list-entries', tabId });
    if (answer.kind === 'entries')
      change({ entries: answer.entries, origin: answer.origin, automatic: answer.automatic });
  }

  async function show(texts: readonly string[]): Promise<void> {
    const answer = await ask({ kind: 'found-texts', tabId, texts });
    if (answer.kind === 'found') change({ found: answer.codes, origin: answer.origin });
  }

  async function refresh(): Promise<void> {
    const answer = await ask({ kind: 'vault-state' });
    if (answer.kind !== 'vault-state') return change({ failed: true });
    // What was shown while the vault was open goes with the lock.
    if (answer.state.kind !== 'unlocked')
      change({ entries: [], found: answer.state.kind === 'absent' ? model.found : [] });
    change({ vault: answer.state });
    if (answer.state.kind === 'unlocked') await Promise.all([list(), show(model.reading?.texts ?? [])]);
  }

  /** Runs one act at a time; a failed act leaves everything as it was and says so. */
  async function act(run: () => Promise<boolean>): Promise<void> {
    if (model.busy) return;
    change({ busy: true, failed: false, wrongPassphrase: false });
    const done = await run();
    change({ busy: false, failed: !done && !model.wrongPassphrase });
  }

  async function then(request: PageRequest): Promise<boolean> {
    const answer = await ask(request);
    if (answer.kind === 'failed' && answer.reason === 'wrong-passphrase') change({ wrongPassphrase: true });
    if (answer.kind !== 'done') return false;
    await refresh();
    return true;
  }

  return {
    current: () => model,
    subscribe(tell: (model: PopupModel) => void) {
      subscribers.add(tell);
      return () => void subscribers.delete(tell);
    },
    async start(): Promise<void> {
      const [reading] = await Promise.all([ports.readDom(), refresh()]);
      change({ reading });
      await show(reading.texts);
    },
    /** Asks for new codes once the first of those shown has ended; asking again meanwhile does nothing. */
    async tick(nowUnixMs: number): Promise<void> {
      const timed = model.entries.filter(({ kind }) => kind !== 'hotp');
      if (listing || !timed.some(({ endsUnixMs }) => endsUnixMs <= nowUnixMs)) return;
      listing = true;
      await refresh();
      listing = false;
    },
    retry: () => act(async () => refresh().then(() => true)),
    readVisibleTab: () =>
      act(async () => {
        const reading = await ports.readScreenshot(model.reading ?? (await ports.readDom()));
        change({ reading });
        await show(reading.texts);
        return true;
      }),
    choosePassphrase: (passphrase: string) =>
      act(async () => {
        const kdf = ports.newKdf();
        const kekBase64 = await ports.derive(passphrase, kdf);
        return kekBase64 !== null && (await then({ kind: 'create-vault-with-passphrase', kdf, kekBase64 }));
      }),
    continueWithout: () => act(() => then({ kind: 'create-vault-with-computer' })),
    unlock: (passphrase: string) =>
      act(async () => {
        const slots = model.vault?.kind === 'locked' ? model.vault.slots : [];
        const slot = slots.find((candidate) => candidate.kind === 'passphrase');
        if (slot === undefined) return then({ kind: 'unlock-with-computer' });
        const kekBase64 = await ports.derive(passphrase, slot.kdf);
        return kekBase64 !== null && (await then({ kind: 'unlock-with-passphrase', slotId: slot.id, kekBase64 }));
      }),
    lock: () => act(() => then({ kind: 'lock' })),
    add: (index: number, choice: AddChoice) =>
      act(async () => {
        const answer = await ask({ kind: 'add-found', tabId, index, choice });
        const code = model.found.find((found) => found.index === index);
        if (answer.kind !== 'added' || code === undefined) return false;
        await list();
        const entry = model.entries.find(({ id }) => id === answer.entryId);
        const fill = answer.fill.kind === 'written' ? 'filled' : 'not-filled';
        change({ found: [], added: { issuer: code.issuer, account: code.account, fill, code: entry?.code ?? '' } });
        return true;
      }),
    /** Asks the browser at once, as Firefox refuses the question after an await; the background goes on when it is answered. */
    allowHere(): void {
      if (model.origin === null) return;
      void ask({ kind: 'want-automatic', tabId });
      void ports.requestSite(model.origin).then(() => refresh());
    },
    dismissAdded: () => change({ added: null }),
    fill: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'fill', tabId, entryId });
        return answer.kind === 'fill' && answer.result.kind === 'written';
      }),
    useHere: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'use-here', tabId, entryId });
        await list();
        return answer.kind === 'fill' && answer.result.kind === 'written';
      }),
    advance: (entryId: string) => act(() => then({ kind: 'advance-counter', entryId })),
    copy: (entryId: string) =>
      act(async () => {
        const entry = model.entries.find(({ id }) => id === entryId);
        if (entry === undefined) return false;
        await ports.copyText(entry.code);
        change({ copiedId: entryId });
        return true;
      }),
  };
}
