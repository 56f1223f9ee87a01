import { useState } from 'preact/hooks';
import { Field } from './field.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { FormButtons } from './form-buttons.tsx';
import { numberText, spanText } from './formats.ts';
import { ImportPreview } from './import-preview.tsx';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { FileProblemView, ForeignFileView, LeftOutOfFileView } from './view-models.ts';

const problemKeys: Readonly<Record<FileProblemView, Parameters<ReturnType<typeof useText>>[0]>> = {
  damaged: 'fileDamaged',
  'too-large': 'fileTooLarge',
  'too-many': 'fileTooMany',
  unrecognised: 'fileUnknown',
  'nothing-in-it': 'fileNothing',
  'account-restricted': 'fileRestricted',
  'microsoft-cloud': 'fileMicrosoft',
  pgp: 'filePgp',
  sqlite: 'fileDatabase',
  'keepass-database': 'fileKeePass',
  age: 'fileAge',
  doorcode: 'fileOurs',
};

const leftKeys: Readonly<Record<LeftOutOfFileView['why'], Parameters<ReturnType<typeof useText>>[0]>> = {
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

type ForeignFileProps = {
  readonly file: ForeignFileView;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  /** The customer has the time. */
  readonly onCostly: () => void;
  readonly onAccept: (beside: readonly number[]) => void;
  readonly onClose: () => void;
};

function Locked({
  file,
  busy,
  onPassphrase,
  onClose,
}: ForeignFileProps & {
  readonly file: { readonly kind: 'passphrase'; readonly app: string; readonly wrong: boolean };
}) {
  const t = useText();
  const [passphrase, setPassphrase] = useState('');
  return (
    <form
      aria-busy={busy}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onPassphrase(passphrase);
      }}
    >
      <h2>{t('filePassphraseTitle')}</h2>
      <p>
        {t('fileOf', [file.app])} {t('filePassphraseLead')}
      </p>
      <Field
        label={t('filePassphrase')}
        type="password"
        value={passphrase}
        onValue={setPassphrase}
        disabled={busy}
        problem={file.wrong && !busy ? t('filePassphraseWrong') : null}
      />
      <FormButtons disabled={busy} onCancel={onClose}>
        {t(busy ? 'working' : 'fileOpen')}
      </FormButtons>
    </form>
  );
}

function LeftOut({ leftOut, others }: { readonly leftOut: readonly LeftOutOfFileView[]; readonly others: number }) {
  const t = useText();
  return (
    <>
      {leftOut.length > 0 && (
        <Notice kind="warning">
          <p>{t('fileLeftTitle')}</p>
          <ul>
            {leftOut.map(({ issuer, account, why }, at) => (
              <li key={at}>
                <span class="strong">
                  <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
                </span>{' '}
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

/** Another app's file on its way in: read, unlocked, looked through; or why it brings nothing. */
export function ForeignFile(props: ForeignFileProps) {
  const { file, busy, onCostly, onAccept, onClose } = props;
  const t = useText();
  const problem = useFocusOnShow<HTMLDivElement>();
  switch (file.kind) {
    case 'reading':
      return (
        <section aria-busy="true">
          <p role="status">
            {file.part === null
              ? t('fileReading')
              : t('fileReadingPart', [numberText(t, file.part, { style: 'percent' })])}
          </p>
          {file.part !== null && <progress value={file.part} />}
          <button type="button" onClick={onClose}>
            {t('fileStop')}
          </button>
        </section>
      );
    case 'passphrase':
      return <Locked {...props} file={file} />;
    case 'costly':
      return (
        <section>
          <h2>{t('fileCostlyTitle')}</h2>
          <p>{t('fileCostlyLead', [spanText(t, file.seconds)])}</p>
          <div class="buttons">
            <button type="button" class="primary" disabled={busy} onClick={onCostly}>
              {t('fileCostlyStart')}
            </button>
            <button type="button" onClick={onClose}>
              {t('cancel')}
            </button>
          </div>
        </section>
      );
    case 'problem':
      return (
        <div ref={problem} tabIndex={-1}>
          <Notice kind="error">{t(problemKeys[file.problem])}</Notice>
        </div>
      );
    case 'preview':
      return (
        <>
          {file.app !== '' && <p>{t('fileOf', [file.app])}</p>}
          <LeftOut leftOut={file.leftOut} others={file.others} />
          <ImportPreview
            rows={file.rows}
            changed={file.changed}
            intact
            busy={busy}
            onAccept={onAccept}
            onCancel={onClose}
          />
        </>
      );
  }
}
