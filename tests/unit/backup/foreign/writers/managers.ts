import { ada, digits20, grace, hello, leftOut, taken } from '../accounts.ts';
import { file, type Sample } from '../sample.ts';
import { zipOf } from './zip.ts';

const graceUri = `otpauth://totp/grace?secret=${digits20.base32}&issuer=Mill%20%26%20S%C3%B6hne&algorithm=SHA256&digits=8&period=60`;
const md5Uri = `otpauth://totp/md?secret=${hello.base32}&algorithm=MD5&issuer=Old`;

/** A field of an item of 1Password. */
export const oneField = (value: object) => ({ title: 'one-time password', id: 'TOTP_1', value });
/** An item of 1Password. */
export const oneItem = (title: string, username: string, fields: readonly object[], more: object = {}) => ({
  uuid: title,
  favIndex: 0,
  overview: { title },
  details: { loginFields: [{ value: username, designation: 'username' }], sections: [{ title: '', fields }] },
  ...more,
});
/** 1Password's export, with one vault. */
export const onePux = (all: readonly object[]): Buffer =>
  zipOf({
    'export.attributes': JSON.stringify({ version: 3 }),
    'export.data': JSON.stringify({ accounts: [{ vaults: [{ attrs: { name: 'Work' }, items: all }] }] }),
  });

const exchange = {
  version: { major: 1, minor: 0 },
  exporterRpId: 'manager.example',
  exporterDisplayName: 'A manager',
  timestamp: 1,
  accounts: [
    {
      id: 'a',
      collections: [{ id: 'c', title: 'All', items: [], subCollections: [{ title: 'Work', items: [{ item: 'i1' }] }] }],
      items: [
        {
          id: 'i1',
          title: 'Harbour',
          favorite: true,
          credentials: [
            { type: 'basic-auth' },
            {
              type: 'totp',
              secret: hello.base32,
              period: 30,
              digits: 6,
              algorithm: 'sha1',
              username: 'ada@harbour.example',
            },
          ],
        },
        {
          id: 'i2',
          title: 'Mill',
          credentials: [
            {
              type: 'totp',
              secret: digits20.base32,
              period: 60,
              digits: 8,
              algorithm: 'sha256',
              username: 'grace',
              issuer: 'Mill & Söhne',
            },
          ],
        },
        { id: 'i3', title: 'Old', credentials: [{ type: 'totp', secret: hello.base32, algorithm: 'md5' }] },
        { id: 'i4', title: 'A note', credentials: [{ type: 'note' }] },
      ],
    },
  ],
};

/** Password managers' files. */
export const managerSamples: readonly Sample[] = [
  {
    name: '1Password, 1pux',
    format: '1password',
    bytes: onePux([
      oneItem('Harbour', 'ada@harbour.example', [oneField({ totp: hello.base32 })], { favIndex: 3 }),
      oneItem('Mill', 'other', [
        oneField({ string: 'text' }),
        oneField({ totp: graceUri }),
        oneField({ totp: md5Uri }),
      ]),
      oneItem('A note', '', []),
    ]),
    items: [
      taken(ada, { group: 'Work', pinned: true }),
      taken(grace, { group: 'Work' }),
      leftOut('Mill', 'md', 'algorithm-unknown'),
    ],
    others: 1,
  },
  {
    name: 'Credential Exchange Format',
    format: 'credential-exchange',
    bytes: file(exchange),
    items: [taken(ada, { group: 'Work', pinned: true }), taken(grace), leftOut('Old', '', 'algorithm-unknown')],
    others: 1,
  },
];
