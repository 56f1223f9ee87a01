import { useText } from './text.ts';

type HeaderProps = {
  readonly busy: boolean;
  /** Absent while a card below has the same button. */
  readonly onAddFromPage?: () => void;
  readonly onHelp: () => void;
  /** Present when there are settings to show. */
  readonly onSettings?: () => void;
  /** Present when the vault can be locked. */
  readonly onLock?: () => void;
};

/** The popup's bar: add from the page, lock, settings. */
export function Header({ busy, onAddFromPage, onHelp, onSettings, onLock }: HeaderProps) {
  const t = useText();
  return (
    <header class="bar">
      <h1 class="visually-hidden">{t('extensionName')}</h1>
      {onAddFromPage !== undefined && (
        <button type="button" class="primary" disabled={busy} onClick={onAddFromPage}>
          {t('headerAdd')}
        </button>
      )}
      <span class="spring" />
      <button type="button" class="plain" aria-label={t('helpButton')} onClick={onHelp}>
        ?
      </button>
      {onLock !== undefined && (
        <button type="button" class="plain" onClick={onLock}>
          {t('headerLock')}
        </button>
      )}
      {onSettings !== undefined && (
        <button type="button" class="plain" onClick={onSettings}>
          {t('headerSettings')}
        </button>
      )}
    </header>
  );
}
