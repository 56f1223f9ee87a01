import { err, ok } from '../result.ts';
import type { VaultContent } from '../vault/entry.ts';
import { doneOr, type PageAnswer } from './page-answers.ts';
import type { VaultRepository } from './vault-repository.ts';

/** Writes a change of accounts; `no-entry` where it changes nothing: it spoke of accounts that are not there. */
export const changeAccounts = async (
  vault: VaultRepository,
  make: (content: VaultContent) => VaultContent,
): Promise<PageAnswer> =>
  doneOr(
    await vault.mutate((content) => {
      const next = make(content);
      return next === content ? err('no-entry') : ok(next);
    }),
  );
