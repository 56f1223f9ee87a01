import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { numberText } from './formats.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { LeavingView } from './view-models.ts';

const reasonKeys = {
  kind: 'leaveLeftKind',
  parameters: 'leaveLeftParameters',
  'too-long': 'leaveLeftLong',
} as const;

type WrittenFileProps = {
  readonly file: Extract<LeavingView, { readonly kind: 'written' }>;
  readonly onBack: () => void;
};

/** Says what the file holds and what it does not, and what is to be done before anybody relies on it. */
export function WrittenFile({ file: { fileName, count, leftOut }, onBack }: WrittenFileProps) {
  const t = useText();
  const shown = useFocusOnShow<HTMLDivElement>();
  return (
    <div ref={shown} tabIndex={-1}>
      {count > 0 ? (
        <Notice kind="success">{t('leaveSaved', [fileName, numberText(t, count)])}</Notice>
      ) : (
        <Notice kind="warning">{t('leaveNothing')}</Notice>
      )}
      {leftOut.length > 0 && (
        <Notice kind="warning">
          <p>{t('leaveLeftTitle')}</p>
          <ul>
            {leftOut.map(({ issuer, account, why }, at) => (
              <li key={at}>
                <span class="strong">
                  <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
                </span>{' '}
                <ForeignText text={account} fallback={t('unnamedAccount')} />: {t(reasonKeys[why])}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {count > 0 && <p>{t('leaveThen')}</p>}
      <button type="button" onClick={onBack}>
        {t('leaveOther')}
      </button>
    </div>
  );
}
