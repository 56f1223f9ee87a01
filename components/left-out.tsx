import { ForeignText } from './foreign-text.tsx';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';
import type { TextKey } from './text-keys.ts';

type LeftOutProps = {
  readonly title: string;
  readonly accounts: readonly { readonly issuer: string; readonly account: string; readonly why: TextKey }[];
};

/** Accounts that do not come along with a file, in or out, each with its reason; nothing where all do. */
export function LeftOut({ title, accounts }: LeftOutProps) {
  const t = useText();
  if (accounts.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{title}</p>
      <ul>
        {accounts.map(({ issuer, account, why }, at) => (
          <li key={at}>
            {/* Many files name an account by one text alone. */}
            {(issuer !== '' || account === '') && (
              <>
                <span class="strong">
                  <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
                </span>{' '}
              </>
            )}
            <ForeignText text={account} fallback={t('unnamedAccount')} />: {t(why)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
