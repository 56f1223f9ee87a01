import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';

type BackupKeptProps = {
  readonly backup: { readonly fresh: number; readonly used: number };
  /** The codes, after the passphrase was asked for again; null before. */
  readonly codes: readonly { readonly code: string; readonly used: boolean }[] | null;
  readonly busy: boolean;
  /** Whether the page in front is the account's own site. */
  readonly here: boolean;
  readonly onShow: () => void;
  /** Absent where an organisation forbids it. */
  readonly onPrint?: () => void;
  readonly onFill: () => void;
};

/** The site's backup codes that are kept here: how many, and on request which. */
export function BackupKept({ backup, codes, busy, here, onShow, onPrint, onFill }: BackupKeptProps) {
  const t = useText();
  return (
    <section aria-labelledby="kept-title">
      <h2 id="kept-title">{t('keptTitle')}</h2>
      <p>{t('keptCount', [String(backup.fresh), String(backup.used)])}</p>
      {codes !== null && (
        <ul class="backup-codes">
          {codes.map(({ code, used }) => (
            <li key={code}>
              {used ? (
                <>
                  <s>
                    <ForeignText text={code} fallback="" />
                  </s>{' '}
                  <span class="quiet">{t('keptUsed')}</span>
                </>
              ) : (
                <code>
                  <ForeignText text={code} fallback="" />
                </code>
              )}
            </li>
          ))}
        </ul>
      )}
      <div class="buttons">
        {codes === null && (
          <button type="button" disabled={busy} onClick={onShow}>
            {t('keptShow')}
          </button>
        )}
        {codes !== null && backup.fresh > 0 && onPrint !== undefined && (
          <button type="button" disabled={busy} onClick={onPrint}>
            {t('backupPrint')}
          </button>
        )}
        {here && backup.fresh > 0 && (
          <button type="button" disabled={busy} onClick={onFill}>
            {t('keptFill')}
          </button>
        )}
      </div>
    </section>
  );
}
