import { useLayoutEffect } from 'preact/hooks';

const filesOf = (transfer: DataTransfer | null): readonly File[] => [...(transfer?.files ?? [])];
const textIn = (transfer: DataTransfer | null): string => transfer?.getData('text/plain') ?? '';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'file');

type Given = {
  readonly onPictures: (files: readonly File[]) => void;
  readonly onText: (text: string) => void;
};

/** Hands over pictures and texts that are dropped anywhere on the page or pasted into it; a file that missed a small target would replace the page. */
export function useGivenPictures({ onPictures, onText }: Given): void {
  // Before anything is drawn: what is shown takes pictures.
  useLayoutEffect(() => {
    const give = (event: Event, transfer: DataTransfer | null) => {
      const files = filesOf(transfer);
      // What is pasted into a field belongs there.
      if (files.length === 0 && isField(event.target)) return;
      event.preventDefault();
      const text = files.length === 0 ? textIn(transfer).trim() : '';
      if (files.length > 0) onPictures(files);
      else if (text !== '') onText(text);
    };
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => give(event, event.dataTransfer);
    const paste = (event: ClipboardEvent) => give(event, event.clipboardData);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onPictures, onText]);
}
