import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ForeignFile } from '../../../components/foreign-file.tsx';
import type { FileProblemView, ForeignFileView, LeftOutOfFileView } from '../../../components/view-models.ts';
import { button, clear, click, control, hostile, show, submit, t, type } from './support.tsx';

afterEach(clear);

const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

function view(file: ForeignFileView, { busy = false } = {}) {
  const calls = {
    onPassphrase: vi.fn(),
    onCostly: vi.fn(),
    onAccept: vi.fn(),
    onRestore: vi.fn(),
    onClose: vi.fn(),
  };
  return { root: show(<ForeignFile file={file} busy={busy} {...calls} />), ...calls };
}

const preview = (parts: Partial<Extract<ForeignFileView, { kind: 'preview' }>>): ForeignFileView => ({
  kind: 'preview',
  app: 'Aegis',
  rows: [{ index: 0, issuer: 'Acme', account: 'ada', sites: [], verdict: { kind: 'new', removedUnixMs: null } }],
  shown: 's1',
  changed: false,
  leftOut: [],
  others: 0,
  ...parts,
});

describe("another app's file that is being read", () => {
  it('says so once, shows how much is done, and can be stopped', () => {
    const { root, onClose } = view({ kind: 'reading', part: 0.25 });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('fileReading'));
    const bar = root.querySelector('progress');
    expect(bar?.value).toBe(0.25);
    expect(bar?.closest('label')?.textContent).toBe(t('fileReadingPart', [percent.format(0.25)]));
    // What changes with every hundredth part is not announced each time.
    expect(bar?.closest('[role=status]')).toBeNull();
    click(button(t('fileStop')));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('shows no bar before anything is known of the time', () => {
    expect(view({ kind: 'reading', part: null }).root.querySelector('progress')).toBeNull();
  });

  it('has the focus beside its button, so that the key that sent the passphrase does not stop it', () => {
    const { root } = view({ kind: 'reading', part: null });
    expect(document.activeElement).toBe(root.querySelector('section'));
  });
});

describe("another app's file that a passphrase locks", () => {
  it('has the focus in the box of the passphrase, which Enter sends', () => {
    const { root, onPassphrase } = view({ kind: 'passphrase', app: 'Aegis', wrong: false });
    const box = control(t('filePassphrase'));
    expect(document.activeElement).toBe(box);
    expect(root.textContent).toContain(t('fileOf', ['Aegis']));
    type(box, 'correct horse ');
    submit();
    expect(onPassphrase).toHaveBeenCalledExactlyOnceWith('correct horse ');
  });

  it('has it there too where the page has not come to rest yet, and sends nothing then', () => {
    const { onPassphrase } = view({ kind: 'passphrase', app: 'Aegis', wrong: false }, { busy: true });
    expect(document.activeElement).toBe(control(t('filePassphrase')));
    submit();
    expect(onPassphrase).not.toHaveBeenCalled();
  });

  it('names no app where it may be of any of several', () => {
    const { root } = view({ kind: 'passphrase', app: '', wrong: false });
    expect(root.querySelector('p')?.textContent).toBe(t('filePassphraseLead'));
  });

  it('may be a file of another kind, where nothing in it says whose it is', () => {
    const { root } = view({ kind: 'passphrase', app: 'andOTP', guess: true, wrong: false });
    expect(root.querySelector('p')?.textContent).toBe(`${t('fileMaybe', ['andOTP'])} ${t('filePassphraseLead')}`);
  });

  it('says beside the box that what was typed opens nothing, and can be left', () => {
    const { root, onClose } = view({ kind: 'passphrase', app: 'Aegis', wrong: true });
    const problem = root.querySelector('[role=alert]');
    expect(problem?.textContent).toBe(t('filePassphraseWrong'));
    expect(control(t('filePassphrase')).getAttribute('aria-describedby')).toBe(problem?.id);
    click(button(t('cancel')));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("another app's file whose key takes long", () => {
  it('says how long before anything is begun', () => {
    const { root, onCostly, onClose } = view({ kind: 'costly', app: 'Ente Auth', seconds: 40 });
    expect(document.activeElement?.textContent).toBe(t('fileCostlyTitle'));
    const span = new Intl.NumberFormat(undefined, { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(40);
    expect(root.textContent).toContain(t('fileCostlyLead', [span]));
    click(button(t('fileCostlyStart')));
    expect(onCostly).toHaveBeenCalledOnce();
    click(button(t('cancel')));
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("another app's file that brings nothing", () => {
  /** What each has to speak of, in words. */
  const problems: Readonly<Record<FileProblemView, RegExp>> = {
    damaged: /damaged or was cut off/,
    'too-large': /too large/,
    'too-many': /more accounts than/,
    unrecognised: /does not know this kind of file/,
    'nothing-in-it': /no account with codes/,
    'account-restricted': /your own Bitwarden account/,
    'microsoft-cloud': /Microsoft Authenticator/,
    pgp: /PGP/,
    sqlite: /an app keeps for itself/,
    'keepass-database': /KeePass files/,
    age: /the program age/,
    doorcode: /saved copy of Doorcode/,
  };

  it.each(Object.keys(problems).filter((one): one is FileProblemView => one in problems))(
    'says what %s means, that nothing was changed and what to do, and takes the focus from the reading',
    (problem) => {
      view({ kind: 'reading', part: null });
      const { root } = view({ kind: 'problem', name: 'accounts.json', problem });
      const text = root.querySelector('.notice-error p')?.textContent ?? '';
      expect(text).toMatch(/^accounts\.json: .*Nothing was changed/);
      const meant = Object.entries(problems).flatMap(([one, words]) => (words.test(text) ? [one] : []));
      expect(meant).toEqual([problem]);
      expect(document.activeElement).toBe(root.querySelector('.notice-error')?.parentElement);
    },
  );

  it('leads to the screen that restores it where it is a saved copy of ours, and else nowhere', () => {
    view({ kind: 'problem', name: hostile.html, problem: 'damaged' });
    expect(document.querySelector('button, img')).toBeNull();
    const { onRestore } = view({ kind: 'problem', name: 'copy.json', problem: 'doorcode' });
    click(button(t('restoreTitle')));
    expect(onRestore).toHaveBeenCalledOnce();
  });
});

describe("what another app's file would bring", () => {
  it('is listed after whose file it is, and has the focus', () => {
    view({ kind: 'reading', part: null });
    const { root, onAccept, onClose } = view(preview({}));
    expect(root.textContent).toContain(t('fileOf', ['Aegis']));
    expect(root.querySelector('.import-rows')?.textContent).toContain('ada');
    expect(document.activeElement?.textContent).toBe(t('importTitle'));
    expect(root.querySelector('.notice')).toBeNull();
    click(button(t('importAddOne', ['1'])));
    expect(onAccept).toHaveBeenCalledExactlyOnceWith([]);
    click(button(t('cancel')));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('names no app where that is not known', () => {
    expect(view(preview({ app: '' })).root.textContent).not.toContain(t('fileOf', ['']).trim());
  });

  it('is shown anew where it changed since, with nothing chosen', () => {
    const verdict = { kind: 'conflicting', differs: 'codes', createdUnixMs: 0, mine: [] } as const;
    const rows = [{ index: 0, issuer: 'Acme', account: 'ada', sites: [], verdict }];
    const box = () => document.querySelector<HTMLInputElement>('input[type=checkbox]');
    const { root } = view(preview({ rows }));
    expect(root.querySelector('.notice-warning')).toBeNull();
    act(() => box()?.click());
    expect(box()?.checked).toBe(true);
    view(preview({ rows, shown: 's2', changed: true }));
    expect(root.querySelector('.notice-warning')?.textContent).toBe(t('importChanged'));
    expect(document.activeElement?.textContent).toBe(t('importTitle'));
    expect(box()?.checked).toBe(false);
  });

  it('names what is left out, as text, each with its reason, and counts what has no codes', () => {
    /** What each has to speak of, in words. */
    const whys: Readonly<Record<LeftOutOfFileView['why'], RegExp>> = {
      'unknown-type': /made in a way/,
      'algorithm-unknown': /made with a method/,
      'digits-invalid': /number of digits/,
      'period-invalid': /last for an impossible time/,
      'counter-invalid': /count of its codes/,
      'secret-missing': /no setup key/,
      'no-key': /no setup key/,
      'secret-invalid': /key is damaged/,
      'not-an-account': /nothing that makes codes/,
      removed: /removed in the other app/,
    };
    const leftOut = Object.keys(whys)
      .filter((one): one is LeftOutOfFileView['why'] => one in whys)
      .map((why) => ({ issuer: hostile.html, account: '', why }));
    const { root } = view(preview({ leftOut, others: 12 }));
    const rows = Array.from(root.querySelectorAll('.notice-warning li'), ({ textContent }) => textContent);
    expect(rows).toHaveLength(leftOut.length);
    for (const [at, { why }] of leftOut.entries()) {
      expect(rows[at]).toMatch(whys[why]);
      expect(rows[at]?.startsWith(`${hostile.html} ${t('unnamedAccount')}: `), why).toBe(true);
    }
    expect(root.querySelector('img')).toBeNull();
    expect(root.querySelector('.hint')?.textContent).toBe(t('fileOthers', ['12']));
  });

  it('calls what is left out by the one name that it has', () => {
    const why = 'no-key';
    const { root } = view(
      preview({
        leftOut: [
          { issuer: '', account: 'ada', why },
          { issuer: '', account: '', why },
        ],
      }),
    );
    expect(Array.from(root.querySelectorAll('.notice-warning li'), ({ textContent }) => textContent)).toEqual([
      `ada: ${t('fileLeftNoKey')}`,
      `${t('unnamedIssuer')} ${t('unnamedAccount')}: ${t('fileLeftNoKey')}`,
    ]);
  });
});
