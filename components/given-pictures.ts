import { useEffect } from 'preact/hooks';

const filesOf = (transfer: DataTransfer | null): readonly File[] => [...(transfer?.files ?? [])];

/** Hands over pictures that are dropped anywhere on the page or pasted into it; a file that missed a small target would replace the page. */
export function useGivenPictures(onPictures: (files: readonly File[]) => void): void {
  useEffect(() => {
    const give = (event: Event, files: readonly File[]) => {
      event.preventDefault();
      if (files.length > 0) onPictures(files);
    };
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => give(event, filesOf(event.dataTransfer));
    const paste = (event: ClipboardEvent) => give(event, filesOf(event.clipboardData));
    document.addEventListener('dragover', over);
    document.addEventListener('drop', drop);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', drop);
      document.removeEventListener('paste', paste);
    };
  }, [onPictures]);
}
