import { ForeignText } from './foreign-text.tsx';
import { counted, timeText } from './formats.ts';
import { QrPicture } from './qr-picture.tsx';
import { type Translate, useText } from './text.ts';
import type { SheetAccountView, SheetView } from './view-models.ts';

type AccountSheetProps = {
  /** `over` once the keys were taken off the page. */
  readonly sheet: SheetView | 'over';
  readonly onPrint: () => void;
  readonly onClose: () => void;
};

function codesText(t: Translate, codes: NonNullable<SheetAccountView['codes']>): string {
  if (codes.kind === 'steam') return t('manualKindSteam');
  const { digits, algorithm, periodSeconds } = codes;
  return periodSeconds === null
    ? counted(t, 'foundDetailsCounter', digits, [algorithm])
    : counted(t, 'foundDetails', digits, [String(periodSeconds), algorithm]);
}

function Account({ issuer, account, modules, setupKey, codes }: SheetAccountView) {
  const t = useText();
  return (
    <li>
      {modules !== null && <QrPicture modules={modules} label={t('moveQrOne')} />}
      <div>
        <h2>
          <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
        </h2>
        <p>
          <ForeignText text={account} fallback={t('unnamedAccount')} />
        </p>
        <dl>
          <dt>{t('sheetKey')}</dt>
          <dd>
            <code dir="ltr">{setupKey}</code>
          </dd>
          {codes !== null && (
            <>
              <dt>{t('sheetCodes')}</dt>
              <dd>{codesText(t, codes)}</dd>
            </>
          )}
        </dl>
      </div>
    </li>
  );
}

/** All accounts on paper: of each its names, its QR code and its setup key, and how its codes are made where that is unusual. */
export function AccountSheet({ sheet, onPrint, onClose }: AccountSheetProps) {
  const t = useText();
  if (sheet === 'over')
    return (
      <main class="sheet">
        <h1>{t('sheetTitle')}</h1>
        <p role="status">{t('sheetOver')}</p>
      </main>
    );
  return (
    <main class="sheet">
      <h1>{t('sheetTitle')}</h1>
      <p>{timeText(t, sheet.atUnixMs, { dateStyle: 'long' })}</p>
      <p>{t('sheetAdvice')}</p>
      <p class="screen-only hint">{t('sheetShort')}</p>
      <div class="buttons screen-only">
        <button type="button" class="primary" onClick={onPrint}>
          {t('leavePrint')}
        </button>
        <button type="button" onClick={onClose}>
          {t('firstDoneButton')}
        </button>
      </div>
      <ul class="sheet-accounts">
        {sheet.accounts.map((account, at) => (
          <Account key={at} {...account} />
        ))}
      </ul>
    </main>
  );
}
