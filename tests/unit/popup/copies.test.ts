import { expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/popup.ts';
import { saveByItself } from '../../../lib/app/automatic-copy.ts';
import type { BackupHealth } from '../../../lib/app/backup-health.ts';
import { type CopyLocks, copyName } from '../../../lib/app/keep-copy.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { makeFolder } from '../app/fake-folder.ts';
import { inertPorts } from './inert-ports.ts';

const NOW = 1_700_000_000_000;
const health: BackupHealth = {
  last: null,
  accounts: 1,
  added: 1,
  changed: 0,
  removed: 0,
  due: true,
  withEmergencyKey: true,
};

/** A popup over an open vault without accounts at the page, whose background answers from a script. */
function makePopup(folder: 'possible' | 'impossible' = 'possible') {
  const script = {
    automatic: null as (CopyLocks & { keep: number }) | null,
    ask: true,
    sealed: { kind: 'done' } as PageAnswer,
    found: Promise.resolve(),
  };
  const asked: PageRequest['kind'][] = [];
  const files: string[] = [];
  const opened: string[] = [];
  const { world: disk, folder: inMemory } = makeFolder();
  const answers: Partial<Record<PageRequest['kind'], () => PageAnswer>> = {
    'list-entries': () => ({
      kind: 'entries',
      origin: null,
      automatic: 'off',
      submits: false,
      refused: null,
      correctionSeconds: 0,
      lookAlike: null,
      offer: null,
      practise: false,
      missed: null,
      entries: [],
    }),
    'look-back': () => ({ kind: 'offer', verdict: 'unknown', offer: null, box: 'none' }),
    settings: () => ({ kind: 'settings', autoLockMinutes: 5, reminder: null, sharedComputer: false }),
    'copy-health': () => ({ kind: 'copy-health', health, ask: script.ask, automatic: script.automatic }),
    'seal-copy': () => script.sealed,
    'backup-kept': () => ({ kind: 'done' }),
    'copies-later': () => {
      script.ask = false;
      return { kind: 'done' };
    },
    'vault-state': () => ({ kind: 'vault-state', state: { kind: 'unlocked', deadlineUnixMs: NOW, slots: [] } }),
    'check-proof': () => ({ kind: 'done' }),
    'export-backup': () => ({ kind: 'backup', text: 'sealed', unixMs: NOW, copyId: 'c1' }),
  };
  const popup = createPopup({
    ...inertPorts,
    nowUnixMs: () => NOW,
    ask: async (request) => {
      asked.push(request.kind);
      if (request.kind === 'found-texts') await script.found;
      return answers[request.kind]?.() ?? { kind: 'failed', reason: 'not-scripted' };
    },
    derive: async () => 'AAAA',
    readDom: async () => ({
      origin: null,
      texts: [],
      shownKeys: [],
      pointed: false,
      places: [],
      looked: { pictures: 0, links: 0, frames: 1, unread: 0, screenshot: false },
    }),
    readSecurityLinks: async () => null,
    copies:
      folder === 'possible'
        ? {
            folderState: inMemory.state,
            save: (ask) => saveByItself({ folder: inMemory, lock: { run: (_name, act) => act() }, ask }),
            openPage: async () => void opened.push('copies'),
          }
        : null,
    saveFile: (_name, text) => void files.push(text),
    afterPaint: async () => undefined,
  });
  return { popup, script, asked, files, opened, disk, answers };
}

it('asks how the copies stand only after the page was read and looked back at', async () => {
  const { popup, asked, script } = makePopup();
  const { promise, resolve } = Promise.withResolvers<void>();
  script.found = promise;
  const started = popup.start();
  await Promise.resolve();
  expect(popup.current().copies).toBe(null);
  expect(asked).not.toContain('copy-health');
  resolve();
  await started;
  expect(asked.indexOf('copy-health')).toBeGreaterThan(asked.indexOf('look-back'));
  expect(popup.current().copies).toEqual({ health, ask: true, folder: 'off' });
  // Copies that are not wanted cost no second question.
  expect(asked.filter((kind) => kind === 'copy-health')).toHaveLength(1);
});

it('puts the question for a copy off when told so', async () => {
  const { popup, asked } = makePopup();
  await popup.start();
  await popup.copiesLater();
  expect(asked).toContain('copies-later');
  expect(popup.current().copies?.ask).toBe(false);
});

it('notes a copy once its file was handed over, and shows how the copies stand then', async () => {
  const { popup, asked, files, answers } = makePopup();
  await popup.start();
  answers['copy-health'] = () => ({
    kind: 'copy-health',
    health: { ...health, last: { unixMs: NOW, days: 0 }, added: 0 },
    ask: false,
    automatic: null,
  });
  await popup.show('export');
  await popup.proveExport('');
  await popup.exportBackup('words');
  expect(files).toEqual(['sealed']);
  expect(asked.slice(asked.indexOf('export-backup'))).toEqual(['export-backup', 'backup-kept', 'copy-health']);
  expect(popup.current()).toMatchObject({ success: { kind: 'backup-saved' }, copies: { ask: false } });
});

it('notes no copy that was not sealed', async () => {
  const { popup, asked, answers, files } = makePopup();
  await popup.start();
  answers['export-backup'] = () => ({ kind: 'failed', reason: 'locked' });
  await popup.show('export');
  await popup.proveExport('');
  await popup.exportBackup('words');
  expect(asked).not.toContain('backup-kept');
  expect(files).toEqual([]);
});

it('writes a copy into the folder when it opens, and notes it', async () => {
  const { popup, script, disk, asked } = makePopup();
  script.automatic = { salt: 'AAAA', emergencySalt: null, keep: 5 };
  script.sealed = { kind: 'backup', text: 'sealed', unixMs: NOW, copyId: 'c1' };
  await popup.start();
  expect([...disk.files]).toEqual([[copyName(NOW), 'sealed']]);
  expect(asked).toContain('backup-kept');
  expect(popup.current().copies?.folder).toBe('ready');
});

it.each([['none'], ['needs-press']] as const)(
  'seals nothing while the folder is in state %s, and says so',
  async (state) => {
    const { popup, script, disk, asked } = makePopup();
    script.automatic = { salt: 'AAAA', emergencySalt: null, keep: 5 };
    disk.state = state;
    await popup.start();
    expect(asked).not.toContain('seal-copy');
    expect(popup.current().copies?.folder).toBe(state);
  },
);

it('says that a copy could not be written', async () => {
  const { popup, script, disk } = makePopup();
  script.automatic = { salt: 'AAAA', emergencySalt: null, keep: 5 };
  script.sealed = { kind: 'backup', text: 'sealed', unixMs: NOW, copyId: 'c1' };
  disk.fault = (call) => {
    if (call === 'rename') throw new Error('the disk was pulled out');
  };
  await popup.start();
  expect(popup.current().copies?.folder).toBe('failed');
});

it('has no folder in a browser that gives none, and opens the page where one is chosen in others', async () => {
  const without = makePopup('impossible');
  without.script.automatic = { salt: 'AAAA', emergencySalt: null, keep: 5 };
  await without.popup.start();
  expect(without.popup.current().copies?.folder).toBe('impossible');
  expect(without.asked).not.toContain('seal-copy');
  const { popup, opened } = makePopup();
  await popup.openCopies();
  expect(opened).toEqual(['copies']);
});

it('looks again at how the copies stand whenever the settings are opened', async () => {
  const { popup, answers } = makePopup();
  await popup.start();
  answers['copy-health'] = () => ({ kind: 'copy-health', health: { ...health, added: 2 }, ask: true, automatic: null });
  await popup.show('settings');
  expect(popup.current().copies?.health.added).toBe(2);
});
