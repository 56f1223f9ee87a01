import type { Policies } from '../lib/app/policies.ts';
import { Notice } from './notice.tsx';
import { organisationOf } from './organisation.ts';
import { useText } from './text.ts';

type PolicyProps = { readonly policies: Policies };

/** Says that nothing is added or filled at the site in front, and who decided so. */
export function SiteClosed({ policies }: PolicyProps) {
  const t = useText();
  return <Notice kind="info">{t('policySiteClosed', [organisationOf(t, policies)])}</Notice>;
}

/** Asks for the passphrase that an organisation requires, where this computer opens Doorcode without one. */
export function AskPassphrase({ policies, onChoose }: PolicyProps & { readonly onChoose: () => void }) {
  const t = useText();
  return (
    <Notice kind="warning">
      <p>{t('policyAskPassphrase', [organisationOf(t, policies)])}</p>
      <button type="button" class="primary" onClick={onChoose}>
        {t('keysChoose')}
      </button>
    </Notice>
  );
}

/** The customer area that an organisation offers first; nothing where it offers none. */
export function PresetPortal({ policies }: PolicyProps) {
  const t = useText();
  const { presetPortal, organisationName } = policies;
  if (presetPortal === null) return null;
  return (
    <p class="view">
      <a href={presetPortal} target="_blank" rel="noopener noreferrer">
        {t('policyOpen', [organisationName ?? new URL(presetPortal).host])}
      </a>
    </p>
  );
}
