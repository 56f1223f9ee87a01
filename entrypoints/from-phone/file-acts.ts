import type { FileProblemView } from '../../components/view-models.ts';
import type { ForeignAnswer } from '../../lib/app/foreign-reading.ts';
import type { PageAnswer } from '../../lib/app/page-answers.ts';
import { type ReadFile, withPictureTexts } from '../../lib/app/read-file.ts';
import { MAX_BACKUP_LENGTH } from '../../lib/messages/bounds.ts';
import type { Core } from './core.ts';
import type { PhonePorts } from './ports.ts';

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

  function locked({ app, guess }: Extract<ForeignAnswer, { kind: 'refused' }>, wrong: boolean): void {
    change({ file: { kind: 'passphrase', app, ...(guess ? { guess } : {}), wrong } });
  }

  function problem(why: FileProblemView): void {
    change({ file: { kind: 'problem', name, problem: why } });
  }

  async function textsOf(pictures: readonly Uint8Array[]): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const [index, picture] of pictures.entries()) {
      change({ reading: { place: index + 1, of: pictures.length } });
      const found = await ports.readPicture(new Blob([new Uint8Array(picture)]));
      if (found.ok) texts.push(...found.value);
    }
    return texts;
  }

  function preview(answer: PageAnswer, { app, leftOut, others }: ReadFile): boolean {
    if (answer.kind !== 'restore-preview') return false;
    const { rows, shown, changed } = answer;
    change({ file: { kind: 'preview', app, rows, shown, changed, leftOut, others } });
    return true;
  }

  async function show(file: ReadFile): Promise<boolean> {
    read = file;
    const { accounts } = file;
    if (accounts.length === 0 && file.leftOut.length === 0) {
      problem('nothing-in-it');
      return true;
    }
    return preview(await ask({ kind: 'preview-import', accounts, readUnixMs }), file);
  }

  async function take(answer: ForeignAnswer): Promise<boolean> {
    if (answer.kind === 'read') return show(withPictureTexts(answer, await textsOf(answer.pictures)));
    const { app, error } = answer;
    if (error.kind === 'passphrase-needed') locked(answer, false);
    else if (error.kind === 'wrong-passphrase') locked(answer, true);
    else if (error.kind === 'costly') change({ file: { kind: 'costly', app, seconds: error.seconds } });
    else problem(error.kind === 'unsupported' ? error.why : error.kind);
    return true;
  }

  /** Reads what is held; false where the Worker failed, true where it was stopped. */
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
    if (signal.aborted) return true;
    if (answer === null) close();
    return answer !== null && take(answer);
  }

  return {
    /** Whether a file that is no picture was taken; what is wrong with it is then shown. */
    async readFile(file: File): Promise<boolean> {
      close();
      name = file.name;
      if (file.size > MAX_BACKUP_LENGTH) {
        problem('too-large');
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
        if (file?.kind !== 'preview' || read === null) return false;
        const { accounts } = read;
        const answer = await ask({ kind: 'accept-import', accounts, readUnixMs, shown: file.shown, beside });
        if (preview(answer, read)) return true;
        if (answer.kind !== 'restored') return false;
        close();
        await list();
        change({ done: answer, doneOf: 'file' });
        return true;
      }),
    /** Stops reading, and forgets the file. */
    closeFile: close,
  };
}
