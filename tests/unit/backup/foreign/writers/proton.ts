import { ada, digits20, gabe, grace, hello, leftOut, taken } from '../accounts.ts';
import { alteredCopies, file, type Sample } from '../sample.ts';
import { base64, counted, gcmJoined } from './sealing.ts';
import { zipOf } from './zip.ts';

const graceUri = `otpauth://totp/grace?secret=${digits20.base32}&issuer=Mill%20%26%20S%C3%B6hne&algorithm=SHA256&digits=8&period=60`;

/** An entry as Proton Authenticator writes it. */
export const protonEntry = (uri: unknown, name: string, entry_type = 'Totp') => ({
  id: `id of ${name}`,
  content: { uri, entry_type, name },
  note: null,
});

const list = {
  version: 1,
  entries: [
    protonEntry(`otpauth://totp/ada@harbour.example?secret=${hello.base32}&issuer=Harbour`, 'ada@harbour.example'),
    protonEntry(graceUri, 'grace'),
    protonEntry(`steam://${digits20.base32}`, 'gabe', 'Steam'),
    protonEntry(`otpauth://totp/zero?secret=${hello.base32}&period=0`, 'zero'),
    protonEntry(null, 'empty'),
  ],
};
const items = [
  taken(ada),
  taken(grace),
  taken(gabe),
  leftOut('', 'zero', 'period-invalid'),
  leftOut('', 'empty', 'no-key'),
];

/** Argon2id (19 MiB, 2 passes, 1 lane) of the passphrase and of 'salt of Proton..', as OpenSSL 3 computed it. */
const key = Buffer.from('affd638ed1a13861c2194fae9ead07a36bb8a165837123f4c53bee8f9d2cfa3d', 'hex');
const sealed = gcmJoined(key, counted(12, 7), JSON.stringify(list), 'proton.authenticator.export.v1');
const sealedFile = (data: Uint8Array) =>
  file({
    version: 1,
    salt: base64(Buffer.from('salt of Proton..')),
    content: base64(Buffer.concat([counted(12, 7), data])),
  });

const passItem = (name: string, content: object, more: object = {}) => ({
  itemId: name,
  data: { metadata: { name, note: '' }, extraFields: [], type: 'login', content },
  state: 1,
  pinned: false,
  ...more,
});

/** An export of Proton Pass, whose items are in one vault. */
export const protonPassFile = (all: readonly object[]) => ({
  encrypted: false,
  vaults: { v1: { name: 'Work', items: all } },
});

const field = (totpUri: string) => ({ fieldName: 'second', type: 'totp', data: { totpUri } });
const pass = protonPassFile([
  passItem('Harbour', { itemUsername: 'ada@harbour.example', totpUri: hello.base32 }, { pinned: true }),
  {
    ...passItem('Mill', {}),
    data: {
      metadata: { name: 'Mill & Söhne' },
      content: { itemEmail: 'grace', totpUri: '' },
      extraFields: [field(graceUri)],
    },
  },
  passItem('Note', {}),
  passItem('Gone', { itemUsername: 'ada', totpUri: hello.base32 }, { state: 2 }),
  passItem('Two', { itemUsername: 'ada', totpUri: 'not base 32!' }),
]);
const passItems = [
  taken(ada, { group: 'Work', pinned: true }),
  taken(grace, { group: 'Work' }),
  leftOut('Gone', 'ada', 'removed'),
  leftOut('Two', 'ada', 'secret-invalid'),
];

/** The files of Proton's two apps. */
export const protonSamples: readonly Sample[] = [
  { name: 'Proton Authenticator, plain', format: 'proton-authenticator', bytes: file(list), items },
  {
    name: 'Proton Authenticator, encrypted',
    format: 'proton-authenticator',
    bytes: sealedFile(sealed),
    items,
    sealed: { altered: alteredCopies(sealed).slice(1, 2).map(sealedFile) },
  },
  { name: 'Proton Pass, JSON', format: 'proton-pass', bytes: file(pass), items: passItems, others: 1 },
  {
    name: 'Proton Pass, zip',
    format: 'proton-pass',
    bytes: zipOf({ 'Proton Pass/data.json': JSON.stringify(pass) }),
    items: passItems,
    others: 1,
  },
];
