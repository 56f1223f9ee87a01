import { afterEach, describe, expect, it, vi } from 'vitest';
import { BackupCard } from '../../../components/backup-card.tsx';
import { BackupKept } from '../../../components/backup-kept.tsx';
import { FirstRun } from '../../../components/first-run.tsx';
import { KeysOverview } from '../../../components/keys-overview.tsx';
import { PassphraseChoice } from '../../../components/passphrase-choice.tsx';
import { PolicyList } from '../../../components/policy-list.tsx';
import { AskPassphrase, PresetPortal, SiteClosed } from '../../../components/policy-notices.tsx';
import { Settings } from '../../../components/settings.tsx';
import { noPolicies, type Policies } from '../../../lib/app/policies.ts';
import { firstRunActs, settingsActs } from './page-acts.ts';
import { button, clear, click, show, t } from './support.tsx';

afterEach(clear);

const NAME = 'Harbour Hosting';
const PORTAL = 'https://area.harbour.example';
const named: Policies = { ...noPolicies, organisationName: NAME };
const whole: Policies = {
  organisationName: NAME,
  helpLink: 'https://help.harbour.example/',
  allowedPortals: [PORTAL],
  passphraseRequired: true,
  autoLockMostMinutes: 10,
  plainExportForbidden: true,
  presetPortal: `${PORTAL}/login`,
  unreadable: [],
};
const required = { ...named, passphraseRequired: true };

describe('what an organisation has set', () => {
  it('is listed under its name, each that is in force, with its help beside it', () => {
    const root = show(<PolicyList policies={whole} />);
    expect(root.querySelector('h2')?.textContent).toBe(t('policyTitle', [NAME]));
    for (const text of [
      `${t('policyPortals')}${PORTAL}`,
      t('policyPassphrase'),
      t('policyAutoLock', ['10']),
      t('policyExport'),
      t('policyPreset', [`${PORTAL}/login`]),
    ])
      expect([...root.querySelectorAll('ul.policies > li')].map((item) => item.textContent)).toContain(text);
    const link = root.querySelector('a');
    expect([link?.href, link?.textContent]).toEqual([whole.helpLink, t('policyHelp', [NAME])]);
  });

  it('is not more than what is in force', () => {
    const root = show(<PolicyList policies={{ ...noPolicies, allowedPortals: [] }} />);
    expect(root.querySelector('h2')?.textContent).toBe(t('policyTitle', [t('policySomebody')]));
    expect([...root.querySelectorAll('li')].map((item) => item.textContent)).toEqual([t('policyNoPortals')]);
    expect(root.querySelector('a')).toBeNull();
  });

  it('says which of it could not be read', () => {
    const root = show(<PolicyList policies={{ ...whole, unreadable: ['helpLink', 'allowedPortals'] }} />);
    expect(root.textContent).toContain(t('policyUnreadable', ['helpLink, allowedPortals']));
  });
});

describe('a required passphrase', () => {
  it('takes the way without one from the first choice, and says who asks for it', () => {
    const act = { onPassphrase: vi.fn(), onWithoutPassphrase: vi.fn() };
    const root = show(<PassphraseChoice busy={false} policies={required} {...act} />);
    click(button(t('questionMine')));
    expect(() => button(t('choiceWithout'))).toThrow();
    expect(root.textContent).toContain(t('policyNeedsPassphrase', [NAME]));
    clear();
    show(<PassphraseChoice busy={false} policies={named} {...act} />);
    click(button(t('questionMine')));
    expect(button(t('choiceWithout')).disabled).toBe(false);
  });

  it('takes it from what can be changed later too', () => {
    const overview = (passphrase: boolean, policies: Policies | null) =>
      show(
        <KeysOverview
          keys={{ passphrase, emergencyKey: true, shared: false }}
          busy={false}
          policies={policies}
          onAct={vi.fn()}
        />,
      );
    const root = overview(true, required);
    expect(() => button(t('keysWithout'))).toThrow();
    expect(root.textContent).toContain(t('policyNeedsPassphrase', [NAME]));
    overview(false, required);
    expect(() => button(t('keysComputer'))).toThrow();
    expect(button(t('keysChoose')).disabled).toBe(false);
    overview(true, named);
    expect(button(t('keysWithout')).disabled).toBe(false);
  });

  it('is asked for where this computer opens Doorcode', () => {
    const onChoose = vi.fn();
    const root = show(<AskPassphrase policies={required} onChoose={onChoose} />);
    expect(root.textContent).toContain(t('policyAskPassphrase', [NAME]));
    click(button(t('keysChoose')));
    expect(onChoose).toHaveBeenCalledOnce();
  });
});

it('a site that is not allowed is named as the decision of the organisation', () => {
  expect(show(<SiteClosed policies={named} />).textContent).toBe(t('policySiteClosed', [NAME]));
  expect(show(<SiteClosed policies={noPolicies} />).textContent).toBe(t('policySiteClosed', [t('policySomebody')]));
});

it('the customer area to open first is a link by its name, or by its host', () => {
  const link = (policies: Policies) => show(<PresetPortal policies={policies} />).querySelector('a');
  expect(link(noPolicies)).toBeNull();
  expect(link(whole)?.href).toBe(whole.presetPortal);
  expect(link(whole)?.textContent).toBe(t('policyOpen', [NAME]));
  expect(link({ ...whole, organisationName: null })?.textContent).toBe(t('policyOpen', ['area.harbour.example']));
});

it('the first run ends with the customer area to open first', () => {
  const at = (policies: Policies | null) =>
    show(<FirstRun step={{ kind: 'done' }} busy={false} policies={policies} {...firstRunActs()} />);
  expect(at(whole).querySelector('a')?.href).toBe(whole.presetPortal);
  expect(at(null).querySelector('a')).toBeNull();
});

describe('the settings', () => {
  const minutes = (policies: Policies | null) =>
    [
      ...show(
        <Settings autoLockMinutes={10} screenLockReported={true} policies={policies} {...settingsActs()} />,
      ).querySelectorAll('option'),
    ].map(({ value }) => value);

  it('offer no longer time than is allowed, and say what is set', () => {
    expect(minutes(whole)).toEqual(['1', '5', '10']);
    expect(document.body.textContent).toContain(t('policyTitle', [NAME]));
    expect(minutes(null)).toContain('240');
    expect(document.body.textContent).not.toContain(t('policyExport'));
  });
});

it('backup codes are not printed where that is forbidden', () => {
  const offer = { quote: 'Yours', codes: ['AAAA'], entryId: 'e', accounts: [] };
  const act = { onCopy: vi.fn(), onKeep: vi.fn(), onDiscard: vi.fn() };
  show(<BackupCard offer={offer} busy={false} {...act} />);
  expect(() => button(t('backupPrint'))).toThrow();
  show(<BackupCard offer={offer} busy={false} {...act} onPrint={vi.fn()} />);
  expect(button(t('backupPrint')).disabled).toBe(false);
  clear();
  const kept = { backup: { fresh: 1, used: 0 }, codes: [{ code: 'AAAA', used: false }], busy: false, here: false };
  show(<BackupKept {...kept} onShow={vi.fn()} onFill={vi.fn()} />);
  expect(() => button(t('backupPrint'))).toThrow();
});
