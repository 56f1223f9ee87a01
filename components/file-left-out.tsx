import { numberText } from './formats.ts';
import { LeftOut } from './left-out.tsx';
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
      <LeftOut title={t('fileLeftTitle')} accounts={leftOut.map((one) => ({ ...one, why: leftKeys[one.why] }))} />
      {others > 0 && <p class="hint">{t('fileOthers', [numberText(t, others)])}</p>}
    </>
  );
}
