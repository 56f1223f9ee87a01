import type { ManualProblem, RestoreProblem } from '../../components/view-models.ts';
import type { AutomaticState } from '../../lib/app/automatic-sites.ts';
import type { ListedEntry } from '../../lib/app/entry-listing.ts';
import type { FoundCode } from '../../lib/app/found-codes.ts';
import type { ManualForm } from '../../lib/app/manual-account.ts';
import type { PageAnswer } from '../../lib/app/page-service.ts';
import type { VaultState } from '../../lib/app/vault-repository.ts';
import type { Ask } from '../../lib/messages/client.ts';
import type { AddChoice, KdfText, PageRequest } from '../../lib/messages/protocol.ts';
import { type FillProblem, fillProblemOf, manualProblemOf } from './problems.ts';
import type { PageReading } from './read-page.ts';
import { restoreFile } from './restore-file.ts';

/** What was just saved, for the notice that says what to do next. */
export type Added = {
  readonly issuer: string;
  readonly account: string;
  readonly fill: 'filled' | 'waiting' | 'not-filled';
  readonly code: string;
};

/** Which screen the popup shows over the list of codes. */
export type Screen = 'codes' | 'settings' | 'manual' | 'export' | 'restore';

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
  readonly screen: Screen;
  readonly autoLockMinutes: number | null;
  readonly manualProblem: ManualProblem | null;
  readonly restoreProblem: RestoreProblem | null;
  readonly restored: { readonly added: number; readonly skipped: number } | null;
  /** Why the last fill wrote nothing; null after one that did. */
  readonly fillProblem: FillProblem | null;
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
  /** Hands a text to the browser as a file that the customer keeps. */
  readonly saveFile: (name: string, text: string) => void;
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
  screen: 'codes',
  autoLockMinutes: null,
  manualProblem: null,
  restoreProblem: null,
  restored: null,
  fillProblem: null,
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
    change({ busy: true, failed: false, wrongPassphrase: false, fillProblem: null });
    const done = await run();
    change({ busy: false, failed: !done && !model.wrongPassphrase && model.fillProblem === null });
  }

  async function then(request: PageRequest): Promise<boolean> {
    const answer = await ask(request);
    if (answer.kind === 'failed' && answer.reason === 'wrong-passphrase') change({ wrongPassphrase: true });
    if (answer.kind !== 'done') return false;
    await refresh();
    return true;
  }

  /** Whether a fill was written; else notes why, in the words that the popup has. */
  function filled(answer: PageAnswer): boolean {
    if (answer.kind !== 'fill') return false;
    const fillProblem = fillProblemOf(answer.result);
    change({ fillProblem });
    return fillProblem === null;
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
    /** Goes to a screen; settings are asked for when they are shown. */
    show: (screen: Screen) =>
      act(async () => {
        change({ screen, manualProblem: null, restoreProblem: null, restored: null });
        if (screen !== 'settings') return true;
        const answer = await ask({ kind: 'settings' });
        if (answer.kind === 'settings') change({ autoLockMinutes: answer.autoLockMinutes });
        return answer.kind === 'settings';
      }),
    setAutoLock: (minutes: number) =>
      act(async () => {
        const set = await then({ kind: 'set-auto-lock', minutes });
        if (set) change({ autoLockMinutes: minutes });
        return set;
      }),
    addManual: (form: ManualForm) =>
      act(async () => {
        const answer = await ask({ kind: 'add-manual', form });
        const manualProblem = answer.kind === 'failed' ? manualProblemOf(answer.reason) : null;
        change({ manualProblem });
        if (answer.kind !== 'done') return manualProblem !== null;
        change({ screen: 'codes' });
        await refresh();
        return true;
      }),
    exportBackup: (passphrase: string) =>
      act(async () => {
        const kdf = ports.newKdf();
        const kekBase64 = await ports.derive(passphrase, kdf);
        const answer = kekBase64 === null ? null : await ask({ kind: 'export-backup', kdf, kekBase64 });
        if (answer?.kind !== 'backup') return false;
        ports.saveFile('doorcode-backup.json', answer.text);
        change({ screen: 'settings' });
        return true;
      }),
    restoreBackup: (file: Pick<File, 'size' | 'text'>, passphrase: string) =>
      act(async () => {
        const outcome = await restoreFile(file, passphrase, ports);
        change(outcome.ok ? { restored: outcome.value } : { restoreProblem: outcome.error });
        if (outcome.ok) await refresh();
        return outcome.ok || outcome.error !== null;
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
        return filled(answer);
      }),
    useHere: (entryId: string) =>
      act(async () => {
        const answer = await ask({ kind: 'use-here', tabId, entryId });
        await list();
        return filled(answer);
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
