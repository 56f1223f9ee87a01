import { useText } from './text.ts';
import type { FolderView } from './view-models.ts';

type CopiesByThemselvesProps = {
  readonly folder: FolderView;
  readonly onOpen: () => void;
};

const sentences = {
  impossible: 'copiesByHand',
  off: null,
  none: 'copiesAutoNoFolder',
  'needs-press': 'copiesAutoPress',
  ready: 'copiesAutoOn',
  failed: 'copiesFailed',
} as const;

/** Whether copies are written by themselves, and the way to the page where that is chosen. */
export function CopiesByThemselves({ folder, onOpen }: CopiesByThemselvesProps) {
  const t = useText();
  const sentence = sentences[folder];
  return (
    <>
      {sentence !== null && <p class="hint">{t(sentence)}</p>}
      {folder !== 'impossible' && (
        <div class="buttons">
          <button type="button" onClick={onOpen}>
            {t(folder === 'off' ? 'copiesAutoButton' : 'copiesAutoOpen')}
          </button>
        </div>
      )}
    </>
  );
}
