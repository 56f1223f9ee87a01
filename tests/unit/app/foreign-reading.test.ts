import { describe, expect, it } from 'vitest';
import { readForeignFile } from '../../../lib/app/foreign-reading.ts';
import { type ReadFile, withPictureTexts } from '../../../lib/app/read-file.ts';
import { foreignFormats } from '../../../lib/backup/foreign/formats.ts';
import { formatMigration } from '../../../lib/otp/migration-format.ts';

const how = { passphrase: null, costly: false, onProgress: () => undefined };
const reading = (text: string) => readForeignFile(new TextEncoder().encode(text), how);
const link = (account: string, more = '') =>
  `otpauth://totp/Harbour:${account}?secret=JBSWY3DPEHPK3PXP&issuer=Harbour${more}`;
// Nothing decodes it here: eight bytes with the signature of a PNG.
const pngBytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = btoa(String.fromCharCode(...pngBytes));

/** What reading a text gave, which was not refused. */
async function read(text: string): Promise<ReadFile> {
  const answer = await reading(text);
  if (answer.kind !== 'read') throw new Error(`refused: ${answer.error.kind}`);
  return answer;
}

describe('what is read of another app’s file', () => {
  it('is texts, numbers and pictures alone, so that a Worker can hand it over', async () => {
    const answer = await reading(`${link('ada')}\n${link('bob', '&period=0')}\n`);
    expect(structuredClone(answer)).toEqual(answer);
    expect(answer).toEqual({
      kind: 'read',
      app: '',
      accounts: [
        {
          uri: 'otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP&issuer=Harbour&algorithm=SHA1&digits=6&period=30',
          group: null,
          pinned: false,
        },
      ],
      leftOut: [{ issuer: '', account: 'Harbour:bob', why: 'period-invalid' }],
      others: 0,
      pictures: [],
    });
  });

  it('says whose file it is where it is of one app, and nothing where it may be of several', async () => {
    expect((await reading('{"version":1,"header":{"slots":null,"params":null},"db":{"entries":[]}}')).app).toBe(
      'Aegis',
    );
    expect((await reading('{"encrypted":false,"items":[]}')).app).toBe('Bitwarden');
    expect((await reading(link('ada'))).app).toBe('');
    expect((await reading(`Title,OTPAuth\nHarbour,"${link('ada')}"\n`)).app).toBe('');
    expect((await reading(`{"mine":["${link('ada')}"]}`)).app).toBe('');
  });

  it('never names several apps as one', () => {
    const shown = foreignFormats.map(({ app, appShown }) => appShown ?? app).filter(Boolean);
    const unread = new Set(foreignFormats.filter(({ reads }) => reads.startsWith('cannot')).map(({ app }) => app));
    expect(shown.filter((app) => !unread.has(app) && /[,&]| and |other/.test(app))).toEqual([]);
  });

  it('says why a file brings nothing', async () => {
    expect(await reading('Dear diary')).toEqual({ kind: 'refused', app: '', error: { kind: 'unrecognised' } });
    expect(await reading('{"header":')).toEqual({ kind: 'refused', app: '', error: { kind: 'damaged' } });
  });
});

describe('the pictures of an HTML export', () => {
  const page = `<!doctype html><html><body><img src="data:image/png;base64,${png}"><img src="data:image/svg+xml;base64,${png}"></body></html>`;

  it('are handed on where it has no links, those of pixels alone', async () => {
    const { accounts, pictures } = await read(page);
    expect(accounts).toEqual([]);
    expect(pictures.map((one) => [...one])).toEqual([pngBytes]);
  });

  it('are left where it has links, which say the same', async () => {
    const { accounts, pictures } = await read(page.replace('<body>', `<body><a href="${link('ada')}">ada</a>`));
    expect(accounts).toHaveLength(1);
    expect(pictures).toEqual([]);
  });

  it('add the accounts of the texts in them, and those that cannot be added', async () => {
    const file = await read(page);
    const codes = [link('ada'), link('bob', '&digits=99'), 'https://harbour.example', 'steam://JBSWY3DPEHPK3PXP'];
    const whole = withPictureTexts(file, codes);
    expect(whole.accounts.map(({ uri }) => uri.split('?')[0])).toEqual([
      'otpauth://totp/Harbour:ada',
      'otpauth://totp/Steam:',
    ]);
    expect(whole.leftOut).toEqual([{ issuer: '', account: 'Harbour:bob', why: 'digits-invalid' }]);
    expect(whole.pictures).toEqual([]);
  });

  it("add a whole export of Google Authenticator's codes", async () => {
    const account = (name: string) => ({
      issuer: 'Harbour',
      account: name,
      parameters: {
        type: 'totp' as const,
        secret: new Uint8Array(20).fill(7),
        algorithm: 'SHA1' as const,
        digits: 6,
        periodSeconds: 30,
      },
    });
    const { texts } = formatMigration([account('ada'), account('bob')], 20_260, 1);
    expect(texts).toHaveLength(2);
    expect(withPictureTexts(await read(page), texts).accounts).toHaveLength(2);
  });

  it('add nothing where no code was found in them, or none that sets up anything', async () => {
    const file = await read(page);
    for (const texts of [[], ['https://harbour.example']])
      expect(withPictureTexts(file, texts)).toMatchObject({ accounts: [], leftOut: [], pictures: [] });
  });

  it('are named as left out where none of their codes can be read', async () => {
    const code = 'otpauth-migration://offline?data=AAAA';
    const unread = { issuer: '', account: '', why: 'secret-invalid' };
    expect(withPictureTexts(await read(page), [code, code])).toMatchObject({ accounts: [], leftOut: [unread, unread] });
  });
});
