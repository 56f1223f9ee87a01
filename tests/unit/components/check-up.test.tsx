import { afterEach, describe, expect, it, vi } from 'vitest';
import { CheckUpList } from '../../../components/check-up.tsx';
import type { CheckUpView } from '../../../components/view-models.ts';
import { button, clear, click, hostile, show, t } from './support.tsx';

afterEach(clear);

const named = (account: string) => ({ issuer: 'Acme', account });
const well: CheckUpView = {
  copies: {
    last: { unixMs: 1_700_000_000_000, days: 0 },
    accounts: 1,
    added: 0,
    changed: 0,
    removed: 0,
    due: false,
    withEmergencyKey: true,
  },
  since: { added: [], changed: [], removed: [] },
  emergencyKey: true,
  passphrase: { strength: 4 },
  clock: { correctionSeconds: 0, measured: null },
  pending: [],
  stale: [],
  sites: [],
  openings: [],
  needs: [],
};

function open(part: Partial<CheckUpView> = {}) {
  const act = {
    onSaveCopy: vi.fn(),
    onKeys: vi.fn(),
    onStopCorrecting: vi.fn(),
    onLook: vi.fn(),
    onAccounts: vi.fn(),
    onSites: vi.fn(),
  };
  const root = show(<CheckUpList checkUp={{ ...well, ...part }} busy={false} {...act} />);
  const about = (line: string) => root.querySelector(`[data-about=${line}]`)?.textContent ?? '';
  return { root, act, about };
}

describe('what is well and what needs somebody', () => {
  it('says first that nothing does, and at each subject that it is well', () => {
    const { root, about } = open();
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('healthNothing'));
    for (const line of ['copies', 'key', 'passphrase', 'accounts']) expect(about(line)).toContain(t('healthWell'));
    expect(root.textContent).not.toContain(t('healthNeedsYou'));
  });

  it('counts what does, and says so at each in words', () => {
    const { root, about } = open({ needs: ['copies', 'accounts'], pending: [named('ada')], stale: [named('bob')] });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('healthNeedOther', ['2']));
    expect(about('copies')).toContain(t('healthNeedsYou'));
    expect(about('key')).not.toContain(t('healthNeedsYou'));
    expect(about('accounts')).toContain(t('healthPending', ['Acme – ada']));
    expect(about('accounts')).toContain(t('healthStale', ['Acme – bob']));
    open({ needs: ['copies'] });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('healthNeedOne', ['1']));
  });

  it('names what a copy lacks, and of many only the first, as text', () => {
    const added = Array.from({ length: 10 }, (_, index) => named(`a${index}`));
    const { root, about } = open({ since: { added, changed: [named(hostile.html)], removed: [] } });
    expect(about('copies')).toContain('Acme – a7');
    expect(about('copies')).toContain('+2');
    expect(about('copies')).not.toContain('a8');
    expect(root.querySelector('img, b')).toBeNull();
  });

  it.each([
    [null, 'healthPassNone', 'healthPassChoose'],
    [{ strength: null }, 'healthPassUnknown', 'healthPassChange'],
    [{ strength: 0 }, 'strengthVeryEasy', 'healthPassChange'],
    [{ strength: 4 }, 'strengthVeryHard', 'healthPassChange'],
  ] as const)('tells of the passphrase %j, and offers another', (passphrase, says, offers) => {
    const { act, about } = open({ passphrase });
    expect(about('passphrase')).toContain(t(says));
    click(button(t(offers)));
    expect(act.onKeys).toHaveBeenCalledOnce();
  });

  it('tells how the clock was found, by which site, and ends a correction', () => {
    const site = { name: 'https://site.example', ascii: null };
    const check = { kind: 'off', bySeconds: -90 } as const;
    const { act, about } = open({
      clock: { correctionSeconds: 90, measured: { check, site, atUnixMs: 1_700_000_000_000 } },
    });
    expect(about('clock')).toContain(t('clockBehind', ['90', 'https://site.example']));
    click(button(t('codesStopCorrecting')));
    expect(act.onStopCorrecting).toHaveBeenCalledOnce();
    expect(open().about('clock')).toContain(t('healthClockNot'));
  });

  it('tells when and by what it was opened, and where codes are filled by themselves', () => {
    const openings = (['recovery', 'passphrase', 'computer'] as const).map((by) => ({ unixMs: 1_700_000_000_000, by }));
    const { about } = open({ openings, sites: [{ name: 'https://site.example', ascii: null }] });
    for (const key of ['healthByPassphrase', 'healthByKey', 'healthByComputer', 'healthOpenedLead'] as const)
      expect(about('openings')).toContain(t(key));
    expect(about('sites')).toContain(t('healthSitesCount', ['1']));
    expect(about('sites')).toContain('https://site.example');
  });

  it('has a button at each subject', () => {
    const { root, act } = open({ emergencyKey: false });
    const pressed = [
      'settingsExport',
      'keyMake',
      'healthLook',
      'healthToAccounts',
      'healthToSites',
      'keysTitle',
    ] as const;
    for (const key of pressed) click(button(t(key)));
    expect(root.querySelectorAll('li button')).toHaveLength(root.querySelectorAll('li').length);
    for (const callback of [act.onSaveCopy, act.onLook, act.onAccounts, act.onSites])
      expect(callback).toHaveBeenCalledOnce();
    expect(act.onKeys).toHaveBeenCalledTimes(2);
  });
});
