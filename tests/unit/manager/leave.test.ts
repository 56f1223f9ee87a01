import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createManagerPage } from '../../../entrypoints/manager/manager-page.ts';
import { mediaTypeOf } from '../../../lib/app/export-file.ts';
import { createExportService } from '../../../lib/app/export-service.ts';
import { usualHabits } from '../../../lib/app/habits.ts';
import { failed } from '../../../lib/app/page-answers.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createPrintService } from '../../../lib/app/print-service.ts';
import { readProven } from '../../../lib/app/read-proven.ts';
import { aegisKeyOf } from '../../../lib/backup/export/aegis-export.ts';
import { type ExportFormat, exportFormats } from '../../../lib/backup/export/export-formats.ts';
import { readAegis } from '../../../lib/backup/foreign/aegis.ts';
import { createClient } from '../../../lib/messages/client.ts';
import { fromBase64, toBase64 } from '../../../lib/vault/base64.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { entryAt } from '../app/sample-entry.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { leastScrypt, randomBytes } from '../vault/samples.ts';

const bytesOf = (passphrase: string, salt: string) =>
  new Uint8Array(createHash('sha256').update(`${passphrase} ${salt}`).digest());
const steam = { type: 'steam', secret: new Uint8Array(20).fill(3) } as const;

/** The page at *Take your accounts to another app*, over a vault that a passphrase opens, or this computer. */
async function openLeaving({
  passphrase = 'mine' as string | null,
  formats = exportFormats as Readonly<Record<string, ExportFormat>>,
} = {}) {
  const { world, ports, vault } = makeWorld();
  await vault.create(
    passphrase === null
      ? onThisComputer
      : { passphrase: { kdf: leastScrypt, kek: bytesOf(passphrase, leastScrypt.salt) } },
  );
  const entries = [
    entryAt('https://a.example', 'ada'),
    entryAt('https://b.example', 'bob', { parameters: steam }),
    entryAt('https://c.example', 'cy', {
      parameters: { type: 'hotp', secret: steam.secret, algorithm: 'SHA1', digits: 6, counter: 1 },
    }),
  ];
  await vault.mutate((content) => ({ ...content, entries }));
  const exports = createExportService({ ...ports, vault, formats });
  const saved: { readonly name: string; readonly text: string }[] = [];
  const opened: string[] = [];
  const prints = createPrintService({ ...ports, vault });
  let before: () => Promise<unknown> = async () => undefined;
  const page = createManagerPage({
    ask: createClient(
      scriptedBackground({
        'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
        'list-accounts': async () => ({ kind: 'accounts', accounts: [] }),
        policies: async () => ({ kind: 'policies', policies: world.policies, lacksPassphrase: false }),
        'check-proof': async ({ proof }) => {
          const content = await readProven(vault, proof);
          return content.ok ? { kind: 'done' } : failed(content.error);
        },
        'print-accounts': prints.prepareAccounts,
        'export-file': async (request) => {
          const answer = await exports.exportFile(request);
          await before();
          return answer;
        },
      }),
    ),
    derive: async (typed, { salt }) => toBase64(bytesOf(typed, salt)),
    random: randomBytes,
    nowUnixMs: () => world.now,
    habits: { read: async () => usualHabits, keep: async () => undefined },
    copyCode: async () => {},
    saveFile: (name, text) => void saved.push({ name, text }),
    openSheet: async () => void opened.push('sheet'),
  });
  await page.start();
  await page.go('leave');
  const kind = () => {
    const { leaving } = page.current();
    return leaving.kind === 'asking' ? leaving.question?.kind : leaving.kind;
  };
  /** Does something once the file is written and before the page hears of it. */
  const beforeAnswer = (act: () => Promise<unknown>): void => {
    before = act;
  };
  return { world, vault, page, saved, opened, prints, kind, beforeAnswer };
}

describe('a file for another app', () => {
  it('is saved as soon as the passphrase of Doorcode was typed, with what is not in it', async () => {
    const { page, saved, kind } = await openLeaving();
    await page.chooseFormat('bitwarden');
    expect(kind()).toBe('asking');
    await page.proveLeaving('other');
    expect([kind(), page.current().wrong, page.current().failed, saved]).toEqual(['asking', true, false, []]);
    await page.proveLeaving('mine');
    expect(page.current()).toMatchObject({
      leaving: { kind: 'written', count: 2, leftOut: [{ account: 'cy', why: 'kind' }] },
      failed: false,
    });
    expect(saved).toEqual([{ name: 'doorcode-bitwarden.json', text: expect.stringContaining('ada') }]);
  });

  it('that is sealed is saved once its own passphrase was chosen, which opens it', async () => {
    const { page, saved, kind } = await openLeaving();
    await page.chooseFormat('aegis-sealed');
    await page.proveLeaving('mine');
    expect([kind(), saved]).toEqual(['proven', []]);
    await page.sealFile('of the file');
    expect(page.current().leaving).toMatchObject({ kind: 'written', count: 3, leftOut: [] });
    const json = JSON.parse(saved[0]?.text ?? '');
    const salt = toBase64(new Uint8Array(Buffer.from(json.header.slots[0].salt, 'hex')));
    expect(fromBase64(salt)).toHaveLength(32);
    const key = { kek: bytesOf('of the file', salt), salt: fromBase64(salt) ?? new Uint8Array() };
    const read = await readAegis(json, aegisKeyOf(key));
    expect(read.ok && read.value.items.length).toBe(3);
  });

  it('asks for a held button where there is no passphrase', async () => {
    const { page, saved } = await openLeaving({ passphrase: null });
    await page.chooseFormat('key-uris');
    expect(page.current().leaving).toMatchObject({ question: { kind: 'asking', slot: null } });
    expect(saved).toEqual([]);
    await page.proveLeaving('');
    expect(saved.map(({ name }) => name)).toEqual(['doorcode-setup-links.txt']);
  });

  it('is not saved for whoever went back, or to another section, before it came', async () => {
    for (const leave of ['stop', 'go'] as const) {
      const { page, saved, kind, beforeAnswer } = await openLeaving();
      beforeAnswer(async () => (leave === 'stop' ? page.stopLeaving() : page.go('copies')));
      await page.chooseFormat('aegis');
      await page.proveLeaving('mine');
      expect([kind(), saved]).toEqual(['choosing', []]);
    }
  });

  it('is asked for anew five minutes after the passphrase was typed', async () => {
    const { page, saved, kind, world } = await openLeaving();
    await page.chooseFormat('aegis-sealed');
    await page.proveLeaving('mine');
    world.now += 5 * 60_000 + 1;
    await page.sealFile('of the file');
    expect([kind(), saved]).toEqual(['asking', []]);
  });

  it('is none of a locked vault, which forgets what was chosen', async () => {
    const { page, saved, kind, vault } = await openLeaving();
    await page.chooseFormat('aegis-sealed');
    await page.proveLeaving('mine');
    await vault.lock();
    await page.sealFile('of the file');
    expect([kind(), saved, page.current().vault?.kind]).toEqual(['choosing', [], 'locked']);
  });

  it('that was not right when it was read again is not saved, and another can be chosen', async () => {
    const broken = { ...exportFormats.aegis, read: exportFormats['two-fas'].read };
    const { page, saved } = await openLeaving({ formats: { aegis: broken } });
    await page.chooseFormat('aegis');
    await page.proveLeaving('mine');
    expect([page.current().leaving, saved]).toEqual([{ kind: 'choosing', problem: 'not-whole' }, []]);
  });

  it('is not saved where it would hold nothing', async () => {
    const none: ExportFormat = { ...exportFormats.aegis, write: (_, how) => exportFormats.aegis.write([], how) };
    const { page, saved } = await openLeaving({ formats: { aegis: none } });
    await page.chooseFormat('aegis');
    await page.proveLeaving('mine');
    expect([page.current().leaving.kind, saved]).toEqual(['written', []]);
  });

  it('knows what an organisation forbids, and fails where that came meanwhile, back at the choice', async () => {
    const { page, saved, kind, world } = await openLeaving();
    world.policies = { ...noPolicies, organisationName: 'Harbour', plainExportForbidden: true };
    await page.lookAgain();
    expect(page.current().policies).toMatchObject({ plainExportForbidden: true });
    await page.chooseFormat('aegis');
    await page.proveLeaving('mine');
    expect([kind(), saved, page.current().failed]).toEqual(['choosing', [], true]);
  });
});

describe('the sheet of paper', () => {
  it('is opened once the passphrase of Doorcode was typed, on a page that takes it', async () => {
    const { page, saved, opened, prints, kind } = await openLeaving();
    await page.chooseFormat('paper');
    await page.proveLeaving('other');
    expect([kind(), opened, await prints.take()]).toEqual(['asking', [], { kind: 'print', job: null }]);
    await page.proveLeaving('mine');
    expect([kind(), opened, saved, page.current().failed]).toEqual(['choosing', ['sheet'], [], false]);
    expect(await prints.take()).toMatchObject({
      kind: 'print-sheet',
      sheet: { accounts: [{ account: 'ada' }, {}, {}] },
    });
  });

  it('is not opened where an organisation has forbidden it meanwhile', async () => {
    const { page, opened, world } = await openLeaving();
    await page.chooseFormat('paper');
    world.policies = { ...noPolicies, plainExportForbidden: true };
    await page.proveLeaving('mine');
    expect([opened, page.current().failed]).toEqual([[], true]);
  });
});

it('names the type of a file so that a browser keeps its name', () => {
  const types = Object.values(exportFormats).map(({ fileName }) => [
    fileName.replace(/^.*\./, ''),
    mediaTypeOf(fileName),
  ]);
  expect(Object.fromEntries(types)).toEqual({
    json: 'application/json',
    txt: 'text/plain',
    '2fas': 'application/octet-stream',
  });
});
