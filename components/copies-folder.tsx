import { ChoiceField } from './choice-field.tsx';
import { timeText } from './formats.ts';
import { useText } from './text.ts';
import type { CopyFileView, FolderView } from './view-models.ts';

const offeredCounts = [3, 5, 10, 20, 50];

type CopiesFolderProps = {
  readonly state: Extract<FolderView, 'none' | 'needs-press' | 'ready'>;
  readonly files: readonly CopyFileView[];
  readonly keep: number;
  readonly busy: boolean;
  readonly onChoose: () => void;
  readonly onAllow: () => void;
  readonly onSave: () => void;
  readonly onKeep: (keep: number) => void;
  readonly onPassphrase: () => void;
  readonly onStop: () => void;
};

const sentences = { none: 'copiesFolderNone', 'needs-press': 'copiesAutoPress', ready: 'copiesFolderReady' } as const;

function Files({ files }: Pick<CopiesFolderProps, 'files'>) {
  const t = useText();
  return (
    <section aria-labelledby="copies-files">
      <h2 id="copies-files">{t('copiesFiles')}</h2>
      {files.length === 0 && <p>{t('copiesFilesNone')}</p>}
      <ul>
        {files.map(({ name, createdUnixMs, ours }) => (
          <li key={name}>
            {timeText(t, createdUnixMs, { dateStyle: 'medium', timeStyle: 'short' })} <bdi class="quiet">{name}</bdi>{' '}
            {!ours && t('copiesFileOther')}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The folder that copies go into, with what lies in it; one act at a time is the one to press next. */
export function CopiesFolder({ state, files, keep, busy, ...act }: CopiesFolderProps) {
  const t = useText();
  const counts = [...new Set([...offeredCounts, keep])].sort((a, b) => a - b);
  return (
    <>
      <section aria-labelledby="copies-folder">
        <h2 id="copies-folder">{t('copiesFolderTitle')}</h2>
        <p>{t(sentences[state])}</p>
        <div class="buttons">
          {state === 'needs-press' && (
            <button type="button" class="primary" disabled={busy} onClick={act.onAllow}>
              {t('copiesFolderAllow')}
            </button>
          )}
          {state === 'ready' && (
            <button type="button" class="primary" disabled={busy} onClick={act.onSave}>
              {t('copiesNow')}
            </button>
          )}
          <button type="button" class={state === 'none' ? 'primary' : ''} disabled={busy} onClick={act.onChoose}>
            {t(state === 'none' ? 'copiesFolderChoose' : 'copiesFolderOther')}
          </button>
        </div>
      </section>
      {state === 'ready' && <Files files={files} />}
      <section>
        <ChoiceField
          label={t('copiesKeep')}
          value={String(keep)}
          choices={counts.map((count) => ({ value: String(count), text: String(count) }))}
          onValue={(value) => act.onKeep(Number(value))}
        />
        <p class="hint">{t('copiesKeepHint')}</p>
        <div class="buttons">
          <button type="button" disabled={busy} onClick={act.onPassphrase}>
            {t('copiesPassphraseOther')}
          </button>
          <button type="button" disabled={busy} onClick={act.onStop}>
            {t('copiesStop')}
          </button>
        </div>
      </section>
    </>
  );
}
