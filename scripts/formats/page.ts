import { exportFormats } from '../../lib/backup/export/export-formats.ts';
import { foreignFormats } from '../../lib/backup/foreign/formats.ts';

const sourceOf = (source: string): string =>
  source.startsWith('https://') ? `[${new URL(source).host}](${source})` : `[here](${source.replace(/^docs\//, '')})`;

/** docs/other-apps.md: the formats that accounts come in and go out by, from the tables that the code goes by. */
export function formatsPage(): string {
  const incoming = foreignFormats.map(
    ({ id, app, reads, source }) => `| ${app} | ${reads} | \`${id}\` | ${sourceOf(source)} |`,
  );
  const outgoing = Object.entries(exportFormats).map(
    ([id, { app, fileName, sealed }]) =>
      `| ${app} | \`${fileName}\` | ${sealed ? 'a passphrase opens it' : 'anybody who gets it can read it'} | \`${id}\` |`,
  );
  return `# Accounts from other apps, and into them

Written by \`npm run formats\` from the tables in \`lib/backup/foreign/formats.ts\` and \`lib/backup/export/export-formats.ts\`; change those,
not this page.

## In

Drop a file on *Bring accounts from a phone or another app*. It is recognised by its content, never by its name, and tried against these
in their order. It is read on this computer, in a Worker without network, and kept nowhere. Before anything is written, the page
lists what is new, what is here already, and what is left out with the reason: nothing unknown falls back to a default, since that
would give wrong codes. Accounts come without a site, so none is filled by itself before its site was visited.

| app | what is read | in the code | described at |
| --- | ------------ | ----------- | ------------ |
${incoming.join('\n')}

Bounds, checked before a key is derived: 16 MiB a file; 1000 members, 64 MiB and 200 times their size in a zip; 64 levels of JSON;
10 000 accounts; PBKDF2 to 10 000 000 rounds, scrypt and Argon2id to 1 GiB. What takes longer than five seconds is asked about first,
and can be stopped.

A format that only authenticates its content cannot tell a wrong passphrase from damage; then Doorcode says both.

## Out

| app | file | who can read it | in the code |
| --- | ---- | --------------- | ----------- |
${outgoing.join('\n')}

Google Authenticator and apps that read its export take QR codes instead (*Move to a phone*), and paper takes a printed sheet. What a
format cannot say (codes by counter, Steam's codes, odd periods) is left out and named before anybody relies on the file. Every file asks
for the passphrase of Doorcode first, and is read back by the importer above before it is handed out: it holds just the accounts that it
should, each making the same codes, or it is not saved.
`;
}
