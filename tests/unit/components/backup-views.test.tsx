import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackupCard } from '../../../components/backup-card.tsx';
import { BackupKept } from '../../../components/backup-kept.tsx';
import { PrintSheet } from '../../../components/print-sheet.tsx';
import { button, clear, click, hostile, show, t } from './support.tsx';

afterEach(clear);

const names = (): readonly string[] =>
  Array.from(document.querySelectorAll('button')).map((one) => one.textContent?.trim() ?? '');

describe('the card of a backup code', () => {
  const account = { id: 'e1', issuer: 'Harbour', account: 'ada', hasCodes: false };
  const offer = { quote: 'Your backup code is', codes: ['AAAA-BBBB'], entryId: 'e1', accounts: [account] };
  const act = () => ({ onPrint: vi.fn(), onCopy: vi.fn(), onKeep: vi.fn(), onDiscard: vi.fn() });

  it('has printing and copying before keeping, and says what a copy only here is worth', () => {
    const calls = act();
    const root = show(<BackupCard offer={offer} busy={false} {...calls} />);
    expect(names()).toEqual([t('backupPrint'), t('backupCopy'), t('backupKeep'), t('backupDiscard')]);
    const text = root.textContent ?? '';
    expect(text.indexOf(t('backupOnlyHere'))).toBeLessThan(text.indexOf(t('backupKeep')));
    click(button(t('backupPrint')));
    expect(calls.onPrint).toHaveBeenCalledExactlyOnceWith('e1');
  });

  it('can be printed before the account is chosen', () => {
    const calls = act();
    const accounts = [account, { ...account, id: 'e2', account: 'bob' }];
    show(<BackupCard offer={{ ...offer, entryId: null, accounts }} busy={false} {...calls} />);
    expect(button(t('backupKeep')).disabled).toBe(true);
    click(button(t('backupPrint')));
    expect(calls.onPrint).toHaveBeenCalledExactlyOnceWith(null);
  });
});

describe('kept backup codes', () => {
  const props = { backup: { fresh: 1, used: 0 }, busy: false, here: false };

  it('can be printed once they are shown', () => {
    const calls = { onShow: vi.fn(), onPrint: vi.fn(), onFill: vi.fn() };
    show(<BackupKept {...props} codes={null} {...calls} />);
    expect(names()).not.toContain(t('backupPrint'));
    show(<BackupKept {...props} codes={[{ code: 'AAAA', used: false }]} {...calls} />);
    click(button(t('backupPrint')));
    expect(calls.onPrint).toHaveBeenCalledOnce();
  });
});

describe('the sheet', () => {
  const sheet = {
    issuer: hostile.html,
    account: 'ada@example.test',
    sites: [{ name: 'https://portal.example', ascii: null }],
    codes: ['AAAA-BBBB'],
    atUnixMs: Date.UTC(2026, 0, 5, 12),
  };

  it('shows whose codes, which site and which day, as text', () => {
    const onPrint = vi.fn();
    const root = show(<PrintSheet sheet={sheet} onPrint={onPrint} onClose={vi.fn()} />);
    const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(sheet.atUnixMs);
    for (const text of ['ada@example.test', 'https://portal.example', 'AAAA-BBBB', day])
      expect(root.textContent).toContain(text);
    expect(root.querySelector('b, img')).toBe(null);
    click(button(t('backupPrint')));
    expect(onPrint).toHaveBeenCalledOnce();
  });

  it('shows nothing of the codes any more once they were taken off the page', () => {
    show(<PrintSheet sheet={sheet} onPrint={vi.fn()} onClose={vi.fn()} />);
    const root = show(<PrintSheet sheet="over" onPrint={vi.fn()} onClose={vi.fn()} />);
    expect(root.innerHTML).not.toContain('AAAA-BBBB');
    expect(root.textContent).toBe(`${t('printTitle')}${t('printOver')}`);
  });

  it('says where to press again when nothing waits', () => {
    const root = show(<PrintSheet sheet={null} onPrint={vi.fn()} onClose={vi.fn()} />);
    expect(root.textContent).toContain(t('printNothing'));
  });
});
