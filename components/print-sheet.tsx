import { ForeignText } from './foreign-text.tsx';
import { timeText } from './formats.ts';
import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { PrintView } from './view-models.ts';

type PrintSheetProps = {
  /** Null where nothing waits to be printed; `over` once the codes were taken off the page. */
  readonly sheet: PrintView | 'over' | null;
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

/** Backup codes on paper: whose they are, where they are used, and from which day. */
export function PrintSheet({ sheet, onPrint, onClose }: PrintSheetProps) {
  const t = useText();
  if (sheet === null || sheet === 'over')
    return (
      <main class="sheet">
        <h1>{t('printTitle')}</h1>
        <p role="status">{t(sheet === null ? 'printNothing' : 'printOver')}</p>
      </main>
    );
  const { issuer, account, sites, codes, atUnixMs } = sheet;
  return (
    <main class="sheet">
      <h1>{t('printTitle')}</h1>
      <dl>
        <dt>{t('foundService')}</dt>
        <dd>
          <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
        </dd>
        <dt>{t('foundAccount')}</dt>
        <dd>
          <ForeignText text={account} fallback={t('unnamedAccount')} />
        </dd>
        <dt>{t('foundSite')}</dt>
        <dd>
          {sites.map((site) => (
            <SiteName key={site.name} site={site} />
          ))}
        </dd>
        <dt>{t('printDate')}</dt>
        <dd>{timeText(t, atUnixMs, { dateStyle: 'long' })}</dd>
      </dl>
      <ul class="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>
              <ForeignText text={code} />
            </code>
          </li>
        ))}
      </ul>
      <p>{t('printAdvice')}</p>
      <p class="screen-only hint">{t('printShort')}</p>
      <div class="buttons screen-only">
        <button type="button" class="primary" onClick={onPrint}>
          {t('backupPrint')}
        </button>
        <button type="button" onClick={onClose}>
          {t('firstDoneButton')}
        </button>
      </div>
    </main>
  );
}
