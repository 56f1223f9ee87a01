import { err, ok, type Result } from '../../result.ts';
import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { skipped, textOf } from './foreign-account.ts';
import { damaged, type ForeignError } from './foreign-error.ts';
import { contentOf, type ForeignContent, type ForeignFormat, type ForeignItem } from './foreign-format.ts';
import { itemsOf, recordAt, recordsOf } from './foreign-json.ts';
import { readPasswordItem } from './password-item.ts';
import { readZipMember } from './zip-member.ts';

const PLAIN = 'Proton Pass/data.json';
const SEALED = 'Proton Pass/data.pgp';
const IN_BIN = 2;

/** The codes of one item: its own, and those of its further fields. */
function codesOf(item: Record<string, unknown>, group: unknown): readonly ForeignItem[] {
  const data = recordAt(item, 'data');
  const content = recordAt(data, 'content');
  const fields = recordsOf(data.extraFields).filter((one) => 'totpUri' in recordAt(one, 'data'));
  const uris = [content.totpUri, ...fields.map((one) => recordAt(one, 'data').totpUri)];
  const username = textOf(content.itemUsername) || textOf(content.itemEmail);
  const names = { title: recordAt(data, 'metadata').name, username, group, pinned: item.pinned === true };
  return uris.filter((uri) => textOf(uri).trim() !== '').map((uri) => readPasswordItem(uri, names));
}

function readVaults(json: unknown): Result<ForeignContent, ForeignError> {
  if (!isRecord(json) || !isRecord(json.vaults)) return damaged;
  let others = 0;
  const items = itemsOf(Object.values(json.vaults), (vault) =>
    itemsOf(vault.items, (item) => {
      const codes = codesOf(item, vault.name);
      if (codes.length === 0) others += 1;
      return codes.map((code): ForeignItem => {
        if (item.state !== IN_BIN || code.kind === 'skipped') return code;
        return skipped(code.account.issuer, code.account.account, 'removed');
      });
    }),
  );
  return ok(contentOf(items, others));
}

/** Proton Pass's export. */
export const protonPass: ForeignFormat = {
  id: 'proton-pass',
  app: 'Proton Pass',
  reads: 'zip and JSON, plain; not the one that PGP seals',
  source: 'https://proton.me/support/pass-export',
  recognise: ({ json, members }) =>
    (isRecord(json) && isRecord(json.vaults)) || (members ?? []).some(({ name }) => name === PLAIN || name === SEALED),
  async read({ bytes, json, members }) {
    if (members === null) return readVaults(json);
    const member = members.find(({ name }) => name === PLAIN);
    if (member === undefined) return err({ kind: 'unsupported', why: 'pgp' });
    const plain = await readZipMember(bytes, member, null);
    return plain.ok ? readVaults(parseJsonBytes(plain.value)) : plain;
  },
};
