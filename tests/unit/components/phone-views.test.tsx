import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PhoneCamera } from '../../../components/phone-camera.tsx';
import { PhoneFound } from '../../../components/phone-found.tsx';
import { PhoneParts } from '../../../components/phone-parts.tsx';
import { PhonePictures } from '../../../components/phone-pictures.tsx';
import type { CameraNote, PhoneFoundView, UnreadPictureView } from '../../../components/view-models.ts';
import { button, clear, click, control, found, hostile, show, t } from './support.tsx';

afterEach(clear);

const nothing: PhoneFoundView = { accounts: [], batches: [], refused: [], others: [] };

describe('the pictures', () => {
  const view = ({ busy = false, unread = [] as readonly UnreadPictureView[] } = {}) => {
    const onPictures = vi.fn();
    const onText = vi.fn();
    const reading = busy ? { place: 2, of: 3 } : null;
    return {
      onPictures,
      onText,
      root: show(
        <PhonePictures busy={busy} reading={reading} unread={unread} onPictures={onPictures} onText={onText} />,
      ),
    };
  };
  const picture = new File(['x'], 'code.png');
  /** A drop or a paste, as far as the page looks at it. */
  const given = (type: string, part: 'dataTransfer' | 'clipboardData', files: readonly File[], text = ''): Event => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.defineProperty(event, part, { value: { files, getData: () => text } });
    act(() => void document.body.dispatchEvent(event));
    return event;
  };

  it('are chosen, several at once, and the same one may be chosen again', () => {
    const { onPictures } = view();
    const input = control(t('phoneChoose'));
    // A file of another app is told by its content, so any may be chosen.
    expect([input.multiple, input.accept]).toEqual([true, '']);
    Object.defineProperty(input, 'files', { value: [picture, picture], configurable: true });
    act(() => void input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(onPictures).toHaveBeenCalledExactlyOnceWith([picture, picture]);
    expect(input.value).toBe('');
  });

  it('do nothing where the choice was given up', () => {
    const { onPictures } = view();
    act(() => void control(t('phoneChoose')).dispatchEvent(new Event('change', { bubbles: true })));
    expect(onPictures).not.toHaveBeenCalled();
  });

  it('are dropped anywhere, and a drop never replaces the page', () => {
    const { onPictures } = view();
    expect(given('dragover', 'dataTransfer', []).defaultPrevented).toBe(true);
    expect(given('drop', 'dataTransfer', [picture]).defaultPrevented).toBe(true);
    expect(onPictures).toHaveBeenCalledExactlyOnceWith([picture]);
  });

  it('are pasted, and so is a text, which is none', () => {
    const { onPictures, onText } = view();
    given('paste', 'clipboardData', []);
    expect(onText).not.toHaveBeenCalled();
    given('paste', 'clipboardData', [], ' otpauth://totp/a ');
    expect(onText).toHaveBeenCalledExactlyOnceWith('otpauth://totp/a');
    expect(onPictures).not.toHaveBeenCalled();
    given('paste', 'clipboardData', [picture], 'its address');
    expect(onPictures).toHaveBeenCalledExactlyOnceWith([picture]);
    expect(onText).toHaveBeenCalledOnce();
  });

  it('are taken by nobody once the view is gone', () => {
    const { onPictures } = view();
    clear();
    given('drop', 'dataTransfer', [picture]);
    given('paste', 'clipboardData', [picture]);
    expect(onPictures).not.toHaveBeenCalled();
  });

  it('say which one is being read, and are not chosen meanwhile', () => {
    const { root } = view({ busy: true });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('phoneReading', ['2', '3']));
    expect(control(t('phoneChoose')).disabled).toBe(true);
  });

  it('that gave nothing are named as text, each with its reason', () => {
    const reasons = ['no-code', 'one-file', 'too-large', 'too-many'] as const;
    const { root } = view({ unread: reasons.map((why) => ({ name: why === 'no-code' ? hostile.html : '', why })) });
    const lines = Array.from(root.querySelectorAll('li')).map((line) => line.textContent);
    expect(lines).toEqual([
      `${hostile.html}: ${t('phoneUnreadNoCode')}`,
      `${t('phonePicture')}: ${t('fileUnreadMore')}`,
      `${t('phonePicture')}: ${t('phoneUnreadLarge')}`,
      `${t('phonePicture')}: ${t('phoneUnreadMany')}`,
    ]);
    expect(root.querySelector('li img, li b')).toBeNull();
  });
});

describe('the camera', () => {
  const batches = [{ parts: 3, missingParts: [2, 3] }];
  const view = (camera: Parameters<typeof PhoneCamera>[0]['camera']) => {
    const calls = { onStart: vi.fn(), onStop: vi.fn() };
    return { calls, root: show(<PhoneCamera camera={camera} batches={batches} {...calls} />) };
  };
  const stream = new MediaStream();

  it('is off until it is pressed', () => {
    const { calls, root } = view({ kind: 'off', note: null });
    expect(root.querySelector('video')).toBeNull();
    expect(root.textContent).toContain(t('phoneCameraLead'));
    expect(root.textContent).not.toContain(t('phoneParts', ['1', '3', '2, 3']));
    click(button(t('phoneCameraStart')));
    expect(calls.onStart).toHaveBeenCalledOnce();
  });

  it('can be given up while it is waited for', () => {
    const { calls, root } = view({ kind: 'starting' });
    expect(root.querySelector('[role=status]')?.textContent).toBe(t('phoneCameraStarting'));
    click(button(t('phoneCameraStop')));
    expect(calls.onStop).toHaveBeenCalledOnce();
  });

  it('shows what it sees as in a mirror, and how far an export was read', () => {
    const { calls, root } = view({ kind: 'on', stream, mirrored: true });
    const video = root.querySelector('video');
    expect(video?.srcObject).toBe(stream);
    expect([video?.className, video?.muted]).toEqual(['preview mirrored', true]);
    expect(video?.getAttribute('aria-label')).toBe(t('phonePreview'));
    expect(root.textContent).toContain(t('phoneParts', ['1', '3', '2, 3']));
    click(button(t('phoneCameraStop')));
    expect(calls.onStop).toHaveBeenCalledOnce();
    expect(view({ kind: 'on', stream, mirrored: false }).root.querySelector('video')?.className).toBe('preview');
  });

  const notes: Record<CameraNote, Parameters<typeof t>[0]> = {
    none: 'phoneCameraNone',
    refused: 'phoneCameraRefused',
    busy: 'phoneCameraBusy',
    unavailable: 'phoneCameraUnavailable',
    lost: 'phoneCameraLost',
    timeout: 'phoneCameraTimeout',
    hidden: 'phoneCameraHidden',
  };
  it.each(['none', 'refused', 'busy', 'unavailable', 'lost', 'timeout', 'hidden'] as const)(
    'says why it is off, and can be tried again: %s',
    (note) => {
      const { root } = view({ kind: 'off', note });
      expect(root.querySelector('.notice')?.textContent).toBe(t(notes[note]));
      expect(button(t('phoneCameraStart')).disabled).toBe(false);
    },
  );
});

describe('an export of several codes', () => {
  it('says which are missing, and when all are read', () => {
    const root = show(
      <PhoneParts
        batches={[
          { parts: 3, missingParts: [1] },
          { parts: 2, missingParts: [] },
        ]}
      />,
    );
    expect(Array.from(root.querySelectorAll('p')).map((line) => line.textContent)).toEqual([
      t('phoneParts', ['2', '3', '1']),
      t('phonePartsAllOther', ['2']),
    ]);
    expect(root.querySelector('[role=status]')).not.toBeNull();
  });

  it('names a dozen missing ones, not a thousand', () => {
    const missingParts = Array.from({ length: 999 }, (_, index) => index + 2);
    const root = show(<PhoneParts batches={[{ parts: 1000, missingParts }]} />);
    expect(root.textContent).toContain(t('phoneParts', ['1', '1000', '2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13…']));
  });
});

describe('what was read', () => {
  const view = (part: Partial<PhoneFoundView>, busy = false) => {
    const calls = { onAddAll: vi.fn(), onReplace: vi.fn(), onKeepBoth: vi.fn(), onForget: vi.fn() };
    const shown = { ...nothing, ...part };
    const root = show(
      <PhoneFound found={shown} title={t('phoneFoundTitle')} site={null} lookAlike={null} busy={busy} {...calls} />,
    );
    return { calls, root };
  };
  const accounts = (...statuses: readonly (typeof found.status)[]) =>
    statuses.map((status, index) => ({
      ...found,
      index,
      account: `account ${index}`,
      status,
      namesakes:
        status === 'other-secret' ? [{ entryId: `old ${index}`, state: 'confirmed' as const, createdUnixMs: 0 }] : [],
    }));

  it('takes the focus, lists the accounts, says that they have no site, and adds them by one press', () => {
    const { calls, root } = view({ accounts: accounts('new', 'new') });
    expect(document.activeElement?.textContent).toBe(t('phoneFoundTitle'));
    for (const text of [found.issuer, 'account 0', 'account 1', 'Use at …']) expect(root.textContent).toContain(text);
    expect(root.textContent).toContain(t('phoneNoSite', ['Use at …']));
    click(button(t('movedAdd')));
    expect(calls.onAddAll).toHaveBeenCalledOnce();
    click(button(t('phoneForget')));
    expect(calls.onForget).toHaveBeenCalledOnce();
  });

  it('speaks of one account where it is one', () => {
    const { calls } = view({ accounts: accounts('new', 'already-here') });
    click(button(t('phoneAddOne')));
    expect(calls.onAddAll).toHaveBeenCalledOnce();
  });

  it('offers nothing to add where all are here', () => {
    const { root } = view({ accounts: accounts('already-here') });
    expect(root.textContent).toContain(t('phoneAllHere'));
    expect(root.textContent).toContain(t('movedHere'));
    expect(() => button(t('phoneAddOne'))).toThrow('No button');
    expect(root.textContent).not.toContain(t('phoneNoSite', ['Use at …']));
  });

  it('asks for each account that is here with another key, by name', () => {
    const { calls, root } = view({ accounts: accounts('new', 'other-secret', 'other-secret') });
    expect(root.querySelector('.import-counts')?.textContent).toBe('1 new, 2 different here');
    expect(root.textContent).toContain(t('foundOtherSecret'));
    click(button(t('phoneReplaceLabel', [found.issuer, 'account 1'])));
    click(button(t('phoneKeepLabel', [found.issuer, 'account 2'])));
    expect(calls.onReplace).toHaveBeenCalledExactlyOnceWith(1, 'old 1');
    expect(calls.onKeepBoth).toHaveBeenCalledExactlyOnceWith(2);
    expect(calls.onAddAll).not.toHaveBeenCalled();
  });

  it('names what cannot be added, and why', () => {
    const { root } = view({
      refused: [
        { issuer: 'Acme', account: 'ada', why: 'unknown-kind' },
        { issuer: '', account: '', why: 'damaged' },
      ],
      others: [
        { kind: 'link', text: 'https://evil.example/' },
        { kind: 'damaged-key', text: '' },
      ],
    });
    // The link was no key.
    expect(root.querySelector('.import-counts')?.textContent).toBe(t('importCountUnreadableOther', ['3']));
    for (const text of [
      `Acme – ada: ${t('phoneLeftKind')}`,
      `${t('unnamedIssuer')} – ${t('unnamedAccount')}: ${t('phoneLeftDamaged')}`,
      'https://evil.example/',
      t('phoneDamagedCode'),
    ])
      expect(root.textContent).toContain(text);
    expect(root.querySelector('a')).toBeNull();
  });

  it('says how far an export was read, beside what can be added by now', () => {
    const { root } = view({ accounts: accounts('new'), batches: [{ parts: 2, missingParts: [2] }] });
    expect(root.textContent).toContain(t('phoneParts', ['1', '2', '2']));
    expect(button(t('phoneAddOne')).disabled).toBe(false);
  });

  it('shows hostile names as text, isolated and with overrides named, also in the names of buttons', () => {
    const { root } = view({
      accounts: [{ ...found, index: 0, issuer: hostile.html, account: hostile.rlo, status: 'other-secret' }],
    });
    expect(root.querySelector('img, b')).toBeNull();
    expect(Array.from(root.querySelectorAll('bdi')).map((one) => one.textContent)).toContain('moc.knab[U+202E]gnp');
    expect(button(t('phoneKeepLabel', [hostile.html, 'moc.knab[U+202E]gnp']))).toBeDefined();
  });

  it('adds once only while busy', () => {
    const { calls } = view({ accounts: accounts('new', 'other-secret') }, true);
    click(button(t('foundAdding')));
    click(button(t('phoneReplaceLabel', [found.issuer, 'account 1'])));
    expect(calls.onAddAll).not.toHaveBeenCalled();
    expect(calls.onReplace).not.toHaveBeenCalled();
  });
});
