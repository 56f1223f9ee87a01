import type { UnreadPictureView } from '../../components/view-models.ts';
import { textsOfPasted } from '../../lib/app/pasted-text.ts';
import { isAccountCode } from '../../lib/setup-links.ts';
import type { Core } from './core.ts';
import type { fileActs } from './file-acts.ts';
import type { PhonePorts } from './ports.ts';

/** Larger than any photograph or screenshot that is kept as one. */
const MAX_PICTURE_BYTES = 32 * 2 ** 20;
const MAX_PICTURES = 50;

/** What is given to the page: pictures, one after the other, a file of another app among them, or a text. */
export function pictureActs(
  { act, change, current, handOver }: Core,
  ports: Pick<PhonePorts, 'readPicture'>,
  foreign: Pick<ReturnType<typeof fileActs>, 'readFile' | 'closeFile'>,
) {
  /** Reads one picture; what is wrong with it, or null. `undefined` where what it holds could not be kept. */
  async function readOne(file: File): Promise<UnreadPictureView['why'] | null | undefined> {
    if (file.size > MAX_PICTURE_BYTES) return 'too-large';
    const read = await ports.readPicture(file);
    if (!read.ok) {
      if (read.error !== 'no-picture') return read.error;
      // Whatever is no picture may be another app's file.
      if (current().file !== null) return 'one-file';
      return (await foreign.readFile(file)) ? null : undefined;
    }
    if (read.value.length === 0) return 'no-code';
    if (!(await handOver(read.value))) return undefined;
    return read.value.some(isAccountCode) ? null : 'other-code';
  }

  async function readAll(files: readonly File[]): Promise<boolean> {
    foreign.closeFile();
    change({ unread: [] });
    const unread: UnreadPictureView[] = [];
    for (const [index, file] of files.entries()) {
      change({ reading: { place: index + 1, of: files.length } });
      const why = index < MAX_PICTURES ? await readOne(file) : 'too-many';
      if (why === undefined) return false;
      if (why !== null) unread.push({ name: file.name, why });
    }
    change({ unread });
    return true;
  }

  return {
    /** Reads files within another act; false where what one holds could not be kept. */
    readAll,
    /** Reads pictures that were chosen, dropped or pasted, one after the other. */
    readPictures: (files: readonly File[]) => act(() => readAll(files)),
    /** Reads a setup link or a setup key that was pasted, dropped or typed. */
    readText: (text: string) =>
      act(async () => {
        const texts = textsOfPasted(text);
        change({ unread: texts.length > 0 ? [] : [{ name: '', why: 'no-key' }] });
        return texts.length === 0 || handOver(texts);
      }),
  };
}
