import { err } from '../../result.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { hasKeyLine, readKeyUriLines } from './key-uri-lines.ts';
import { readZipMember } from './zip-member.ts';

const isText = ({ name }: { readonly name: string }): boolean => /\.txt$/i.test(name);

/** A zip with a text of setup links, often with a passphrase, as WinAuth and Authenticator Plus write it. */
export const zipOfLines: ForeignFormat = {
  id: 'zip-of-lines',
  app: 'WinAuth, Authenticator Plus',
  appShown: '',
  reads: 'zip with a text of setup links, with or without a passphrase',
  source: 'https://github.com/winauth/winauth',
  recognise: ({ members }) => (members ?? []).some(isText),
  async read({ bytes, members }, how) {
    const member = members?.find(isText);
    if (member === undefined) return damaged;
    const plain = await readZipMember(bytes, member, how.passphrase);
    if (!plain.ok) return plain;
    const text = new TextDecoder().decode(plain.value);
    return hasKeyLine(text) ? readKeyUriLines(text) : err({ kind: 'unrecognised' });
  },
};
