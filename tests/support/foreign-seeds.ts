import { createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { exportFormats } from '../../lib/backup/export/export-formats.ts';
import { writeJavaMap } from './java-map-writer.ts';
import { writeZip } from './zip-writer.ts';

/** A small whole file of an app, and what it is read with. */
export type ForeignSeed = { readonly name: string; readonly bytes: Uint8Array; readonly passphrase: string | null };

const PASSPHRASE = 'a long passphrase';
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/Acme:ada%40example.org?secret=${SECRET}&issuer=Acme&period=45&digits=8`;
const times = { createdUnixMs: 1, updatedUnixMs: 1 };
const entry = {
  id: 'e1',
  issuer: 'Acme',
  account: 'ada',
  parameters: { type: 'totp', secret: new Uint8Array(20).fill(9), algorithm: 'SHA256', digits: 6, periodSeconds: 30 },
  origins: [],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  group: 'Work',
  ...times,
} as const;
const andOtp = [
  { secret: SECRET, issuer: 'Acme', label: 'ada', digits: 6, type: 'TOTP', algorithm: 'SHA1', period: 30 },
];
const freeOtp = {
  algo: 'SHA1',
  counter: 0,
  digits: 6,
  issuerExt: 'Acme',
  label: 'ada',
  period: 30,
  secret: [-1, 2, 3, 4],
};
const xml = (name: string, value: unknown): string =>
  `<?xml version='1.0'?>\n<map><string name="${name}">${JSON.stringify(value).replaceAll('"', '&quot;')}</string></map>`;

const plain: Readonly<Record<string, unknown>> = {
  aegis: {
    header: {},
    db: {
      version: 3,
      groups: [{ uuid: 'g', name: 'Work' }],
      entries: [
        {
          type: 'totp',
          name: 'ada',
          issuer: 'Acme',
          groups: ['g'],
          favorite: true,
          info: { secret: SECRET, algo: 'SHA1', digits: 6, period: 30 },
        },
      ],
    },
  },
  stratum: {
    Authenticators: [{ Type: 2, Issuer: 'Acme', Username: 'ada', Secret: SECRET, Algorithm: 0, Digits: 6, Period: 30 }],
    Categories: [{ Id: 'c', Name: 'Work' }],
    AuthenticatorCategories: [{ AuthenticatorSecret: SECRET, CategoryId: 'c' }],
  },
  proton: { version: 1, entries: [{ content: { uri: LINK, entry_type: 'Totp', name: 'Acme' } }] },
  protonPass: {
    vaults: {
      v: {
        name: 'Work',
        items: [
          {
            state: 1,
            data: {
              metadata: { name: 'Acme' },
              content: { totpUri: LINK, itemEmail: 'ada' },
              extraFields: [{ data: { totpUri: SECRET } }],
            },
          },
        ],
      },
    },
  },
  freeOtpPlus: { tokens: [{ ...freeOtp, type: 'TOTP' }], tokenOrder: ['Acme:ada'] },
  lastPass: {
    version: 3,
    accounts: [
      {
        issuerName: 'Acme',
        userName: 'ada',
        secret: SECRET,
        timeStep: 30,
        digits: 6,
        algorithm: 'SHA1',
        folderData: { folderId: 1 },
      },
    ],
    folders: [{ id: 1, name: 'Work' }],
  },
  steam: { shared_secret: 'AAECAwQFBgcICQoLDA0ODxAREhM=', account_name: 'ada' },
  twoFAuth: {
    app: '2fauth_v3',
    schema: 1,
    data: [
      { otp_type: 'totp', service: 'Acme', account: 'ada', secret: SECRET, digits: 6, algorithm: 'sha1', period: 30 },
    ],
  },
  duo: [{ name: 'Acme', otpGenerator: { otpSecret: SECRET, counter: 4 } }],
  andOtp,
  raivo: [
    { kind: 'TOTP', timer: '30', digits: '6', issuer: 'Acme', account: 'ada', secret: SECRET, algorithm: 'SHA1' },
  ],
  authy: { authenticator_tokens: [{ name: 'Acme: ada', decrypted_seed: SECRET, digits: 6 }] },
  extension: {
    a: {
      secret: SECRET,
      hash: 'a',
      encrypted: false,
      type: 'totp',
      issuer: 'Acme::a.example',
      account: 'ada',
      index: 0,
    },
  },
  anyJson: { list: [{ deep: { url: LINK } }] },
};

const twoFas = (): unknown => {
  const [salt, iv] = [Buffer.alloc(32, 1), Buffer.alloc(12, 2)];
  const services = JSON.stringify([{ name: 'Acme', secret: SECRET, otp: { tokenType: 'TOTP' } }]);
  const sealed = sealGcm(pbkdf2Sync(PASSPHRASE, salt, 10_000, 32, 'sha256'), iv, services);
  return {
    schemaVersion: 4,
    groups: [],
    services: [],
    servicesEncrypted: [sealed, salt, iv].map((one) => one.toString('base64')).join(':'),
  };
};

function sealGcm(key: Buffer, iv: Buffer, text: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function sealCbc(key: Buffer, iv: Buffer, text: string): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([cipher.update(text), cipher.final()]);
}

function andOtpSealed(): Buffer {
  const [salt, iv, count] = [Buffer.alloc(12, 1), Buffer.alloc(12, 2), Buffer.from([0, 0, 0, 1])];
  const sealed = sealGcm(pbkdf2Sync(PASSPHRASE, salt, 1, 32, 'sha1'), iv, JSON.stringify(andOtp));
  return Buffer.concat([count, salt, iv, sealed]);
}

/** A small file of each kind that is read: plain, sealed with quick parameters, tables, pages and archives. */
export async function foreignSeeds(): Promise<readonly ForeignSeed[]> {
  const how = { key: null, randomBytes: (length: number) => new Uint8Array(length).fill(3), nowUnixMs: 1 };
  const text = (name: string, value: string, passphrase: string | null = null): ForeignSeed => ({
    name,
    bytes: new Uint8Array(Buffer.from(value)),
    passphrase,
  });
  const own: ForeignSeed[] = [];
  for (const [name, format] of Object.entries(exportFormats))
    if (!format.sealed) own.push(text(`our ${name}`, (await format.write([entry], how)).text));
  const json = Object.entries(plain).map(([name, value]) => text(name, JSON.stringify(value)));
  const data = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
  const zips = Object.entries({
    'zip of lines': writeZip([{ name: 'a.txt', bytes: Buffer.from(LINK) }]),
    '1pux': writeZip([
      { name: 'export.attributes', bytes: data({}) },
      {
        name: 'export.data',
        bytes: data({
          accounts: [
            {
              vaults: [
                {
                  attrs: { name: 'Work' },
                  items: [
                    {
                      overview: { title: 'Acme' },
                      details: {
                        loginFields: [{ designation: 'username', value: 'ada' }],
                        sections: [{ fields: [{ value: { totp: LINK } }] }],
                      },
                    },
                  ],
                },
              ],
            },
          ],
        }),
      },
    ]),
    'proton zip': writeZip([{ name: 'Proton Pass/data.json', bytes: data(plain.protonPass), method: 0 }]),
    'raivo zip': writeZip([{ name: 'raivo-otp-export.json', bytes: data(plain.raivo) }]),
  });
  const totp = sealCbc(
    createHash('sha256').update(PASSPHRASE).digest(),
    Buffer.alloc(16),
    JSON.stringify({
      [JSON.stringify([{ key: SECRET, name: 'ada', issuer: 'Acme', digits: '6', period: '30', base: 32 }])]: 1,
    }),
  );
  return [
    ...own,
    ...json,
    ...zips.map(([name, bytes]) => ({ name, bytes, passphrase: PASSPHRASE })),
    text('2fas sealed', JSON.stringify(twoFas()), PASSPHRASE),
    { name: 'andotp sealed', bytes: new Uint8Array(andOtpSealed()), passphrase: PASSPHRASE },
    text('totp authenticator', totp.toString('base64'), PASSPHRASE),
    {
      name: 'freeotp 2',
      bytes: writeJavaMap({
        masterKey: '{"mIterations":1,"mSalt":[1],"mAlgorithm":"PBKDF2withHmacSHA1"}',
        a: '{}',
        'a-token': JSON.stringify(freeOtp),
      }),
      passphrase: PASSPHRASE,
    },
    text(
      'freeotp',
      xml('Acme:ada', { ...freeOtp, type: 'TOTP' }).replace('</map>', '<string name="tokenOrder">[]</string></map>'),
    ),
    text(
      'authy xml',
      xml('com.authy.storage.tokens.authenticator.key', [{ name: 'Acme', decryptedSecret: SECRET, digits: 6 }]),
    ),
    text(
      'lines',
      `# my accounts\n${LINK}\nsteam://${SECRET}\notpauth-migration://offline?data=CgwKBUhlbGxvEgNhZGEQARgBIAA%3D\n`,
    ),
    text('csv', `Group,Title,Username,Password,TOTP\nWork,Acme,ada,"a ""b"", c","${LINK}"\n`),
    text('keepass csv', `Account,Login Name,TimeOtp-Secret-Base32,TimeOtp-Period\nAcme,ada,${SECRET},30\n`),
    text(
      'html',
      `<!DOCTYPE html><html><body><a href="${LINK.replaceAll('&', '&amp;')}">x</a><img src="data:image/png;base64,iVBORw0KGgo="></body></html>`,
    ),
  ];
}
