import { ForeignText } from './foreign-text.tsx';
import { type Translate, useText } from './text.ts';
import { visibleText } from './visible-text.ts';

type Named = { readonly issuer: string; readonly account: string };

// No comma: languages write it differently, and what joins the parts of a list is often a word or nothing.
const BETWEEN = ' – ';

/** What an account is called, as a text. */
export const accountNameText = (t: Translate, { issuer, account }: Named): string =>
  [visibleText(issuer) || t('unnamedIssuer'), visibleText(account) || t('unnamedAccount')].join(BETWEEN);

/** What an account is called, each part isolated from the direction of what surrounds it. */
export function AccountName({ issuer, account }: Named) {
  const t = useText();
  return (
    <>
      <ForeignText text={issuer} fallback={t('unnamedIssuer')} />
      {BETWEEN}
      <ForeignText text={account} fallback={t('unnamedAccount')} />
    </>
  );
}
