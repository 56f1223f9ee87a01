import { useState } from 'preact/hooks';
import { useFocusOnShow } from './focus-on-show.ts';
import { counted } from './formats.ts';
import { ImportCounts } from './import-counts.tsx';
import { DifferingRow, ImportRow, useRowHint } from './import-row.tsx';
import { InSteps } from './in-steps.tsx';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { ImportRowView } from './view-models.ts';

type ImportPreviewProps = {
  readonly rows: readonly ImportRowView[];
  /** Whether another list was accepted, and the accounts here have changed since it was shown. */
  readonly changed: boolean;
  /** False where the file was touched outside of what is sealed. */
  readonly intact: boolean;
  readonly busy: boolean;
  /** `beside`: the places of the differing accounts that are added beside ours. */
  readonly onAccept: (beside: readonly number[]) => void;
  readonly onCancel: () => void;
};

type GroupProps = { readonly title: string; readonly lead?: string; readonly rows: readonly ImportRowView[] };

function Group({ title, lead, rows }: GroupProps) {
  const hintOf = useRowHint();
  if (rows.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      {lead !== undefined && <p class="hint">{lead}</p>}
      <InSteps
        rows={rows}
        draw={(row) => (
          <ImportRow key={row.index} row={row}>
            {hintOf(row)}
          </ImportRow>
        )}
      />
    </>
  );
}

/** What a file would bring, account by account; nothing is written before the press that accepts it. */
export function ImportPreview({ rows, changed, intact, busy, onAccept, onCancel }: ImportPreviewProps) {
  const t = useText();
  const title = useFocusOnShow<HTMLHeadingElement>();
  const [beside, setBeside] = useState<ReadonlySet<number>>(new Set());
  const of = Object.groupBy(rows, ({ verdict }) => verdict.kind);
  const { new: fresh = [], same = [], conflicting = [], unreadable = [] } = of;
  const adding = fresh.length + beside.size;
  const all = beside.size === conflicting.length;
  const toggle = (index: number, on: boolean) => {
    const next = new Set(beside);
    if (on) next.add(index);
    else next.delete(index);
    setBeside(next);
  };
  return (
    <section class="view" aria-labelledby="import-title" aria-busy={busy}>
      <h1 id="import-title" ref={title} tabIndex={-1}>
        {t('importTitle')}
      </h1>
      {changed && <Notice kind="warning">{t('importChanged')}</Notice>}
      {!intact && <Notice kind="warning">{t('importTouched')}</Notice>}
      <ImportCounts
        fresh={fresh.length}
        same={same.length}
        differing={conflicting.length}
        unreadable={unreadable.length}
      />
      <p>{t(fresh.length + conflicting.length === 0 ? 'importNothingNew' : 'importNothingYet')}</p>
      {conflicting.length > 0 && (
        <>
          <h2>{t('importDiffersTitle')}</h2>
          <p class="hint">{t('importDiffersLead')}</p>
          {conflicting.length > 1 && (
            <button
              type="button"
              disabled={busy}
              onClick={() => setBeside(new Set(all ? [] : conflicting.map(({ index }) => index)))}
            >
              {t(all ? 'importBesideNone' : 'importBesideAll')}
            </button>
          )}
          <InSteps
            rows={conflicting}
            draw={(row) => (
              <DifferingRow
                key={row.index}
                row={row}
                busy={busy}
                beside={beside.has(row.index)}
                onBeside={(on) => toggle(row.index, on)}
              />
            )}
          />
        </>
      )}
      <Group title={t('importNewTitle')} rows={fresh} />
      <Group title={t('importUnreadableTitle')} rows={unreadable} />
      <Group title={t('importSameTitle')} lead={t('importSameLead')} rows={same} />
      <div class="buttons import-end">
        {fresh.length + conflicting.length > 0 && (
          <button
            type="button"
            class="primary"
            disabled={busy || adding === 0}
            onClick={() => onAccept([...beside].toSorted((a, b) => a - b))}
          >
            {busy ? t('working') : counted(t, 'importAdd', adding)}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {t(fresh.length + conflicting.length > 0 ? 'cancel' : 'back')}
        </button>
      </div>
    </section>
  );
}
