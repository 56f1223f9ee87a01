import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExportFile } from '../../../components/export-file.tsx';
import type { LeavingView } from '../../../components/view-models.ts';
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
    expect(offered.toSorted()).toEqual(Object.keys(exportFormats).toSorted());
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
