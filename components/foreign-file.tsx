import { FileLeftOut } from './file-left-out.tsx';
import { FilePassphrase } from './file-passphrase.tsx';
import { useFocusOnShow } from './focus-on-show.ts';
import { ForeignText } from './foreign-text.tsx';
import { numberText, spanText } from './formats.ts';
import { ImportPreview } from './import-preview.tsx';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';
import type { FileProblemView, ForeignFileView } from './view-models.ts';

const problemKeys: Readonly<Record<FileProblemView, TextKey>> = {
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

type Closing = { readonly onClose: () => void };

/** The reading of a file, which can be stopped. Each view takes the focus that went with the one before it. */
function Reading({ part, onClose }: Closing & { readonly part: number | null }) {
  const t = useText();
  // Not the button: a second press of the key that sent the passphrase would stop the reading.
  const shown = useFocusOnShow<HTMLElement>();
  return (
    <section ref={shown} tabIndex={-1} aria-busy="true" aria-label={t('fileReading')}>
      <p role="status">{t('fileReading')}</p>
      {part !== null && (
        <label class="file-part">
          {t('fileReadingPart', [numberText(t, part, { style: 'percent', maximumFractionDigits: 0 })])}
          <progress value={part} />
        </label>
      )}
      <button type="button" onClick={onClose}>
        {t('fileStop')}
      </button>
    </section>
  );
}

/** A file whose key takes long, before that is begun. */
function Costly({
  seconds,
  busy,
  onCostly,
  onClose,
}: Closing & { readonly seconds: number; readonly busy: boolean; readonly onCostly: () => void }) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <section aria-labelledby="costly-title">
      <h2 id="costly-title" ref={title} tabIndex={-1}>
        {t('fileCostlyTitle')}
      </h2>
      <p>{t('fileCostlyLead', [spanText(t, seconds)])}</p>
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
}

/** Why a file brings nothing, with the way out. */
function Problem({
  name,
  problem,
  onRestore,
}: {
  readonly name: string;
  readonly problem: FileProblemView;
  readonly onRestore: () => void;
}) {
  const t = useText();
  const shown = useFocusOnShow<HTMLDivElement>();
  return (
    <div ref={shown} tabIndex={-1}>
      <Notice kind="error">
        <p>
          <ForeignText text={name} fallback={t('phonePicture')} />: {t(problemKeys[problem])}
        </p>
        {problem === 'doorcode' && (
          <button type="button" onClick={onRestore}>
            {t('restoreTitle')}
          </button>
        )}
      </Notice>
    </div>
  );
}

type ForeignFileProps = {
  readonly file: ForeignFileView;
  readonly busy: boolean;
  readonly onPassphrase: (passphrase: string) => void;
  /** The customer has the time. */
  readonly onCostly: () => void;
  readonly onAccept: (beside: readonly number[]) => void;
  /** Opens the screen that restores a saved copy of ours. */
  readonly onRestore: () => void;
  readonly onClose: () => void;
};

/** Another app's file on its way in: read, unlocked, looked through; or why it brings nothing. */
export function ForeignFile({ file, busy, onPassphrase, onCostly, onAccept, onRestore, onClose }: ForeignFileProps) {
  const t = useText();
  switch (file.kind) {
    case 'reading':
      return <Reading part={file.part} onClose={onClose} />;
    case 'passphrase':
      return (
        <FilePassphrase
          app={file.app}
          guess={file.guess === true}
          wrong={file.wrong}
          busy={busy}
          onPassphrase={onPassphrase}
          onClose={onClose}
        />
      );
    case 'costly':
      return <Costly seconds={file.seconds} busy={busy} onCostly={onCostly} onClose={onClose} />;
    case 'problem':
      return <Problem name={file.name} problem={file.problem} onRestore={onRestore} />;
    case 'preview':
      return (
        <>
          {file.app !== '' && <p>{t('fileOf', [file.app])}</p>}
          <FileLeftOut leftOut={file.leftOut} others={file.others} />
          {/* A list that changed begins anew: what was chosen in the one before may stand elsewhere. */}
          <ImportPreview
            key={file.shown}
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
