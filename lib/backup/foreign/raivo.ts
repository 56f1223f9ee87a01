import { isRecord, parseJsonBytes } from '../../vault/shape.ts';
import { damaged } from './foreign-error.ts';
import type { ForeignFormat } from './foreign-format.ts';
import { readRaivoList } from './raivo-list.ts';
import { readZipMember } from './zip-member.ts';

const MEMBER = 'raivo-otp-export.json';

/** Raivo's export: the list itself, or as the app saves it in a zip that WinZip's AES seals. */
export const raivo: ForeignFormat = {
  id: 'raivo',
  app: 'Raivo OTP',
  reads: 'JSON, and the encrypted zip',
  source: 'https://github.com/raivo-otp/ios-application',
  recognise: ({ json, members }) =>
    (members ?? []).some(({ name }) => name === MEMBER) ||
    (Array.isArray(json) && json.some((one) => isRecord(one) && 'kind' in one && 'timer' in one)),
  async read({ bytes, json, members }, how) {
    const member = members?.find(({ name }) => name === MEMBER);
    if (member === undefined) return readRaivoList(json);
    const plain = await readZipMember(bytes, member, how.passphrase);
    if (!plain.ok) return plain;
    const value = parseJsonBytes(plain.value);
    return value === undefined ? damaged : readRaivoList(value);
  },
};
