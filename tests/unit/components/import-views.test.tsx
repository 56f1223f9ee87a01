import { afterEach, describe, expect, it, vi } from 'vitest';
import { AddedTogether, TakenBack } from '../../../components/added-together.tsx';
import { ImportPreview } from '../../../components/import-preview.tsx';
import type { ImportRowView } from '../../../components/view-models.ts';
import { button, clear, click, hostile, show, t } from './support.tsx';

afterEach(clear);

const day = (unixMs: number): string => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(unixMs);
const [then, later] = [Date.UTC(2026, 0, 5, 12), Date.UTC(2026, 2, 9, 12)];
const row = (index: number, verdict: ImportRowView['verdict'], names: Partial<ImportRowView> = {}): ImportRowView => ({
  index,
  issuer: 'Acme',
  account: `account-${index}`,
  sites: [],
  verdict,
  ...names,
});
const mine = {
  issuer: 'Mine',
  account: 'my-name',
  sites: [{ name: 'https://mine.example', ascii: null }],
  state: 'confirmed',
  createdUnixMs: then,
} as const;
const differing = { kind: 'conflicting', differs: 'codes', createdUnixMs: later, mine: [mine] } as const;
const rows = [
  row(0, { kind: 'new', removedUnixMs: null }, { sites: [{ name: 'https://file.example', ascii: null }] }),
  row(1, { kind: 'new', removedUnixMs: then }),
  row(2, { kind: 'same', differs: false }),
  row(3, { kind: 'same', differs: true }),
  row(4, differing),
  row(5, differing),
  row(6, { kind: 'unreadable', reason: 'secret' }),
];
function open(of: readonly ImportRowView[], props: { readonly changed?: boolean; readonly busy?: boolean } = {}) {
  const calls = { onAccept: vi.fn(), onCancel: vi.fn() };
  const root = show(<ImportPreview rows={of} changed={false} intact={true} busy={false} {...props} {...calls} />);
  return { root, ...calls };
}
const boxes = () => Array.from(document.querySelectorAll<HTMLInputElement>('input[type=checkbox]'));
const rowOf = (name: string): string =>
  Array.from(document.querySelectorAll('li')).find(({ textContent }) => textContent?.includes(name))?.textContent ?? '';

describe('what a file would bring', () => {
  it('is counted at the top, with the kinds that there are', () => {
    const { root } = open(rows);
    expect(root.querySelector('.import-counts')?.textContent).toBe(
      '2 new, 2 already here, 2 different here, 1 unreadable',
    );
    expect(document.activeElement?.textContent).toBe(t('importTitle'));
    clear();
    expect(open(rows.slice(2, 3)).root.querySelector('.import-counts')?.textContent).toBe('1 already here');
  });

  it('says of each account what there is to say', () => {
    open(rows);
    expect(rowOf('account-0')).toContain('https://file.example');
    expect(rowOf('account-1')).toContain(t('importRemoved', [day(then)]));
    // The monogram first.
    expect(rowOf('account-2')).toBe('AAcme account-2');
    expect(rowOf('account-3')).toContain(t('importSameDiffers'));
    expect(rowOf('account-4')).toContain(t('importDiffersDates', [day(then), day(later)]));
    expect(rowOf('account-4')).toContain('https://mine.example');
    expect(rowOf('account-6')).toContain(t('importUnreadableSecret'));
  });

  it.each([
    ['codes', 'importDiffersCodes', 'in nothing else'],
    ['sites', 'importDiffersOtherSites', 'in nothing else'],
    ['names', 'importDiffersNames', 'Mine my-name'],
  ] as const)('says in what an account is another than ours: its %s', (differs, key, ours) => {
    open([row(0, { ...differing, differs })]);
    expect(rowOf('account-0')).toContain(t(key));
    expect(rowOf('account-0').includes('Mine my-name')).toBe(ours === 'Mine my-name');
  });

  it.each([
    ['secret', 'importUnreadableSecret'],
    ['parameters', 'importUnreadableParameters'],
    ['fields', 'importUnreadableFields'],
    ['newer', 'importUnreadableNewer'],
  ] as const)('says why an account cannot be read: %s', (reason, key) => {
    open([row(0, { kind: 'unreadable', reason })]);
    expect(rowOf('account-0')).toContain(t(key));
  });

  it('keeps ours by itself, and adds beside it what was ticked, and no longer what was unticked', () => {
    const { onAccept } = open(rows);
    click(button(t('importAddOther', ['2'])));
    expect(onAccept).toHaveBeenLastCalledWith([]);
    for (const box of boxes()) click(box);
    click(button(t('importAddOther', ['4'])));
    expect(onAccept).toHaveBeenLastCalledWith([4, 5]);
    for (const box of boxes().slice(0, 1)) click(box);
    click(button(t('importAddOther', ['3'])));
    expect(onAccept).toHaveBeenLastCalledWith([5]);
  });

  it('says of each box whose it is', () => {
    open(rows);
    const named = boxes().map((box) =>
      (box.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(named).toEqual(['Acme account-4', 'Acme account-5'].map((names) => [t('importBeside'), names]));
  });

  it('ticks and unticks all differing ones at one press', () => {
    const { onAccept } = open(rows);
    click(button(t('importBesideAll')));
    expect(boxes().map(({ checked }) => checked)).toEqual([true, true]);
    click(button(t('importBesideNone')));
    click(button(t('importAddOther', ['2'])));
    expect(onAccept).toHaveBeenLastCalledWith([]);
  });

  it('offers to add nothing where all is here, and says so', () => {
    const { root, onCancel } = open(rows.slice(2, 4));
    expect(root.textContent).toContain(t('importNothingNew'));
    expect(root.querySelector('button.primary')).toBeNull();
    click(button(t('back')));
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('waits for a choice where nothing but differing ones would come', () => {
    open([row(0, differing)]);
    expect(button(t('importAddOther', ['0'])).disabled).toBe(true);
    for (const box of boxes()) click(box);
    expect(button(t('importAddOne', ['1'])).disabled).toBe(false);
  });

  it('takes no press while one is under way', () => {
    open(rows, { busy: true });
    expect(button(t('working')).disabled).toBe(true);
    expect(boxes().every(({ disabled }) => disabled)).toBe(true);
  });

  it('says that the list is another than the one that was accepted', () => {
    const { root } = open(rows, { changed: true });
    expect(root.querySelector('[role=alert]')?.textContent).toContain(t('importChanged'));
  });

  it('shows hostile names as text', () => {
    const names = { issuer: hostile.html, account: hostile.html, sites: [{ name: hostile.html, ascii: null }] };
    const { root } = open([
      ...rows.map(({ index, verdict }) => row(index, verdict, names)),
      row(9, { ...differing, differs: 'names', mine: [{ ...mine, ...names }] }, names),
    ]);
    expect(root.querySelector('b, img, script')).toBeNull();
    expect(root.querySelectorAll('bdi').length).toBeGreaterThan(rows.length);
  });

  it('writes a site in letters of another script as the browser does, too', () => {
    const site = { name: 'https://аррӏе.example', ascii: 'https://xn--80ak6aa92e.example' };
    open([row(0, { kind: 'new', removedUnixMs: null }, { sites: [site] })]);
    expect(rowOf('account-0')).toContain(site.ascii);
  });

  it('has a row for each of a thousand accounts', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      row(index, rows[index % rows.length]?.verdict ?? differing),
    );
    const { root } = open(many);
    expect(root.querySelectorAll('li')).toHaveLength(1_000);
  });
});

describe('accounts added together', () => {
  it('can be taken back at a press, which is not where the focus is', () => {
    const onUndo = vi.fn();
    show(<AddedTogether sentence="Added: 2." onUndo={onUndo} />);
    expect(document.activeElement?.textContent).toBe('Added: 2.');
    click(button(t('importUndo')));
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('offer no way back where there is none', () => {
    show(<AddedTogether sentence="Added: 0." onUndo={null} />);
    expect(() => button(t('importUndo'))).toThrow('No button');
  });

  it('say where they went, and name those that stay', () => {
    const root = show(<TakenBack removed={2} stayed={[{ issuer: hostile.html, account: 'ada' }]} />);
    expect(root.textContent).toContain(t('importUndoneOther', ['2']));
    expect(root.textContent).toContain(t('importStayed'));
    expect(root.textContent).toContain('ada');
    expect(root.querySelector('b, img')).toBeNull();
  });

  it('say where nothing was left to take back', () => {
    expect(show(<TakenBack removed={0} stayed={[]} />).textContent).toBe(t('importUndoGone'));
  });
});

it('says that a file was touched outside of what is sealed, and still shows what it brings', () => {
  const calls = { onAccept: vi.fn(), onCancel: vi.fn() };
  const root = show(<ImportPreview rows={[]} changed={false} intact={false} busy={false} {...calls} />);
  expect(root.textContent).toContain(t('importTouched'));
  show(<ImportPreview rows={[]} changed={false} intact={true} busy={false} {...calls} />);
  expect(document.body.textContent).not.toContain(t('importTouched'));
});
