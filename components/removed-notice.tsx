import { useFocusOnShow } from './focus-on-show.ts';
import { Notice } from './notice.tsx';
import { StillOn } from './still-on.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

type RemovedNoticeProps = {
  /** Where two-factor login is still on; none for an account that its site ended, or that never had a site. */
  readonly sites: readonly SiteNameView[];
  readonly onUndo: () => void;
};

/** Says that an account was removed here and nowhere else, and takes it back on a press. */
export function RemovedNotice({ sites, onUndo }: RemovedNoticeProps) {
  const t = useText();
  // The screen before may have been scrolled: what was just done has to be in sight.
  const undo = useFocusOnShow<HTMLButtonElement>();
  return (
    <Notice kind="success">
      <p>
        {t('removeDone')} <StillOn sites={sites} />
      </p>
      <button ref={undo} type="button" onClick={onUndo}>
        {t('removeUndo')}
      </button>
    </Notice>
  );
}
