import { ada, digits20, gabe, grace, hello, leftOut, passphrase, taken, tim } from '../accounts.ts';
import { altered, file, type Sample } from '../sample.ts';
import { zipOf } from './zip.ts';

const links = [
  `otpauth://totp/Harbour:ada%40harbour.example?secret=${hello.base32}&issuer=Harbour`,
  `otpauth://totp/Mill%20%26%20S%C3%B6hne:grace?secret=${digits20.base32}&algorithm=SHA256&digits=8&period=60`,
  `otpauth://hotp/Quay:tim+post?secret=${hello.base32}&counter=41`,
  `otpauth://totp/Steam:gabe?secret=${digits20.base32}&encoder=steam`,
  `otpauth://totp/Old:md?secret=${hello.base32}&algorithm=SHA224`,
];
const items = [taken(ada), taken(grace), taken(tim), taken(gabe), leftOut('', 'Old:md', 'algorithm-unknown')];
const text = `# a remark\r\n${links.join('\r\n')}\r\n`;

/** A field of a message (Protocol Buffers): a number, or bytes. */
function field(number: number, value: number | Uint8Array): Buffer {
  const varint = (whole: number): number[] => (whole < 128 ? [whole] : [(whole & 127) | 128, ...varint(whole >> 7)]);
  if (typeof value === 'number') return Buffer.from([number << 3, ...varint(value)]);
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...varint(value.length)]), value]);
}

/** A code of Google Authenticator's export with these accounts, each a list of its fields. */
export const migration = (accounts: readonly (readonly (readonly [number, number | Uint8Array])[])[]): string => {
  const payload = Buffer.concat([
    ...accounts.map((fields) => field(1, Buffer.concat(fields.map(([number, value]) => field(number, value))))),
    field(2, 2),
    field(3, 1),
    field(4, 0),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
};

const code = migration([
  [
    [1, hello.bytes],
    [2, Buffer.from('Harbour:ada@harbour.example')],
    [3, Buffer.from('Harbour')],
    [4, 1],
    [5, 1],
    [6, 2],
  ],
  [
    [1, hello.bytes],
    [2, Buffer.from('tim+post')],
    [3, Buffer.from('Quay')],
    [4, 1],
    [5, 1],
    [6, 1],
    [7, 41],
  ],
  [
    [1, hello.bytes],
    [2, Buffer.from('md')],
    [3, Buffer.from('Old')],
    [4, 4],
    [5, 1],
    [6, 2],
  ],
]);

const zip = (by: 'ZipCrypto' | 'AES') => zipOf({ 'Accounts.txt': text }, { by, passphrase });
// Behind the member's header and name lie its data.
const sealed = (by: 'ZipCrypto' | 'AES'): Sample => ({
  name: `zip of links, ${by}`,
  format: 'zip-of-lines',
  bytes: zip(by),
  items,
  sealed: { altered: [100, 140].map((at) => altered(zip(by), at, 3)) },
});

/** Texts of links, however they are wrapped. */
export const lineSamples: readonly Sample[] = [
  { name: 'links', format: 'key-uri-list', bytes: file(text), items },
  {
    name: 'Google Authenticator’s code as a text',
    format: 'key-uri-list',
    bytes: file(code),
    items: [taken(ada), taken(tim), leftOut('Old', 'md', 'unknown-type')],
  },
  { name: 'zip of links', format: 'zip-of-lines', bytes: zipOf({ 'Accounts.txt': text }), items },
  sealed('ZipCrypto'),
  sealed('AES'),
  {
    name: 'a page of links',
    format: 'html',
    bytes: file(
      `<!DOCTYPE html><html><body>${links.map((link) => `<p>${link.replaceAll('&', '&amp;')}</p>`).join('')}</body></html>`,
    ),
    items,
  },
  {
    name: 'any JSON with links',
    format: 'any-json',
    bytes: file({ otp_list: links.map((link) => ({ name: 'unread', link })) }),
    items,
  },
];
