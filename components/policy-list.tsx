import type { Policies } from '../lib/app/policies.ts';
import { organisationOf } from './organisation.ts';
import { useText } from './text.ts';

/** What an organisation has set, so that nobody is bound by what they cannot see. */
export function PolicyList({ policies }: { readonly policies: Policies }) {
  const t = useText();
  const { allowedPortals, autoLockMostMinutes, presetPortal, helpLink, unreadable } = policies;
  const name = organisationOf(t, policies);
  return (
    <section aria-labelledby="policy-title">
      <h2 id="policy-title">{t('policyTitle', [name])}</h2>
      {unreadable.length > 0 && <p>{t('policyUnreadable', [unreadable.join(', ')])}</p>}
      <ul class="policies">
        {allowedPortals !== null && allowedPortals.length === 0 && <li>{t('policyNoPortals')}</li>}
        {allowedPortals !== null && allowedPortals.length > 0 && (
          <li>
            {t('policyPortals')}
            <ul>
              {allowedPortals.map((origin) => (
                <li key={origin}>{origin}</li>
              ))}
            </ul>
          </li>
        )}
        {policies.passphraseRequired && <li>{t('policyPassphrase')}</li>}
        {autoLockMostMinutes !== null && <li>{t('policyAutoLock', [String(autoLockMostMinutes)])}</li>}
        {policies.plainExportForbidden && <li>{t('policyExport')}</li>}
        {presetPortal !== null && <li>{t('policyPreset', [presetPortal])}</li>}
      </ul>
      {helpLink !== null && (
        <p>
          <a href={helpLink} target="_blank" rel="noopener noreferrer">
            {t('policyHelp', [name])}
          </a>
        </p>
      )}
    </section>
  );
}
