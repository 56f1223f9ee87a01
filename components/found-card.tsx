import { ForeignText } from './foreign-text.tsx';
import { counted } from './formats.ts';
import { FoundNamesakes } from './found-namesakes.tsx';
import { LookAlike } from './look-alike.tsx';
import { Monogram } from './monogram.tsx';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { FoundView, LookAlikeView } from './view-models.ts';

type FoundCardProps = {
  readonly found: FoundView;
  /** The exact origin that the account will belong to. */
  readonly site: string;
  readonly busy: boolean;
  /** The account's site that this one is easily taken for. */
  readonly lookAlike?: LookAlikeView | null;
  /** What has to happen before it can be added; absent when it can be. */
  readonly first?: 'choose' | 'unlock';
  readonly onAdd: (index: number) => void;
  /** Replaces the stored account of an id, which was one of those shown. */
  readonly onReplace: (index: number, entryId: string) => void;
  readonly onKeepBoth: (index: number) => void;
  /** Tells what a phone beside this computer means. */
  readonly onPhoneHelp?: () => void;
  /** Present when the stored entry's code can be filled on this page. */
  readonly onUseExisting?: (index: number) => void;
};

/** An account read from the page: what it is, what would be saved, and the one button that saves it. */
export function FoundCard({ found, site, busy, lookAlike = null, first, ...act }: FoundCardProps) {
  const t = useText();
  // What was just warned of is not what Enter does.
  const firstAct = lookAlike === null ? { class: 'primary', 'data-first-act': true } : {};
  const titleId = `found-title-${found.index}`;
  const { digits, periodSeconds, algorithm } = found;
  const details =
    periodSeconds === null
      ? counted(t, 'foundDetailsCounter', digits, [algorithm])
      : counted(t, 'foundDetails', digits, [String(periodSeconds), algorithm]);
  return (
    <section class="card" aria-labelledby={`${titleId} ${titleId}-issuer ${titleId}-account`} aria-busy={busy}>
      <div class="card-head">
        <Monogram name={found.issuer} sites={[{ name: site, ascii: null }]} />
        <h2 id={titleId}>{t('foundTitle')}</h2>
      </div>
      <dl>
        <dt>{t('foundService')}</dt>
        <dd class="strong" id={`${titleId}-issuer`}>
          <ForeignText text={found.issuer} fallback={t('unnamedIssuer')} />
        </dd>
        <dt>{t('foundAccount')}</dt>
        <dd id={`${titleId}-account`}>
          <ForeignText text={found.account} fallback={t('unnamedAccount')} />
        </dd>
        <dt>{t('foundSite')}</dt>
        <dd>
          <ForeignText text={site} />
        </dd>
        <dt>{t('foundSaved')}</dt>
        <dd>{details}</dd>
      </dl>
      {found.otherKeyShown && found.status !== 'already-here' && (
        <Notice kind="warning">
          <p data-other-key>{t('foundOtherKey')}</p>
        </Notice>
      )}
      {lookAlike !== null && (
        <LookAlike lookAlike={lookAlike}>
          {t(found.status === 'already-here' ? 'lookAlikeNothing' : 'lookAlikeAdd')}
        </LookAlike>
      )}
      {first !== undefined && (
        <p class="next-step">{t(first === 'choose' ? 'foundChooseFirst' : 'foundUnlockFirst')}</p>
      )}
      {first === undefined && found.status === 'new' && (
        <button type="button" {...firstAct} disabled={busy} onClick={() => act.onAdd(found.index)}>
          {t(busy ? 'foundAdding' : 'foundAdd')}
        </button>
      )}
      {found.status === 'already-here' && <p class="state">{t('foundAlreadyHere')}</p>}
      {found.status === 'already-here' && act.onUseExisting !== undefined && (
        <button
          type="button"
          class="primary"
          data-first-act
          disabled={busy}
          onClick={() => act.onUseExisting?.(found.index)}
        >
          {t('foundUseExisting')}
        </button>
      )}
      {found.status === 'other-secret' && (
        <FoundNamesakes
          namesakes={found.namesakes}
          busy={busy}
          onReplace={(entryId) => act.onReplace(found.index, entryId)}
          onKeepAll={() => act.onKeepBoth(found.index)}
        />
      )}
      <p class="hint">{t('foundPhone')}</p>
      {act.onPhoneHelp !== undefined && (
        <button type="button" class="plain" onClick={act.onPhoneHelp}>
          {t('helpPhone')}
        </button>
      )}
    </section>
  );
}
