import { ada, digits20, gabe, grace, hello, leftOut, taken, tim, totp } from '../accounts.ts';
import { file, type Sample } from '../sample.ts';

const graceUri = `otpauth://totp/grace?secret=${digits20.base32}&issuer=Mill%20%26%20S%C3%B6hne&algorithm=SHA256&digits=8&period=60`;
const md5Uri = `otpauth://totp/md?secret=${hello.base32}&algorithm=MD5&issuer=Old`;

/** Rows as RFC 4180 has them. */
export const csv = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');

/** The tables of password managers. */
export const csvSamples: readonly Sample[] = [
  {
    name: 'KeePassXC, CSV',
    format: 'password-csv',
    bytes: file(
      csv(
        ['Group', 'Title', 'Username', 'Password', 'URL', 'Notes', 'TOTP', 'Icon', 'Last Modified', 'Created'],
        ['Work', 'Harbour', 'ada@harbour.example', 'p,"w', '', 'two\nlines', hello.base32, '0', '', ''],
        ['', 'Mill', 'g', '', '', '', graceUri, '0', '', ''],
        ['', 'No codes', 'x', '', '', '', '', '0', '', ''],
        ['', 'Old', 'md', '', '', '', md5Uri, '0', '', ''],
      ),
    ),
    items: [taken(ada, { group: 'Work' }), taken(grace), leftOut('Old', 'md', 'algorithm-unknown')],
    others: 1,
  },
  {
    name: 'KeePass 2, CSV',
    format: 'password-csv',
    bytes: file(
      csv(
        [
          'Account',
          'Login Name',
          'Web Site',
          'TimeOtp-Secret-Base32',
          'TimeOtp-Algorithm',
          'TimeOtp-Length',
          'TimeOtp-Period',
          'HmacOtp-Secret-Base32',
          'HmacOtp-Counter',
        ],
        ['Harbour', 'ada@harbour.example', '', hello.base32, '', '', '', '', ''],
        ['Mill & Söhne', 'grace', '', digits20.base32, 'HMAC-SHA-256', '8', '60', '', ''],
        ['Quay', 'tim+post', '', '', '', '', '', hello.base32, '41'],
      ),
    ),
    items: [taken(ada), taken(grace), taken(tim)],
  },
  {
    name: 'Bitwarden, CSV',
    format: 'password-csv',
    bytes: file(
      csv(
        ['folder', 'favorite', 'type', 'name', 'login_uri', 'login_totp'],
        ['Work', '1', '1', 'Harbour', '', `otpauth://totp/Harbour:ada%40harbour.example?secret=${hello.base32}`],
        ['', '', '1', 'Steam', '', `steam://${digits20.base32}`, 'a cell too many'],
      ),
    ),
    items: [taken(ada, { group: 'Work' }), taken({ ...gabe, account: '' })],
  },
  {
    name: 'Apple Passwords, CSV',
    format: 'password-csv',
    bytes: file(
      csv(
        ['Title', 'URL', 'Username', 'Password', 'Notes', 'OTPAuth'],
        ['Harbour', '', 'ada', '', '', `otpauth://totp?secret=${hello.base32}`],
      ),
    ),
    items: [taken(totp('Harbour', 'ada'))],
  },
];
