import { NewPassphrase } from './new-passphrase.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { useText } from './text.ts';

type ExportFormProps = {
  readonly busy: boolean;
  /** What is asked of whoever saves the copy first; null once it was answered. */
  readonly question: {
    readonly wrong: boolean;
    readonly withoutPassphrase: boolean;
    readonly onReopen: (passphrase: string) => void;
  } | null;
  readonly onExport: (passphrase: string) => void;
  readonly onCancel: () => void;
};

/** Asks who saves a copy, and then for the passphrase of the encrypted file; an unencrypted export is not offered here. */
export function ExportForm({ busy, question, onExport, onCancel }: ExportFormProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="export-title">
      <h1 id="export-title">{t('exportTitle')}</h1>
      {question !== null && <ReopenForm about="copy" busy={busy} {...question} onCancel={onCancel} />}
      {question === null && (
        <>
          <p>{t('exportLead')}</p>
          <NewPassphrase busy={busy} submitText={t('exportButton')} onPassphrase={onExport} />
          <button type="button" class="plain" onClick={onCancel}>
            {t('cancel')}
          </button>
        </>
      )}
    </section>
  );
}
