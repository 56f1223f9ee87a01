import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountSheet } from '../../../components/account-sheet.tsx';
import { ExportFile } from '../../../components/export-file.tsx';
import type { LeavingView, SheetView } from '../../../components/view-models.ts';
import { noPolicies, type Policies } from '../../../lib/app/policies.ts';
import { exportFormats } from '../../../lib/backup/export/export-formats.ts';
import { button, clear, click, hostile, show, t } from './support.tsx';

afterEach(clear);

const acts = () => ({ onFormat: vi.fn(), onProof: vi.fn(), onPassphrase: vi.fn(), onBack: vi.fn() });
function shown(leaving: LeavingView, part: { readonly forbidden?: Policies; readonly isEmpty?: boolean } = {}) {
  const on = acts();
  const view = show(
    <ExportFile
      leaving={leaving}
      isEmpty={part.isEmpty ?? false}
      forbidden={part.forbidden ?? null}
      busy={false}
      wrong={false}
      {...on}
    />,
  );
  const offered = [...view.querySelectorAll('[data-format]')].map((one) => one.getAttribute('data-format'));
  return { ...on, view, offered, text: view.textContent ?? '' };
}
const choosing = { kind: 'choosing', problem: null } as const;
const asking = { kind: 'asking', isProven: false, withoutPassphrase: false } as const;

describe('the choice of another app', () => {
  it('offers every kind of file, the locked one first, and warns of the others', () => {
    const { offered, text, onFormat } = shown(choosing);
    expect(offered[0]).toBe('aegis-sealed');
    expect(offered.toSorted()).toEqual([...Object.keys(exportFormats), 'paper'].toSorted());
    expect(text).toContain(t('leavePlainWarning'));
    expect(text).toContain(t('managerToPhone'));
    click(button('2FAS'));
    expect(onFormat).toHaveBeenCalledExactlyOnceWith('two-fas');
  });

  it('offers the locked one alone where the organisation forbids the others', () => {
    const { offered, text } = shown(choosing, {
      forbidden: { ...noPolicies, organisationName: 'Harbour', plainExportForbidden: true },
    });
    expect(offered).toEqual(['aegis-sealed']);
    expect(text).toContain(t('leaveForbidden', ['Harbour']));
    expect(text).not.toContain(t('managerToPhone'));
  });

  it('is none where there is no account, and says so', () => {
    const { offered, text } = shown(choosing, { isEmpty: true });
    expect([offered, text.includes(t('leaveNone'))]).toEqual([[], true]);
  });

  it('says that the last file was not right', () => {
    expect(shown({ kind: 'choosing', problem: 'not-whole' }).text).toContain(t('leaveNotWhole'));
  });
});

describe('a file for another app', () => {
  it('that anybody can read is warned of right where it is asked for', () => {
    const { text } = shown({ ...asking, format: 'bitwarden' });
    expect(text).toContain(t('leavePlainWarning'));
  });

  it('that is locked takes a passphrase of its own, with how hard it is to guess', () => {
    expect(shown({ ...asking, format: 'aegis-sealed' }).view.querySelectorAll('input')).toHaveLength(1);
    clear();
    const { view, text } = shown({ ...asking, format: 'aegis-sealed', isProven: true });
    expect(view.querySelectorAll('input[autocomplete=new-password]')).toHaveLength(2);
    expect(text).toContain(t('leavePassphraseLead'));
  });

  it('says what it holds, what it does not, and what to do with it', () => {
    const leftOut = [{ issuer: hostile.html, account: '', why: 'parameters' }] as const;
    const { text, view, onBack } = shown({ kind: 'written', fileName: 'doorcode.2fas', count: 3, leftOut });
    expect(text).toContain(t('leaveSaved', ['doorcode.2fas', '3']));
    expect(text).toContain(t('leaveLeftParameters'));
    expect(text).toContain(t('unnamedAccount'));
    expect(text).toContain(t('leaveThen'));
    expect(view.querySelector('b')).toBeNull();
    click(button(t('leaveOther')));
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('that would hold nothing is not said to be saved', () => {
    const { text } = shown({ kind: 'written', fileName: 'x', count: 0, leftOut: [] });
    expect(text).toContain(t('leaveNothing'));
    expect(text).not.toContain(t('leaveThen'));
  });
});

describe('the sheet of paper', () => {
  const account = { issuer: 'Harbour', account: hostile.html, setupKey: 'GEZD GNBV', codes: null } as const;
  const sheet = (accounts: SheetView['accounts']) => {
    const on = { onPrint: vi.fn(), onClose: vi.fn() };
    return { ...on, view: show(<AccountSheet sheet={{ accounts, atUnixMs: 0 }} {...on} />) };
  };

  it('shows of each account its names, its QR code and its setup key, and warns of itself', () => {
    const { view, onPrint } = sheet([{ ...account, modules: [[true]] }]);
    const text = view.textContent ?? '';
    for (const part of ['Harbour', hostile.html, 'GEZD GNBV', t('sheetAdvice')]) expect(text).toContain(part);
    expect(view.querySelectorAll('svg.qr')).toHaveLength(1);
    expect(text).not.toContain(t('sheetCodes'));
    click(button(t('leavePrint')));
    expect(onPrint).toHaveBeenCalledOnce();
  });

  it('says how codes are made that are not as usual, and has no picture of what is too long for one', () => {
    const odd = { kind: 'totp', digits: 8, algorithm: 'SHA256', periodSeconds: 60 } as const;
    const counted = { kind: 'hotp', digits: 6, algorithm: 'SHA1', periodSeconds: null } as const;
    const { view } = sheet(
      [odd, counted, { kind: 'steam' } as const].map((codes) => ({ ...account, codes, modules: null })),
    );
    for (const said of ['8 digits, new every 60 s, SHA256', '6 digits, by counter, SHA1', 'Steam Guard'])
      expect(view.textContent).toContain(said);
    expect(view.querySelector('svg')).toBeNull();
  });

  it('shows no key any more once its time is over', () => {
    sheet([{ ...account, modules: [[true]] }]);
    const view = show(<AccountSheet sheet="over" onPrint={vi.fn()} onClose={vi.fn()} />);
    expect(view.textContent).toContain(t('sheetOver'));
    expect(view.textContent).not.toContain('GEZD');
    expect(view.querySelector('svg')).toBeNull();
  });

  it('is warned of where it is asked for', () => {
    expect(shown({ ...asking, format: 'paper' }).text).toContain(t('leavePaperLead'));
  });
});
