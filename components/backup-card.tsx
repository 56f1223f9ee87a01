import { useState } from 'preact/hooks';
import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';

/** Backup codes that a site showed, with its own sentence before them, and the accounts that they may belong to. */
export type OfferView = {
  readonly quote: string;
  readonly codes: readonly string[];
  readonly entryId: string | null;
  readonly accounts: readonly {
    readonly id: string;
    readonly issuer: string;
    readonly account: string;
    readonly hasCodes: boolean;
  }[];
};

type BackupCardProps = {
  readonly offer: OfferView;
  readonly busy: boolean;
  /** Absent where an organisation forbids it. */
  readonly onPrint?: (entryId: string | null) => void;
  readonly onCopy: () => void;
  readonly onKeep: (entryId: string) => void;
  readonly onDiscard: () => void;
};

/** Offers to keep a site's backup codes; a safe place outside this computer comes first. */
export function BackupCard({ offer, busy, onPrint, onCopy, onKeep, onDiscard }: BackupCardProps) {
  const t = useText();
  const { accounts } = offer;
  const [chosen, choose] = useState(offer.entryId ?? (accounts.length === 1 ? accounts[0]?.id : undefined));
  return (
    <section class="card backup" aria-labelledby="backup-title" aria-busy={busy}>
      <h2 id="backup-title">{t(offer.codes.length === 1 ? 'backupTitle' : 'backupTitleList')}</h2>
      <p>
        {t('backupQuote')}{' '}
        <q>
          <ForeignText text={offer.quote} fallback="" />
        </q>
      </p>
      <ul class="backup-codes">
        {offer.codes.map((code) => (
          <li key={code}>
            <code>
              <ForeignText text={code} fallback="" />
            </code>
          </li>
        ))}
      </ul>
      <p class="next-step">{t('backupSafePlace')}</p>
      <p>{t('backupOnlyHere')}</p>
      <div class="buttons">
        {onPrint !== undefined && (
          <button type="button" disabled={busy} onClick={() => onPrint(chosen ?? null)}>
            {t('backupPrint')}
          </button>
        )}
        <button type="button" disabled={busy} onClick={onCopy}>
          {t('backupCopy')}
        </button>
      </div>
      {accounts.length > 1 && (
        <fieldset>
          <legend>{t('backupWhose')}</legend>
          {accounts.map(({ id, issuer, account }) => (
            <label key={id} class="choice">
              <input type="radio" name="backup-account" checked={id === chosen} onChange={() => choose(id)} />{' '}
              <ForeignText text={issuer} fallback={t('unnamedIssuer')} />{' '}
              <ForeignText text={account} fallback={t('unnamedAccount')} />
            </label>
          ))}
        </fieldset>
      )}
      {accounts.some(({ id, hasCodes }) => id === chosen && hasCodes) && <p>{t('backupReplaces')}</p>}
      <div class="buttons">
        <button
          type="button"
          class="primary"
          disabled={busy || chosen === undefined}
          onClick={() => chosen !== undefined && onKeep(chosen)}
        >
          {t('backupKeep')}
        </button>
        <button type="button" disabled={busy} onClick={onDiscard}>
          {t('backupDiscard')}
        </button>
      </div>
    </section>
  );
}
