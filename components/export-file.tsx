import type { Policies } from '../lib/app/policies.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { Notice } from './notice.tsx';
import { organisationOf } from './organisation.ts';
import { ReopenForm } from './reopen-form.tsx';
import { useText } from './text.ts';
import type { FileKindView, LeavingView } from './view-models.ts';
import { WrittenFile } from './written-file.tsx';

type ExportFileProps = {
  readonly leaving: LeavingView;
  readonly isEmpty: boolean;
  /** Present where an organisation forbids files that anybody can read. */
  readonly forbidden: Policies | null;
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly onFormat: (format: FileKindView) => void;
  readonly onProof: (passphrase: string) => void;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onBack: () => void;
};

const aboutOf = (format: FileKindView) =>
  format === 'aegis-sealed' ? 'sealed' : format === 'paper' ? 'paper' : 'plain';

/** Lets the customer choose the other app: the file that is sealed first, as no one else can read it. */
function Choice({ forbidden, busy, onFormat }: ExportFileProps) {
  const t = useText();
  // Names of apps are the same in every language.
  const plain: readonly { readonly format: FileKindView; readonly title: string; readonly names?: string }[] = [
    { format: 'aegis', title: 'Aegis' },
    { format: 'key-uris', title: t('leaveLinks'), names: 'Ente Auth, KeePassXC, Proton Authenticator' },
    { format: 'bitwarden', title: 'Bitwarden' },
    { format: 'two-fas', title: '2FAS' },
    { format: 'credential-exchange', title: t('leaveManagers'), names: 'Credential Exchange (CXF)' },
  ];
  const button = (format: FileKindView, title: string) => (
    <button type="button" data-format={format} disabled={busy} onClick={() => onFormat(format)}>
      {title}
    </button>
  );
  return (
    <>
      <h2>{t('leaveSealedTitle')}</h2>
      <ul class="section-links">
        <li>
          {button('aegis-sealed', t('leaveRecommended', ['Aegis']))}
          <p>{t('leaveSealedLead')}</p>
        </li>
      </ul>
      <h2>{t('leavePlainTitle')}</h2>
      {forbidden !== null ? (
        <p>{t('leaveForbidden', [organisationOf(t, forbidden)])}</p>
      ) : (
        <>
          <p>{t('leavePlainWarning')}</p>
          <ul class="section-links">
            {plain.map(({ format, title, names }) => (
              <li key={format}>
                {button(format, title)}
                {names !== undefined && <p>{names}</p>}
              </li>
            ))}
          </ul>
          <h2>{t('leavePaper')}</h2>
          <ul class="section-links">
            <li>
              {button('paper', t('leavePrint'))}
              <p>{t('leavePaperLead')}</p>
            </li>
          </ul>
          <h2>{t('moveTitle')}</h2>
          <p>
            {t('leavePhoneLead')} {t('managerToPhone')}
          </p>
        </>
      )}
    </>
  );
}

/** All accounts as a file for another app: which, who asks, the passphrase of the file, and what to do with it. */
export function ExportFile(props: ExportFileProps) {
  const t = useText();
  const { leaving, isEmpty, busy, wrong, onProof, onPassphrase, onBack } = props;
  return (
    <section aria-labelledby="manager-title">
      <h1 id="manager-title">{t('leaveTitle')}</h1>
      {isEmpty && <p>{t('leaveNone')}</p>}
      {!isEmpty && leaving.kind === 'choosing' && (
        <>
          <p>{t('leaveLead')}</p>
          {leaving.problem !== null && <Notice kind="error">{t('leaveNotWhole')}</Notice>}
          <Choice {...props} />
        </>
      )}
      {leaving.kind === 'asking' && !leaving.isProven && (
        <ReopenForm
          about={aboutOf(leaving.format)}
          busy={busy}
          wrong={wrong}
          withoutPassphrase={leaving.withoutPassphrase}
          onReopen={onProof}
          onCancel={onBack}
        />
      )}
      {leaving.kind === 'asking' && leaving.isProven && leaving.format === 'aegis-sealed' && (
        <>
          <p>{t('leavePassphraseLead')}</p>
          <NewPassphrase busy={busy} submitText={t('leaveSave')} onPassphrase={onPassphrase} />
          <button type="button" class="plain" onClick={onBack}>
            {t('cancel')}
          </button>
        </>
      )}
      {leaving.kind === 'written' && <WrittenFile file={leaving} onBack={onBack} />}
    </section>
  );
}
