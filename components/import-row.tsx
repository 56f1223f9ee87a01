import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ForeignText } from './foreign-text.tsx';
import { dayText, listText } from './formats.ts';
import { Monogram } from './monogram.tsx';
import { SiteName } from './site-name.tsx';
import { useText } from './text.ts';
import type { ImportRowView, SiteNameView } from './view-models.ts';

/** Names of sites in a row, as text. */
function Sites({ sites }: { readonly sites: readonly SiteNameView[] }) {
  return (
    <>
      {sites.map((site) => (
        <span key={site.name} class="quiet">
          {' '}
          {/* Letters of another script may look like a known name: then it is shown as the browser writes it too. */}
          {site.ascii === null ? <ForeignText text={site.name} /> : <SiteName site={site} />}
        </span>
      ))}
    </>
  );
}

type NamesProps = {
  readonly row: Pick<ImportRowView, 'issuer' | 'account' | 'sites'>;
  readonly id?: string;
};

function Names({ row: { issuer, account, sites }, id }: NamesProps) {
  const t = useText();
  return (
    <span id={id}>
      <span class="strong">
        <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
      </span>{' '}
      <ForeignText text={account} fallback={t('unnamedAccount')} />
      <Sites sites={sites} />
    </span>
  );
}

/** An account that is added, left as it is, or cannot be read, with what there is to say of it. */
export function ImportRow({ row, children }: { readonly row: ImportRowView; readonly children?: ComponentChildren }) {
  return (
    <li>
      <div class="signed">
        <Monogram name={row.issuer} sites={row.sites} />
        <Names row={row} />
      </div>
      {children !== undefined && children !== null && <p class="hint">{children}</p>}
    </li>
  );
}

const reasonKeys = {
  secret: 'importUnreadableSecret',
  parameters: 'importUnreadableParameters',
  fields: 'importUnreadableFields',
  newer: 'importUnreadableNewer',
} as const;

/** What a row says below its names; null for nothing. */
export function useRowHint(): (row: ImportRowView) => string | null {
  const t = useText();
  return ({ verdict }) => {
    if (verdict.kind === 'new')
      return verdict.removedUnixMs === null ? null : t('importRemoved', [dayText(t, verdict.removedUnixMs)]);
    if (verdict.kind === 'same') return verdict.differs ? t('importSameDiffers') : null;
    return verdict.kind === 'unreadable' ? t(reasonKeys[verdict.reason]) : null;
  };
}

type DifferingRowProps = {
  readonly row: ImportRowView;
  readonly busy: boolean;
  readonly beside: boolean;
  readonly onBeside: (beside: boolean) => void;
};

const differenceKeys = {
  codes: 'importDiffersCodes',
  sites: 'importDiffersOtherSites',
  names: 'importDiffersNames',
} as const;

/** An account that is nearly the same as one here: ours stays as it is, and this one is added beside it or not at all. */
export function DifferingRow({ row, busy, beside, onBeside }: DifferingRowProps) {
  const t = useText();
  const id = useId();
  const { verdict } = row;
  if (verdict.kind !== 'conflicting') return null;
  const since = listText(
    t,
    verdict.mine.map(({ createdUnixMs }) => dayText(t, createdUnixMs)),
  );
  const sites = verdict.mine.flatMap((mine) => mine.sites);
  const renamed = verdict.differs === 'names' ? verdict.mine : [];
  return (
    <li>
      <div class="signed">
        <Monogram name={row.issuer} sites={row.sites} />
        <Names row={row} id={`${id}-names`} />
      </div>
      <p class="hint">
        {t(differenceKeys[verdict.differs])}
        {renamed.map((mine, at) => (
          <span key={at}>
            {' '}
            <Names row={{ ...mine, sites: [] }} />
          </span>
        ))}
      </p>
      <p class="hint">
        {t('importDiffersDates', [since, dayText(t, verdict.createdUnixMs)])}
        {sites.length > 0 && (
          <>
            {' '}
            {t('importDiffersSites')}
            <Sites sites={sites} />
          </>
        )}
      </p>
      <label class="check">
        <input
          type="checkbox"
          checked={beside}
          disabled={busy}
          // Of many such boxes each says whose it is.
          aria-labelledby={`${id}-beside ${id}-names`}
          onChange={(event) => onBeside(event.currentTarget.checked)}
        />
        <span id={`${id}-beside`}>{t('importBeside')}</span>
      </label>
    </li>
  );
}
