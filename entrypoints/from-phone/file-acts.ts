import type { FileProblemView, ForeignFileView } from '../../components/view-models.ts';
import type { ForeignAnswer } from '../../lib/app/foreign-reading.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import { type ReadFile, withPictureTexts } from '../../lib/app/read-file.ts';
import { MAX_BACKUP_LENGTH } from '../../lib/messages/bounds.ts';
import type { Core } from './core.ts';
import type { PhonePorts } from './ports.ts';

type Refused = Extract<ForeignAnswer, { kind: 'refused' }>;

/** Another app's file: read in a Worker, looked through, and added; its bytes stay until it is done or left. */
export function fileActs({ act, change, current, list }: Core, ports: PhonePorts) {
  const { ask } = ports;
  let name = '';
  let held: ArrayBuffer | null = null;
  let typed: string | null = null;
  let read: ReadFile | null = null;
  let readUnixMs = 0;
  let reading = new AbortController();

  function close(): void {
    reading.abort();
    held = null;
    typed = null;
    read = null;
    change({ file: null });
  }

  const problem = (why: FileProblemView): ForeignFileView => ({ kind: 'problem', name, problem: why });

  const locked = ({ app, guess }: Refused, wrong: boolean): ForeignFileView => ({
    kind: 'passphrase',
    app,
    ...(guess ? { guess } : {}),
    wrong,
  });

  function refused(answer: Refused): ForeignFileView {
    const { app, error } = answer;
    if (error.kind === 'passphrase-needed') return locked(answer, false);
    if (error.kind === 'wrong-passphrase') return locked(answer, true);
    if (error.kind === 'costly') return { kind: 'costly', app, seconds: error.seconds };
    return problem(error.kind === 'unsupported' ? error.why : error.kind);
  }

  async function textsOf(pictures: readonly Uint8Array[], signal: AbortSignal): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const [index, picture] of pictures.entries()) {
      if (signal.aborted) break;
      change({ reading: { place: index + 1, of: pictures.length } });
      const found = await ports.readPicture(new Blob([new Uint8Array(picture)]));
      if (found.ok) texts.push(...found.value);
    }
    return texts;
  }

  function preview(answer: PageAnswer, { app, leftOut, others }: ReadFile): ForeignFileView | null {
    if (answer.kind !== 'restore-preview') return null;
    const { rows, shown, changed } = answer;
    return { kind: 'preview', app, rows, shown, changed, leftOut, others };
  }

  /** What is shown of a file; null where nobody says what it would bring, or it was stopped. */
  async function viewOf(answer: ForeignAnswer, signal: AbortSignal): Promise<ForeignFileView | null> {
    if (answer.kind === 'refused') return refused(answer);
    const file = withPictureTexts(answer, await textsOf(answer.pictures, signal));
    if (signal.aborted) return null;
    read = file;
    const { accounts, leftOut } = file;
    if (accounts.length === 0 && leftOut.length === 0) return problem('nothing-in-it');
    return preview(await ask({ kind: 'preview-import', accounts, readUnixMs }), file);
  }

  /** Reads what is held; false where that failed, true where it was stopped. */
  async function look(costly: boolean): Promise<boolean> {
    if (held === null) return false;
    reading = new AbortController();
    const { signal } = reading;
    const onProgress = (part: number) => {
      if (!signal.aborted) change({ file: { kind: 'reading', part } });
    };
    change({ file: { kind: 'reading', part: null }, reading: null });
    readUnixMs = ports.nowUnixMs();
    const question = { bytes: held, passphrase: typed, costly };
    const answer = await ports.readForeign(question, onProgress, signal);
    const view = answer === null || signal.aborted ? null : await viewOf(answer, signal);
    if (signal.aborted) return true;
    if (view === null) close();
    else change({ file: view });
    return view !== null;
  }

  return {
    /** Whether a file that is no picture was taken; what is wrong with it is then shown. */
    async readFile(file: File): Promise<boolean> {
      close();
      name = file.name;
      if (file.size > MAX_BACKUP_LENGTH) {
        change({ file: problem('too-large') });
        return true;
      }
      held = await file.arrayBuffer();
      return look(false);
    },
    /** Tries the file with a passphrase. */
    openFile: (passphrase: string) =>
      act(() => {
        typed = passphrase;
        return look(false);
      }),
    /** Reads on although it takes long. */
    takeTheTime: () => act(() => look(true)),
    /** Adds what was shown, and beside ours those differing accounts that were chosen. */
    acceptFile: (beside: readonly number[]) =>
      act(async () => {
        const { file } = current();
        const content = read;
        if (file?.kind !== 'preview' || content === null) return false;
        const { accounts } = content;
        const answer = await ask({ kind: 'accept-import', accounts, readUnixMs, shown: file.shown, beside });
        const changed = preview(answer, content);
        // Whoever left the list meanwhile is not shown another.
        if (changed !== null && current().file === file) change({ file: changed });
        if (answer.kind !== 'restored') return changed !== null;
        close();
        await list();
        change({ done: answer, doneOf: 'file' });
        return true;
      }),
    /** Stops reading, and forgets the file. */
    closeFile: close,
  };
}
