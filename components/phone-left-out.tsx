import { AccountName } from './account-name.tsx';
import { ForeignText } from './foreign-text.tsx';
import { useText } from './text.ts';
import type { PhoneFoundView } from './view-models.ts';

const refusedKeys = { 'unknown-kind': 'phoneLeftKind', damaged: 'phoneLeftDamaged' } as const;

const otherKeys = {
  link: 'otherLink',
  wifi: 'otherWifi',
  contact: 'otherContact',
  'unknown-key': 'otherUnknownKey',
  'damaged-key': 'phoneDamagedCode',
  text: 'otherText',
} as const;

/** Names what was read and cannot be added, each with the reason. */
export function PhoneLeftOut({
  found: { refused, others },
}: {
  readonly found: Pick<PhoneFoundView, 'refused' | 'others'>;
}) {
  const t = useText();
  if (refused.length + others.length === 0) return null;
  return (
    <>
      <h3>{t('phoneLeftTitle')}</h3>
      <ul>
        {refused.map(({ issuer, account, why }, index) => (
          <li key={`refused-${index}`}>
            <AccountName issuer={issuer} account={account} />: {t(refusedKeys[why])}
          </li>
        ))}
        {others.map(({ kind, text }, index) => (
          <li key={`other-${index}`}>
            <span class="strong">{t(otherKeys[kind])}</span> {text !== '' && <ForeignText text={text} />}
          </li>
        ))}
      </ul>
    </>
  );
}
