import { NewPassphrase } from './new-passphrase.tsx';
import { useText } from './text.ts';

type ExportFormProps = {
  readonly busy: boolean;
  readonly onExport: (passphrase: string) => void;
  readonly onCancel: () => void;
};

/** Asks for the passphrase of an encrypted backup file; an unencrypted export is not offered here. */
export function ExportForm({ busy, onExport, onCancel }: ExportFormProps) {
  const t = useText();
  return (
    <section class="view" aria-labelledby="export-title">
      <h1 id="export-title">{t('exportTitle')}</h1>
      <p>{t('exportLead')}</p>
      <NewPassphrase busy={busy} submitText={t('exportButton')} onPassphrase={onExport} />
      <button type="button" class="plain" onClick={onCancel}>
        {t('cancel')}
      </button>
    </section>
  );
}
