import { useFocusOnShow } from './focus-on-show.ts';
import { numberText } from './formats.ts';
import { LeftOut } from './left-out.tsx';
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
      <LeftOut title={t('leaveLeftTitle')} accounts={leftOut.map((one) => ({ ...one, why: reasonKeys[one.why] }))} />
      {count > 0 && <p>{t('leaveThen')}</p>}
      <button type="button" onClick={onBack}>
        {t('leaveOther')}
      </button>
    </div>
  );
}
