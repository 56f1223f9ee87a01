import { afterEach, describe, expect, it, vi } from 'vitest';
import { AccountChange } from '../../../components/account-change.tsx';
import { EditAccount } from '../../../components/edit-account.tsx';
import { EditedNotice } from '../../../components/edited-notice.tsx';
import type { EditableView } from '../../../components/view-models.ts';
import { button, choose, clear, click, control, hostile, show, submit, t, type } from './support.tsx';

const shown: EditableView = {
  id: 'e1',
  issuer: 'Example Hosting',
  account: 'ada@example.test',
  sites: [
    { name: 'https://portal.example:8443', ascii: null },
    { name: 'https://pоrtal.example', ascii: 'https://xn--prtal-jye.example' },
  ],
  codes: { kind: 'totp', algorithm: 'SHA1', digits: 6, periodSeconds: 30, counter: 0 },
  updatedUnixMs: 5,
};
const key = 'JBSWY3DPEHPK3PXP';

function form(part: Partial<Parameters<typeof EditAccount>[0]> = {}) {
  const on = { onSave: vi.fn(), onConfirm: vi.fn(), onReturn: vi.fn(), onCancel: vi.fn() };
  const props = { shown, busy: false, problem: null, meanwhile: false, changes: null, ...on, ...part };
  return {
    on,
    root: show(<EditAccount {...props} />),
    again: (more: object) => show(<EditAccount {...props} {...more} />),
  };
}
const saved = ({ onSave }: ReturnType<typeof form>['on']) => onSave.mock.calls.map(([edit]) => edit);

afterEach(clear);

describe('the form of an account', () => {
  it('shows what is stored, each site in full, and never the key', () => {
    const { root } = form();
    expect(document.activeElement?.textContent).toBe(t('editTitle'));
    expect(control(t('manualIssuer')).value).toBe('Example Hosting');
    expect(root.textContent).toContain('https://portal.example:8443');
    expect(root.textContent).toContain('https://xn--prtal-jye.example');
    expect(control(t('editKey')).value).toBe('');
  });

  it('sends names without a word about codes', () => {
    const { on } = form();
    type(control(t('manualAccount')), 'bob');
    submit();
    expect(saved(on)).toEqual([
      { issuer: 'Example Hosting', account: 'bob', removedSites: [], codes: null, shownCounter: null },
    ]);
  });

  it('names the sites that go as the browser writes them, and only those that still go when it is saved', () => {
    const { on, root } = form();
    click(button('Remove https://portal.example:8443'));
    click(button('Remove https://pоrtal.example'));
    expect(root.textContent).toContain(t('editSiteGoes'));
    click(button('Keep https://portal.example:8443'));
    submit();
    expect(saved(on)).toMatchObject([{ removedSites: ['https://xn--prtal-jye.example'] }]);
  });

  it('says how sites come where there is none', () => {
    expect(form({ shown: { ...shown, sites: [] } }).root.textContent).toContain(t('editSitesNone'));
  });

  it('sends all that decides about codes once one of it was touched, with the counter that was shown', () => {
    const counted: EditableView = { ...shown, codes: { ...shown.codes, kind: 'hotp', counter: 41 } };
    const { on } = form({ shown: counted });
    choose(t('manualAlgorithm'), 'SHA512');
    type(control(t('editKey')), key);
    submit();
    const codes = { secretText: key, kind: 'hotp', algorithm: 'SHA512', digits: 6, periodSeconds: 30, counter: 41 };
    expect(saved(on)).toMatchObject([{ codes, shownCounter: 41 }]);
  });

  it.each([
    ['totp', 'manualDigits', '11', 'manualProblemDigits'],
    ['totp', 'manualPeriod', '0', 'manualProblemPeriod'],
    ['totp', 'manualPeriod', '', 'manualProblemPeriod'],
    ['hotp', 'manualCounter', '-1', 'manualProblemCounter'],
  ] as const)('says beside the box what is wrong with %s %s %j, and saves nothing', (kind, label, text, problem) => {
    const { on, root } = form({ shown: { ...shown, codes: { ...shown.codes, kind } } });
    const box = control(t(label));
    box.type = 'text';
    type(box, text);
    submit();
    expect(on.onSave).not.toHaveBeenCalled();
    expect(Array.from(root.querySelectorAll('[role=alert]'), (one) => one.textContent)).toEqual([t(problem)]);
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe(t(problem));
    type(box, '7');
    expect(root.querySelector('[role=alert]')).toBe(null);
  });

  it.each([
    ['issuer-too-long', 'manualIssuer', 'editNameLong'],
    ['account-too-long', 'manualAccount', 'editNameLong'],
    ['secret-invalid', 'editKey', 'manualProblemSecret'],
    ['secret-short', 'editKey', 'manualProblemShort'],
  ] as const)('says beside the box why %s was refused, until something else is typed', (problem, label, text) => {
    const { root } = form({ problem });
    const box = control(t(label));
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t(text));
    type(box, 'other');
    expect(root.querySelector('[role=alert]')).toBe(null);
  });

  it('says that it was changed elsewhere meanwhile', () => {
    expect(form({ meanwhile: true }).root.textContent).toContain(t('editMeanwhile'));
  });

  it('shows hostile names as text only', () => {
    const { root } = form({ shown: { ...shown, sites: [{ name: hostile.html, ascii: null }] } });
    expect(root.querySelector('b, img')).toBe(null);
  });

  it('can be left, and sends nothing while something is under way', () => {
    const { on, again } = form();
    click(button(t('cancel')));
    expect(on.onCancel).toHaveBeenCalledOnce();
    again({ busy: true });
    submit();
    expect(on.onSave).not.toHaveBeenCalled();
  });
});

describe('the warning before codes change', () => {
  const changes = [
    { field: 'kind', from: 'totp', to: 'hotp' },
    { field: 'algorithm', from: 'SHA1', to: 'SHA256' },
    { field: 'digits', from: 6, to: 8 },
    { field: 'counter', from: null, to: 3 },
    { field: 'key' },
  ] as const;

  it('says what was and what is to be, nothing of a key but that it is another one, and acts by the second press', () => {
    const { on, root, again } = form();
    type(control(t('editKey')), key);
    again({ changes });
    expect(document.activeElement?.textContent).toBe(t('editWarnTitle'));
    expect(Array.from(root.querySelectorAll('dd'), (one) => one.textContent)).toEqual([
      'By time becomes By counter',
      'SHA-1 becomes SHA-256',
      '6 becomes 8',
      '3',
      t('editKeyChange'),
    ]);
    expect(root.innerHTML).not.toContain(key);
    for (const said of ['editWarnLead', 'editWarnKept'] as const) expect(root.textContent).toContain(t(said));
    expect(on.onConfirm).not.toHaveBeenCalled();
    click(button(t('editWarnConfirm')));
    expect(on.onConfirm).toHaveBeenCalledOnce();
  });

  it('leads back to what was typed', () => {
    const { on, again } = form();
    type(control(t('editKey')), key);
    again({ changes });
    click(button(t('back')));
    expect(on.onReturn).toHaveBeenCalledOnce();
    again({ changes: null });
    expect(control(t('editKey')).value).toBe(key);
    expect(document.activeElement?.textContent).toBe(t('manualSave'));
  });
});

describe('the notice of an edit', () => {
  it('that changed codes says what is kept and takes it back, that of names says only that they are saved', () => {
    const onUndo = vi.fn();
    const root = show(<EditedNotice onUndo={onUndo} />);
    expect(root.textContent).toContain(t('editSavedCodes'));
    expect(document.activeElement?.textContent).toBe(t('removeUndo'));
    click(button(t('removeUndo')));
    expect(onUndo).toHaveBeenCalledOnce();
    clear();
    expect(show(<EditedNotice />).textContent).toBe(t('editSaved'));
  });
});

describe('the end of an account’s screen', () => {
  it('leads to the form and to the question before a removal, and takes the focus back from the form', () => {
    const on = { onEdit: vi.fn(), onRemove: vi.fn() };
    show(<AccountChange busy={false} left={true} question={null} {...on} />);
    expect(document.activeElement?.textContent).toBe(t('accountEdit'));
    click(button(t('accountEdit')));
    click(button(t('accountRemove')));
    expect([on.onEdit, on.onRemove].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    const root = show(<AccountChange busy={false} left={false} question={<p>Sure?</p>} {...on} />);
    expect(root.textContent).toBe('Sure?');
  });

  it('offers no removal where there is another button for it', () => {
    show(<AccountChange busy={false} left={false} question={null} onEdit={vi.fn()} />);
    expect(() => button(t('accountRemove'))).toThrow('No button');
  });
});
