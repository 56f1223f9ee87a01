import { useText } from './text.ts';

/** The way to the panel beside the pages, and what it is for. */
export function PanelLine({ onOpen }: { readonly onOpen: () => void }) {
  const t = useText();
  return (
    <>
      <div class="buttons">
        <button type="button" onClick={onOpen}>
          {t('panelOpen')}
        </button>
      </div>
      <p class="hint">{t('panelLead')}</p>
    </>
  );
}
