import { useFocusOnShow } from './focus-on-show.ts';
import { StillOn } from './still-on.tsx';
import { useText } from './text.ts';
import type { SiteNameView } from './view-models.ts';

type RemoveQuestionProps = {
  readonly busy: boolean;
  /** Whether a phone has shown that it makes the codes too. */
  readonly onPhone: boolean;
  /** Where two-factor login stays on. */
  readonly sites: readonly SiteNameView[];
  /** The way to the security settings of the site in front, where the account is one of it and its page leads there. */
  readonly securityPage: string | null;
  readonly onSecurityPage: () => void;
  readonly onKeep: () => void;
  readonly onRemove: () => void;
};

/** Asks once more before an account is removed, says that it stays on at its sites, and leads there. */
export function RemoveQuestion({ busy, onPhone, sites, securityPage, ...on }: RemoveQuestionProps) {
  const t = useText();
  // Beside a proven phone it stands under that one's heading, else under the account's name.
  const Title = onPhone ? 'h3' : 'h2';
  const title = useFocusOnShow<HTMLHeadingElement>();
  return (
    <>
      <Title ref={title} tabIndex={-1}>
        {t('removeTitle')}
      </Title>
      <p>{t(onPhone ? 'removeLead' : 'removeLeadAlone')}</p>
      {sites.length > 0 && (
        <p>
          <StillOn sites={sites} />
        </p>
      )}
      {securityPage !== null && (
        <p>
          {t('removeSecurity')}{' '}
          <button type="button" class="plain" title={securityPage} disabled={busy} onClick={on.onSecurityPage}>
            {t('helpSecurity')}
          </button>
        </p>
      )}
      <div class="buttons">
        <button type="button" disabled={busy} onClick={on.onRemove}>
          {t(busy ? 'working' : 'removeConfirm')}
        </button>
        <button type="button" class="primary" disabled={busy} onClick={on.onKeep}>
          {t('removeKeep')}
        </button>
      </div>
    </>
  );
}
