import { afterEach, describe, expect, it, vi } from 'vitest';
import { AutomaticOffer } from '../../../components/automatic-offer.tsx';
import { FillNotice } from '../../../components/fill-notice.tsx';
import { MovedCard } from '../../../components/moved-card.tsx';
import { UnconfirmedCard } from '../../../components/unconfirmed-card.tsx';
import { button, clear, click, entry, found, hostile, show, t } from './support.tsx';

afterEach(clear);

describe('MovedCard', () => {
  const moved = { accounts: [found, { ...found, index: 1, issuer: hostile.html }], missing: 0, refused: [] };

  it('names every account as text, and adds all by one press', () => {
    const onAddAll = vi.fn();
    const root = show(<MovedCard moved={moved} busy={false} onAddAll={onAddAll} />);
    expect(root.querySelectorAll('li')).toHaveLength(2);
    expect(root.querySelector('.import-counts')?.textContent).toBe(t('importCountNewOther', ['2']));
    expect(root.querySelector('img, b')).toBeNull();
    click(button(t('movedAdd')));
    expect(onAddAll).toHaveBeenCalledOnce();
  });

  it('says of each account whether it is here, or here with other codes', () => {
    const accounts = (['new', 'already-here', 'other-secret'] as const).map((status, index) => ({
      ...found,
      index,
      status,
    }));
    const root = show(<MovedCard moved={{ ...moved, accounts }} busy={false} onAddAll={vi.fn()} />);
    const [fresh, here, other] = Array.from(root.querySelectorAll('li'), ({ textContent }) => textContent ?? '');
    expect(fresh).not.toContain('(');
    expect(here).toContain(t('movedHere'));
    expect(other).toContain(t('movedOther'));
    expect(root.querySelector('.import-counts')?.textContent).toBe('1 new, 1 already here, 1 different here');
  });

  it('says what is missing, what was left out, and offers nothing when all are here', () => {
    const here = moved.accounts.map((account) => ({ ...account, status: 'already-here' as const }));
    const root = show(
      <MovedCard
        moved={{ accounts: here, missing: 2, refused: [{ issuer: 'Acme', account: 'eve', why: 'damaged' }] }}
        busy={false}
        onAddAll={vi.fn()}
      />,
    );
    expect(root.textContent).toContain(t('movedMissing', ['2']));
    expect(root.textContent).toContain(t('phoneLeftDamaged'));
    expect(() => button(t('movedAdd'))).toThrow();
  });
});

describe('FillNotice', () => {
  it('says that a used code is followed by the next one, and when', () => {
    const root = show(<FillNotice filling={{ ...entry, used: true }} nowUnixMs={12_000} problem={null} />);
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('fillWaitingUsed', ['18']));
  });

  it('says that a code about to end is held back', () => {
    const root = show(<FillNotice filling={entry} nowUnixMs={28_000} problem={null} />);
    expect(root.textContent).toBe(t('fillWaitingEnding', ['2']));
  });

  it('says nothing while a fresh code is on its way, or when nothing went wrong', () => {
    expect(show(<FillNotice filling={entry} nowUnixMs={1_000} problem={null} />).textContent).toBe('');
    expect(show(<FillNotice filling={null} nowUnixMs={1_000} problem={null} />).textContent).toBe('');
  });

  it.each([
    ['copied', 'fillCopied', 'status'],
    ['copy', 'fillCopy', 'alert'],
  ] as const)('says where the code is instead: %s', (instead, key, role) => {
    const root = show(<FillNotice filling={null} nowUnixMs={0} problem={{ key: 'fillNoBox', instead }} />);
    expect(root.querySelector(`[role=${role}]`)?.textContent).toContain(t(key));
  });
});

describe('AutomaticOffer', () => {
  it('names the whole host, says what the browser will ask, and takes no for an answer', () => {
    const act = { onAllow: vi.fn(), onDecline: vi.fn() };
    const root = show(<AutomaticOffer host="area.shop.example:8443" {...act} />);
    expect(root.textContent).toContain('area.shop.example:8443');
    expect(root.textContent).toContain(t('automaticAsk'));
    click(button(t('automaticButton')));
    click(button(t('automaticLater')));
    for (const callback of Object.values(act)) expect(callback).toHaveBeenCalledOnce();
  });
});

describe('UnconfirmedCard', () => {
  it('names the account as text, says that nothing is deleted, and takes either answer', () => {
    const act = { onKeep: vi.fn(), onDiscard: vi.fn() };
    const root = show(<UnconfirmedCard issuer={hostile.html} account="" busy={false} {...act} />);
    expect(root.querySelector('img, b')).toBeNull();
    expect(root.textContent).toContain(t('unnamedAccount'));
    expect(root.textContent).toContain(t('unconfirmedHint'));
    click(button(t('unconfirmedKeep')));
    expect(act.onDiscard).not.toHaveBeenCalled();
    click(button(t('unconfirmedDiscard')));
    for (const callback of Object.values(act)) expect(callback).toHaveBeenCalledOnce();
  });

  it('takes no answer while another act is under way', () => {
    show(<UnconfirmedCard issuer="Acme" account="ada" busy onKeep={vi.fn()} onDiscard={vi.fn()} />);
    expect(button(t('unconfirmedKeep')).disabled).toBe(true);
    expect(button(t('unconfirmedDiscard')).disabled).toBe(true);
  });
});
