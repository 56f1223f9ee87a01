import { spawnSync } from 'node:child_process';
import { HOTP, TOTP, URI } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { exportMany } from '../../../lib/app/export-accounts.ts';
import { AEGIS_COST } from '../../../lib/backup/export/aegis-export.ts';
import { type ExportFormatId, exportFormats } from '../../../lib/backup/export/export-formats.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import type { OtpParameters } from '../../../lib/otp/parameters.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { derivePassphraseKey } from '../../../lib/vault/kdf.ts';
import { filled, randomBytes, sampleEntry } from '../vault/samples.ts';

// What we write is right only if others read it, so none of these readers has a line of ours: an npm package, Debian's oathtool, Python.
const now = 1_700_000_011_000;
const named = (issuer: string, account: string, parameters: OtpParameters): Entry => ({
  ...sampleEntry(`${issuer}${account}`),
  issuer,
  account,
  parameters,
});
const totp = (part: Partial<Extract<OtpParameters, { readonly type: 'totp' }>> = {}): OtpParameters => ({
  ...{ type: 'totp', secret: filled(20, 5), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  ...part,
});
const usual: readonly Entry[] = [
  named('Harbour Hosting', 'ada@harbour.example', totp()),
  named('Schöne Grüße & Co', 'ada+tag', totp({ secret: filled(33, 7), algorithm: 'SHA256', digits: 8 })),
  named('', 'nobody', totp({ secret: filled(64, 9), algorithm: 'SHA512' })),
  named('Counter', 'bob', { type: 'hotp', secret: filled(20, 8), algorithm: 'SHA1', digits: 6, counter: 300 }),
];
const slow = named('Slow', 'cy', totp({ periodSeconds: 90, digits: 7 }));
const steam = named('Steam', 'gamer', { type: 'steam', secret: filled(20, 2) });
const all = [...usual, slow, steam];

const how = { key: null, randomBytes, nowUnixMs: now };
const written = async (id: ExportFormatId, entries: readonly Entry[]) =>
  (await exportFormats[id].write(entries, how)).text;
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');
const codes = (entries: readonly Entry[]) =>
  entries.map(({ issuer, account, parameters }) => ({ issuer, account, code: codeAt(parameters, now).code }));

/** What the npm package makes of a setup link. */
function readByPackage(uri: string) {
  const otp = URI.parse(uri);
  const code = otp instanceof TOTP ? otp.generate({ timestamp: now }) : otp instanceof HOTP ? otp.generate() : '';
  return { issuer: otp.issuer, account: otp.label, code };
}

describe('otpauth, the npm package', () => {
  it('gives the same codes and names for each line of the exported setup links', async () => {
    const lines = linesOf(await written('key-uris', all));
    // It knows nothing of Steam.
    expect(lines.filter((line) => !line.startsWith('otpauth://steam/')).map(readByPackage)).toEqual(
      codes([...usual, slow]),
    );
  });

  it('gives the same codes for each setup link of Bitwarden’s file', async () => {
    const timed = [...usual.slice(0, 3), slow];
    const { items } = JSON.parse(await written('bitwarden', timed));
    const links = items.map(({ login }: { readonly login: { readonly totp: string } }) => login.totp);
    expect(links.map(readByPackage)).toEqual(codes(timed));
  });
});

/** The account's setup key, in base32, as each plain file has it. */
const secretsOf: Readonly<Partial<Record<ExportFormatId, (text: string) => readonly string[]>>> = {
  aegis: (text) => JSON.parse(text).db.entries.map(({ info }: { info: { secret: string } }) => info.secret),
  'two-fas': (text) => JSON.parse(text).services.map(({ secret }: { secret: string }) => secret),
  'key-uris': (text) => linesOf(text).map((line) => new URL(line).searchParams.get('secret') ?? ''),
};

const oathtool = process.env.OATHTOOL ?? 'oathtool';
const hasOathtool = spawnSync(oathtool, ['--version']).status === 0;
if (!hasOathtool) console.log(`no code is compared with Debian's oathtool: there is no ${oathtool} here`);

describe.skipIf(!hasOathtool)('oathtool', () => {
  const codeOf = ({ parameters }: Entry, base32: string): string => {
    if (parameters.type === 'steam') throw new Error('it knows nothing of Steam');
    const mode =
      parameters.type === 'hotp'
        ? ['--hotp', '--counter', String(parameters.counter)]
        : [
            `--totp=${parameters.algorithm}`,
            `--time-step-size=${parameters.periodSeconds}s`,
            `--now=${new Date(now).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
          ];
    const { status, stdout, stderr } = spawnSync(
      oathtool,
      [...mode, `--digits=${parameters.digits}`, '--base32', base32],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  };

  it.each(Object.keys(secretsOf))('gives the same codes for the setup keys in the file of %s', async (id) => {
    const [read, format] = [Object.entries(secretsOf).find(([one]) => one === id)?.[1], Object.entries(exportFormats)];
    const write = format.find(([one]) => one === id)?.[1].write;
    const { text, held } = (await write?.(usual, how)) ?? { text: '', held: [] };
    expect(held).toHaveLength(usual.length);
    const secrets = read?.(text) ?? [];
    expect(held.map((entry, at) => codeOf(entry, secrets[at] ?? ''))).toEqual(codes(held).map(({ code }) => code));
  });
});

const python = process.env.PYTHON ?? 'python3';
const has = (...command: readonly string[]) => spawnSync(python, command).status === 0;
const hasPython = has('--version');
const hasCryptography = has('-c', 'import cryptography');
if (!hasPython && !process.env.CI) console.log(`no file is read by Python: there is no ${python} here`);
else if (!hasCryptography) console.log('Python reads files with the AES of recover.py only: it has no `cryptography`');

/** What Python finds in a text. */
function readByPython(kind: 'aegis' | 'migration', aes: string, input: string) {
  const script = 'tests/unit/backup/read_export.py';
  const { status, stdout, stderr } = spawnSync(python, [script, kind, aes, String(now / 1_000)], {
    input,
    env: { ...process.env, PYTHONUTF8: '1' },
    encoding: 'utf8',
  });
  return status === 0 ? linesOf(stdout).map((line) => JSON.parse(line)) : stderr.trim().split('\n').at(-1);
}

describe.skipIf(!hasPython && !process.env.CI)('Python', () => {
  const salt = filled(32, 6);
  const seal = async (entries: readonly Entry[]) => {
    const kek = derivePassphraseKey('pässword 🔑', { ...AEGIS_COST, salt: toBase64(salt) });
    return (await exportFormats['aegis-sealed'].write(entries, { ...how, key: { kek, salt } })).text;
  };

  it.each(hasCryptography ? ['recover', 'cryptography'] : ['recover'])(
    'reads every account of an encrypted file of Aegis by the passphrase that was typed (AES of %s)',
    async (aes) => {
      const text = await seal(all);
      expect(readByPython('aegis', aes, `pässword 🔑\n${text}`)).toEqual(codes(all));
      expect(readByPython('aegis', aes, `password\n${text}`)).toMatch(/altered|InvalidTag/);
    },
  );

  it('reads the QR codes of Google Authenticator’s export as one whole batch', () => {
    const many = Array.from({ length: 7 }, (_, at) => named('Acme', `account ${at}`, totp({ secret: filled(20, at) })));
    const { texts, leftOut } = exportMany([...usual, ...many, slow, steam], -123_456_789);
    expect(leftOut.map(({ account }) => account)).toEqual(['cy', 'gamer']);
    expect(texts.length).toBeGreaterThan(1);
    // Google's app writes the issuer before the account's name too.
    const asGoogle = codes([...usual, ...many]).map(({ issuer, account, code }) => ({
      issuer,
      account: issuer === '' ? account : `${issuer}:${account}`,
      code,
    }));
    expect(readByPython('migration', 'none', texts.join('\n'))).toEqual(asGoogle);
  });
});
