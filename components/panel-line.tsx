import { useState } from 'preact/hooks';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

/** The way to the panel beside the pages, and what it is for; says so where the browser does not open it. */
export function PanelLine({ onOpen }: { readonly onOpen: () => Promise<boolean> }) {
  const t = useText();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <div class="buttons">
        <button type="button" onClick={() => void onOpen().then((opened) => setFailed(!opened))}>
          {t('panelOpen')}
        </button>
      </div>
      {failed && <Notice kind="error">{t('panelFailed')}</Notice>}
      <p class="hint">{t('panelLead')}</p>
    </>
  );
}
