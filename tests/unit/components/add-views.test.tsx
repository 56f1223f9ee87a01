import { afterEach, describe, expect, it, vi } from 'vitest';
import { AddedNotice } from '../../../components/added-notice.tsx';
import { FoundCard } from '../../../components/found-card.tsx';
import { ManualEntry } from '../../../components/manual-entry.tsx';
import { NothingFound } from '../../../components/nothing-found.tsx';
import { OtherCodes } from '../../../components/other-codes.tsx';
import type { FoundView, ManualProblem } from '../../../components/view-models.ts';
import { button, choose, clear, click, control, found, hostile, show, submit, t, type } from './support.tsx';

afterEach(clear);

const site = 'https://portal.example.test';
const namesake = (entryId: string, state: 'confirmed' | 'stale' = 'confirmed', createdUnixMs = 0) => ({
  entryId,
  state,
  createdUnixMs,
});

const card = (change: Partial<FoundView> = {}, busy = false, first: { readonly first?: 'choose' | 'unlock' } = {}) => {
  const act = { onAdd: vi.fn(), onReplace: vi.fn(), onKeepBoth: vi.fn(), onUseExisting: vi.fn() };
  return { act, root: show(<FoundCard found={{ ...found, ...change }} site={site} busy={busy} {...first} {...act} />) };
};

describe('FoundCard', () => {
  it('shows issuer, account, site and what will be saved, and adds by one press', () => {
    const { act, root } = card();
    for (const text of [found.issuer, found.account, site, '6 digits, new every 30 s, SHA1', t('foundPhone')])
      expect(root.textContent).toContain(text);
    click(button(t('foundAdd')));
    expect(act.onAdd).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('offers nothing before the vault can take it, and says what comes first', () => {
    expect(card({}, false, { first: 'choose' }).root.textContent).toContain(t('foundChooseFirst'));
    expect(card({}, false, { first: 'unlock' }).root.textContent).toContain(t('foundUnlockFirst'));
    expect(() => button(t('foundAdd'))).toThrow();
  });

  it('says so when a code goes by counter', () => {
    expect(card({ periodSeconds: null }).root.textContent).toContain('by counter');
  });

  it('offers no second copy of a secret that is here already', () => {
    const { act, root } = card({ status: 'already-here' });
    expect(root.textContent).toContain(t('foundAlreadyHere'));
    expect(() => button(t('foundAdd'))).toThrow();
    click(button(t('foundUseExisting')));
    expect(act.onUseExisting).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('lets the customer replace or keep both when the secret differs', () => {
    const { act } = card({ status: 'other-secret', namesakes: [namesake('e1')] });
    click(button(t('foundReplace')));
    click(button(t('foundKeepBoth')));
    expect(act.onReplace).toHaveBeenCalledExactlyOnceWith(2, 'e1');
    expect(act.onKeepBoth).toHaveBeenCalledExactlyOnceWith(2);
    expect(act.onAdd).not.toHaveBeenCalled();
  });

  it('asks which of several accounts of the name is replaced, and names each by its day and state', () => {
    const namesakes = [
      namesake('e1', 'stale', Date.UTC(2026, 0, 5, 12)),
      namesake('e2', 'confirmed', Date.UTC(2026, 2, 1, 12)),
    ];
    const { act, root } = card({ status: 'other-secret', namesakes });
    expect(() => button(t('foundReplace'))).toThrow();
    expect(root.textContent).toContain(t('foundWhichOther', ['2']));
    const [first, second] = root.querySelectorAll<HTMLElement>('.namesakes li');
    expect(first?.textContent).toContain(t('stateStale'));
    expect(second?.textContent).toContain('2026');
    second?.querySelector('button')?.click();
    expect(act.onReplace).toHaveBeenCalledExactlyOnceWith(2, 'e2');
    click(button(t('foundKeepAll')));
    expect(act.onKeepBoth).toHaveBeenCalledExactlyOnceWith(2);
  });

  it('says before adding that the page shows another setup key as text, and which of the two is saved', () => {
    expect(card().root.textContent).not.toContain(t('foundOtherKey'));
    const { act, root } = card({ otherKeyShown: true });
    expect(root.textContent).toContain(t('foundOtherKey'));
    click(button(t('foundAdd')));
    expect(act.onAdd).toHaveBeenCalledOnce();
  });

  it('saves only once while busy', () => {
    const { act } = card({}, true);
    click(button(t('foundAdding')));
    expect(act.onAdd).not.toHaveBeenCalled();
  });

  it('shows hostile names as text, isolated and with overrides named', () => {
    const { root } = card({ issuer: hostile.html, account: hostile.rlo });
    expect(root.querySelector('img, b')).toBeNull();
    const isolated = Array.from(root.querySelectorAll('bdi')).map((one) => one.textContent);
    expect(isolated).toContain(hostile.html);
    expect(isolated).toContain('moc.knab[U+202E]gnp');
  });

  it('names missing names', () => {
    expect(card({ issuer: '', account: ' ' }).root.textContent).toContain(t('unnamedIssuer'));
  });
});

describe('OtherCodes', () => {
  it('names what was set aside, as text and never as a link', () => {
    const root = show(
      <OtherCodes
        codes={[
          { kind: 'link', text: 'https://evil.example/' },
          { kind: 'text', text: hostile.html },
        ]}
      />,
    );
    expect(root.querySelectorAll('li').length).toBe(2);
    expect(root.textContent).toContain('https://evil.example/');
    expect(root.querySelector('a, img')).toBeNull();
  });

  it('is absent when there is nothing', () => {
    expect(show(<OtherCodes codes={[]} />).textContent).toBe('');
  });
});

describe('AddedNotice', () => {
  it('tells the customer to press Submit, and is announced', () => {
    const onShowCodes = vi.fn();
    const root = show(
      <AddedNotice issuer={hostile.html} account="ada" fill="filled" code="123456" onShowCodes={onShowCodes} />,
    );
    expect(root.querySelector('[role=status]')?.textContent).toContain('Now press Submit');
    expect(root.querySelector('h2')?.textContent).toBe(`${hostile.html} is saved`);
    expect(root.textContent).not.toContain('123456');
    click(button(t('addedShowCodes')));
    expect(onShowCodes).toHaveBeenCalledOnce();
  });

  it('shows the code when no box was filled', () => {
    const root = show(<AddedNotice issuer="A" account="b" fill="not-filled" code="123456" onShowCodes={vi.fn()} />);
    expect(root.querySelector('.digits')?.textContent).toBe('123456');
  });

  it('claims no missing box where nothing was heard of the fill, and shows the code', () => {
    const root = show(<AddedNotice issuer="A" account="b" fill="unknown" code="123456" onShowCodes={vi.fn()} />);
    expect(root.textContent).toContain(t('addedUnknown'));
    expect(root.textContent).not.toContain(t('addedNotFilled'));
    expect(root.querySelector('.digits')?.textContent).toBe('123456');
  });
});

describe('NothingFound', () => {
  it('says what was looked at and offers every next step', () => {
    const act = { onRetry: vi.fn(), onManual: vi.fn(), onFromPhone: vi.fn(), onScreenshot: vi.fn() };
    const looked = { pictures: 12, links: 3, frames: 1, unread: 2, screenshot: false };
    const root = show(<NothingFound looked={looked} setupButton={hostile.html} busy={false} {...act} />);
    expect(root.textContent).toContain(t('nothingButton'));
    expect(root.querySelector('.foreign')?.textContent).toContain('<');
    expect(root.querySelector('img, b')).toBeNull();
    expect(root.textContent).toContain(t('nothingPictures', ['12']));
    expect(root.textContent).toContain(t('nothingScreenshotNo'));
    expect(root.textContent).toContain(t('nothingUnread', ['2']));
    click(button(t('nothingRetry')));
    click(button(t('nothingManual')));
    click(button(t('phoneTitle')));
    click(button(t('nothingScreenshot')));
    for (const callback of Object.values(act)) expect(callback).toHaveBeenCalledOnce();
  });

  it('says of a page that could not be read why that may be, in place of what to do on one', () => {
    const looked = { pictures: 0, links: 0, frames: 0, unread: 0, screenshot: false };
    const root = show(<NothingFound looked={looked} setupButton={null} busy={false} onRetry={vi.fn()} />);
    expect(root.textContent).toContain(t('nothingClosed'));
    expect(root.textContent).not.toContain(t('nothingAdvice'));
    show(<NothingFound looked={{ ...looked, frames: 1 }} setupButton={null} busy={false} onRetry={vi.fn()} />);
    expect(root.textContent).toContain(t('nothingAdvice'));
    expect(root.textContent).not.toContain(t('nothingClosed'));
  });
});

describe('ManualEntry', () => {
  const form = (problem: ManualProblem | null = null) => {
    const act = { onSave: vi.fn(), onCancel: vi.fn() };
    return { act, root: show(<ManualEntry busy={false} issuer="Example" problem={problem} {...act} />) };
  };

  it('starts at the key and saves with the usual parameters', () => {
    const { act } = form();
    expect(document.activeElement).toBe(control(t('manualSecret')));
    type(control(t('manualSecret')), 'gezd gnbv');
    type(control(t('manualAccount')), 'ada');
    submit();
    expect(act.onSave).toHaveBeenCalledExactlyOnceWith({
      issuer: 'Example',
      account: 'ada',
      secretText: 'gezd gnbv',
      kind: 'totp',
      algorithm: 'SHA1',
      digits: 6,
      periodSeconds: 30,
      counter: 0,
    });
  });

  it('carries algorithm, kind and counter', () => {
    const { act } = form();
    type(control(t('manualSecret')), 'GEZDGNBV');
    choose(t('manualKind'), 'hotp');
    choose(t('manualAlgorithm'), 'SHA256');
    type(control(t('manualCounter')), '41');
    submit();
    expect(act.onSave.mock.calls[0]?.[0]).toMatchObject({ kind: 'hotp', algorithm: 'SHA256', counter: 41 });
  });

  it.each(['', '0', '11', '6.5', '-6', 'six', '1e1'])('refuses %j digits instead of guessing', (digits) => {
    const { act, root } = form();
    type(control(t('manualSecret')), 'GEZDGNBV');
    control(t('manualDigits')).type = 'text';
    type(control(t('manualDigits')), digits);
    submit();
    expect(act.onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('manualProblemDigits'));
    expect(control(t('manualDigits')).getAttribute('aria-invalid')).toBe('true');
  });

  it('takes no offence at a box that the kind of code does not show', () => {
    const { act } = form();
    type(control(t('manualSecret')), 'GEZDGNBV');
    type(control(t('manualDigits')), '99');
    choose(t('manualKind'), 'steam');
    submit();
    expect(act.onSave.mock.calls[0]?.[0]).toMatchObject({ kind: 'steam', digits: 6 });
  });

  it('asks for a key before anything else', () => {
    const { act, root } = form();
    submit();
    expect(act.onSave).not.toHaveBeenCalled();
    expect(root.querySelector('[role=alert]')?.textContent).toBe(t('manualSecretMissing'));
  });

  it.each([
    ['secret-invalid', 'manualProblemSecret'],
    ['out-of-range', 'manualProblemRange'],
    ['name-too-long', 'manualProblemName'],
  ] as const)('says why %s was refused, once', (problem, text) => {
    const alerts = form(problem).root.querySelectorAll('[role=alert]');
    expect(Array.from(alerts).map((one) => one.textContent)).toEqual([t(text)]);
  });

  it('can be left', () => {
    const { act } = form();
    click(button(t('cancel')));
    expect(act.onCancel).toHaveBeenCalledOnce();
  });
});
