import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopiesByThemselves } from '../../../components/copies-by-themselves.tsx';
import { CopiesFolder } from '../../../components/copies-folder.tsx';
import { CopyCard } from '../../../components/copy-card.tsx';
import { CopyHealth } from '../../../components/copy-health.tsx';
import { CopyOutcomeNotice } from '../../../components/copy-outcome.tsx';
import type { BackupHealthView } from '../../../components/view-models.ts';
import { emptyModel, type PopupModel } from '../../../entrypoints/popup/model.ts';
import { isQuiet } from '../../../entrypoints/popup/quiet.ts';
import { alike, button, choose, clear, click, show, t } from './support.tsx';

afterEach(clear);

const health: BackupHealthView = {
  last: { unixMs: Date.UTC(2026, 10, 23, 12), days: 3 },
  accounts: 4,
  added: 2,
  changed: 1,
  removed: 0,
  due: false,
  withEmergencyKey: true,
};
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(Date.UTC(2026, 10, 23, 12));

describe('CopyHealth', () => {
  const said = (part: Partial<BackupHealthView>) => show(<CopyHealth health={{ ...health, ...part }} />).textContent;

  it('says when the last copy was saved, and what was added since', () => {
    expect(said({})).toBe(
      `Last saved copy: 3 days ago (saved on ${day}). Since then, accounts added: 2; changed: 1; removed: 0. ${t('copiesEmergency')}`,
    );
    expect(said({ added: 0, changed: 0 })).toContain(t('copiesSame'));
  });

  it.each([
    [0, 'today'],
    [1, 'yesterday'],
  ] as const)('calls a copy of %s days by the word for it', (days, word) => {
    expect(said({ last: { unixMs: 0, days } })).toContain(`: ${word} (`);
  });

  it('says that there is none, and what that means where there are codes to lose', () => {
    expect(said({ last: null })).toContain(`${t('copiesNone')} ${t('copiesNoneRisk')}`);
    expect(said({ last: null, accounts: 0 })).not.toContain(t('copiesNoneRisk'));
  });

  it('says what opens a copy', () => {
    expect(said({ withEmergencyKey: false })).toContain(t('copiesNoEmergency'));
    expect(said({ withEmergencyKey: false })).not.toContain(t('copiesEmergency'));
  });
});

describe('CopyCard', () => {
  it('asks for the first copy, and takes both answers', () => {
    const act = { onSave: vi.fn(), onLater: vi.fn() };
    const root = show(<CopyCard health={{ ...health, last: null }} busy={false} {...act} />);
    expect(root.textContent).toContain(t('copiesCardLead'));
    click(button(t('copiesMake')));
    click(button(t('copiesLater')));
    expect([act.onSave, act.onLater].map((one) => one.mock.calls.length)).toEqual([1, 1]);
  });

  it('says what the last one lacks', () => {
    const root = show(<CopyCard health={health} busy={false} onSave={vi.fn()} onLater={vi.fn()} />);
    expect(root.textContent).toContain(t('copiesCardSince', ['2', '1']));
  });
});

describe('the question for a copy in the popup', () => {
  const free: PopupModel = { ...emptyModel, box: 'none' };

  it.each<[string, Partial<PopupModel>]>([
    ['the page was not looked at yet', { box: null }],
    ['the page waits for a code', { box: 'challenge' }],
    ['an enrolment is under way', { box: 'enrolment' }],
    ['a code is on its way', { filling: 'e1' }],
    ['a code was just filled', { success: { kind: 'filled' } }],
    ['a fill wrote nothing', { fillProblem: { problem: 'no-box', instead: null } }],
    ['backup codes wait', { offer: { quote: '', codes: ['A'], entryId: null, accounts: [] } }],
    ['an account is asked about', { unconfirmed: { id: 'e1', issuer: '', account: '' } }],
    ['the passphrase is practised', { practise: true }],
    ['the site is a look-alike', { lookAlike: alike }],
    ['something was just added', { found: { ...emptyModel.found, added: addedHere() } }],
  ])('does not come while %s', (_when, part) => {
    expect(isQuiet(free)).toBe(true);
    expect(isQuiet({ ...free, ...part })).toBe(false);
  });

  it('comes though filling by itself is offered, which some never answer', () => {
    expect(isQuiet({ ...free, automatic: 'offer' })).toBe(true);
  });
});

function addedHere(): NonNullable<PopupModel['found']['added']> {
  return { entryId: 'e1', issuer: 'Acme', account: 'ada', code: '111111', fill: 'filled' };
}

describe('CopiesByThemselves', () => {
  it.each([
    ['off', null, 'copiesAutoButton'],
    ['none', 'copiesAutoNoFolder', 'copiesAutoOpen'],
    ['needs-press', 'copiesAutoPress', 'copiesAutoOpen'],
    ['ready', 'copiesAutoOn', 'copiesAutoOpen'],
    ['failed', 'copiesFailed', 'copiesAutoOpen'],
  ] as const)('%s: says how it stands, and leads to the page', (folder, sentence, name) => {
    const onOpen = vi.fn();
    const root = show(<CopiesByThemselves folder={folder} onOpen={onOpen} />);
    if (sentence !== null) expect(root.textContent).toContain(t(sentence));
    click(button(t(name)));
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('says how to make copies by hand where no folder can be had, and offers nothing', () => {
    const root = show(<CopiesByThemselves folder="impossible" onOpen={vi.fn()} />);
    expect(root.textContent).toBe(t('copiesByHand'));
    expect(root.querySelector('button')).toBe(null);
  });
});

describe('CopiesFolder', () => {
  const view = (state: 'none' | 'needs-press' | 'ready') => {
    const act = {
      onChoose: vi.fn(),
      onAllow: vi.fn(),
      onSave: vi.fn(),
      onKeep: vi.fn(),
      onPassphrase: vi.fn(),
      onStop: vi.fn(),
    };
    const files = [
      { name: 'doorcode-2026-11-26-223205.json', createdUnixMs: 1_700_000_000_000, ours: true, current: true },
      { name: 'doorcode-2026-11-25-223205.json', createdUnixMs: 1_690_000_000_000, ours: false, current: false },
    ];
    return { act, root: show(<CopiesFolder state={state} files={files} keep={7} busy={false} {...act} />) };
  };

  it.each([
    ['none', 'copiesFolderNone', 'copiesFolderChoose', 'onChoose'],
    ['needs-press', 'copiesAutoPress', 'copiesFolderAllow', 'onAllow'],
    ['ready', 'copiesFolderReady', 'copiesNow', 'onSave'],
  ] as const)('%s: one press is the next', (state, sentence, name, called) => {
    const { act, root } = view(state);
    expect(root.textContent).toContain(t(sentence));
    const primary = root.querySelectorAll('button.primary');
    expect([...primary].map((one) => one.textContent)).toEqual([t(name)]);
    click(button(t(name)));
    expect(act[called]).toHaveBeenCalledOnce();
  });

  it('lists the copies, and says which open with another passphrase', () => {
    const items = [...view('ready').root.querySelectorAll('li')].map((item) => item.textContent ?? '');
    expect(items.map((text) => text.includes(t('copiesFileOther')))).toEqual([false, true]);
    expect(items[0]).toContain('doorcode-2026-11-26-223205.json');
  });

  it('shows a count that is not offered too, and takes another', () => {
    const { act, root } = view('ready');
    expect([...root.querySelectorAll('option')].map((one) => one.value)).toEqual(['3', '5', '7', '10', '20', '50']);
    choose(t('copiesKeep'), '10');
    expect(act.onKeep).toHaveBeenCalledExactlyOnceWith(10);
  });
});

it.each([
  ['saved', 'copiesWritten', 'status'],
  ['stopped', 'copiesStopped', 'status'],
  ['idle', 'copiesIdle', 'status'],
  ['failed', 'copiesFailed', 'alert'],
] as const)('says that a copy was %s', (outcome, key, role) => {
  const root = show(<CopyOutcomeNotice outcome={outcome} />);
  expect(root.querySelector(`[role=${role}]`)?.textContent).toBe(t(key));
});
