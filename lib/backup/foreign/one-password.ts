import { ok, type Result } from '../../result.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { numberOf, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { readPasswordItem } from './password-item.ts';
import { readZipMember } from './zip-member.ts';

const DATA = 'export.data';

function codesOf(item: Record<string, unknown>, group: unknown): readonly ForeignItem[] {
  const details = recordAt(item, 'details');
  const fields = recordsOf(details.sections).flatMap((section) => recordsOf(section.fields));
  const username = recordsOf(details.loginFields).find(({ designation }) => designation === 'username')?.value;
  const names = { title: recordAt(item, 'overview').title, username, group, pinned: numberOf(item.favIndex) > 0 };
  return fields
    .map((field) => textOf(recordAt(field, 'value').totp))
    .filter((totp) => totp.trim() !== '')
    .map((totp) => readPasswordItem(totp, names));
}

function readAccounts(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json) || !Array.isArray(json.accounts)) return damaged;
  let others = 0;
  const items = itemsOf(json.accounts, (account) =>
    itemsOf(account.vaults, (vault) =>
      itemsOf(vault.items, (item) => {
        const codes = codesOf(item, recordAt(vault, 'attrs').name);
        if (codes.length === 0) others += 1;
        return codes;
      }),
    ),
  );
  return ok(contentOf(items, others));
}

/** 1Password's export. */
export const onePassword: ForeignFormat = {
  id: '1password',
  app: '1Password',
  reads: 'zip (.1pux)',
  source: 'https://support.1password.com/1pux-format/',
  recognise: ({ members }) => (members ?? []).some(({ name }) => name === DATA),
  async read({ bytes, members }) {
    const member = members?.find(({ name }) => name === DATA);
    if (member === undefined) return damaged;
    const plain = await readZipMember(bytes, member, null);
    return plain.ok ? readAccounts(parseJsonBytes(plain.value)) : plain;
  },
};
