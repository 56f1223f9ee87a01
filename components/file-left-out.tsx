import { ForeignText } from './foreign-text.tsx';
import { numberText } from './formats.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';
import type { LeftOutOfFileView } from './view-models.ts';

const leftKeys: Readonly<Record<LeftOutOfFileView['why'], TextKey>> = {
  'unknown-type': 'fileLeftKind',
  'algorithm-unknown': 'fileLeftHash',
  'digits-invalid': 'fileLeftDigits',
  'period-invalid': 'fileLeftPeriod',
  'counter-invalid': 'fileLeftCounter',
  'secret-missing': 'fileLeftNoKey',
  'no-key': 'fileLeftNoKey',
  'secret-invalid': 'fileLeftKey',
  'not-an-account': 'fileLeftOther',
  removed: 'fileLeftRemoved',
};

type FileLeftOutProps = { readonly leftOut: readonly LeftOutOfFileView[]; readonly others: number };

/** What of another app's file is not brought in, each with its reason. */
export function FileLeftOut({ leftOut, others }: FileLeftOutProps) {
  const t = useText();
  return (
    <>
      {leftOut.length > 0 && (
        <Notice kind="warning">
          <p>{t('fileLeftTitle')}</p>
          <ul>
            {leftOut.map(({ issuer, account, why }, at) => (
              <li key={at}>
                {/* Many files name an account by one text alone. */}
                {(issuer !== '' || account === '') && (
                  <>
                    <span class="strong">
                      <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
                    </span>{' '}
                  </>
                )}
                <ForeignText text={account} fallback={t('unnamedAccount')} />: {t(leftKeys[why])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {others > 0 && <p class="hint">{t('fileOthers', [numberText(t, others)])}</p>}
    </>
  );
}
