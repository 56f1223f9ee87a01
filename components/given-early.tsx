import { useGivenPictures } from './given-pictures.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

type GivenEarlyProps = {
  /** Whether files wait until Doorcode is open. */
  readonly waits: boolean;
  readonly onFiles: (files: readonly File[]) => void;
};

const ignore = (): void => undefined;

/** Takes what is dropped on the page before Doorcode is open: the browser would show the file in place of the page. */
export function GivenEarly({ waits, onFiles }: GivenEarlyProps) {
  const t = useText();
  useGivenPictures({ onPictures: onFiles, onText: ignore });
  return waits ? <Notice kind="info">{t('fileWaits')}</Notice> : null;
}
