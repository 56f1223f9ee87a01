import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { firstBox } from '../../../components/area-box.ts';
import { App } from '../../../entrypoints/from-phone/app.tsx';
import { createPhonePage } from '../../../entrypoints/from-phone/phone-page.ts';
import type { Purpose } from '../../../entrypoints/from-phone/ports.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';
import { err, ok } from '../../../lib/result.ts';
import { button, clear, click, control, found, show, submit, t } from './support.tsx';

afterEach(clear);

const phone: PageAnswer = {
  kind: 'phone',
  site: null,
  lookAlike: null,
  accounts: [found],
  batches: [{ parts: 2, missingParts: [2] }],
  refused: [],
  others: [],
};
const empty: PageAnswer = { ...phone, accounts: [], batches: [] };

/** The page over a background that answers from a table. */
async function open(
  answers: Partial<Record<PageRequest['kind'], PageAnswer>>,
  purpose: Purpose = 'phone',
  ports: Partial<Parameters<typeof createPhonePage>[0]> = {},
) {
  const page = createPhonePage({
    tabId: 1,
    purpose,
    nowUnixMs: () => 0,
    ask: async ({ kind }) => answers[kind] ?? { kind: 'failed', reason: 'locked' },
    derive: async () => null,
    random: (count) => new Uint8Array(count),
    readPicture: async () => ok(['any text']),
    readForeign: async () => null,
    readArea: async () => ['otpauth://totp/Harbour:ada?secret=JBSWY3DPEHPK3PXP'],
    openCamera: async () => err('refused'),
    showTab: async () => true,
    openOwnPage: async () => undefined,
    closeTab: async () => undefined,
    ...ports,
  });
  const root = show(<App page={page} />);
  await act(() => page.start());
  return { page, root };
}
const state = (value: VaultState): PageAnswer => ({ kind: 'vault-state', state: value });

describe('the page that brings accounts from a phone', () => {
  it('shows nothing before it knows how the vault stands', () => {
    const never = new Promise<PageAnswer>(() => undefined);
    const page = createPhonePage({
      tabId: 1,
      purpose: 'phone',
      nowUnixMs: () => 0,
      ask: () => never,
      derive: async () => null,
      random: (count) => new Uint8Array(count),
      readPicture: async () => err('no-picture'),
      readForeign: async () => null,
      readArea: async () => [],
      openCamera: async () => err('none'),
      showTab: async () => true,
      openOwnPage: async () => undefined,
      closeTab: async () => undefined,
    });
    expect(show(<App page={page} />).querySelector('main')?.textContent).toBe('');
  });

  it('shows pictures, camera and what waits, where the vault is open', async () => {
    const { root } = await open({ 'list-phone': phone });
    for (const key of ['phoneTitle', 'phoneLead', 'phonePictures', 'phoneCamera', 'phoneFoundTitle'] as const)
      expect(root.textContent).toContain(t(key));
    expect(root.querySelectorAll('h1')).toHaveLength(1);
  });

  it('asks for the passphrase where the vault is locked, and reads nothing', async () => {
    const { root } = await open({ 'vault-state': state({ kind: 'locked', slots: [{ kind: 'computer', id: 'c' }] }) });
    expect(root.textContent).toContain(t('phoneLocked'));
    expect(button(t('unlockButton')).disabled).toBe(false);
    expect(root.querySelector('input[type=file]')).toBeNull();
    expect(() => button(t('phoneCameraStart'))).toThrow('No button');
    await act(async () => submit());
  });

  it('keeps a file that is dropped before the vault is open, says so, and reads it once it is', async () => {
    const locked = state({ kind: 'locked', slots: [{ kind: 'computer', id: 'c' }] });
    const answers: Parameters<typeof open>[0] = { 'vault-state': locked };
    const read: string[] = [];
    const { root } = await open(answers, 'phone', {
      readPicture: async (file) => {
        read.push(await file.text());
        return ok([]);
      },
    });
    const drop = new Event('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { files: [new File(['mine'], 'aegis.json')] } });
    await act(() => void document.body.dispatchEvent(drop));
    // Else the browser shows the file, keys and all, in place of the page.
    expect(drop.defaultPrevented).toBe(true);
    expect(root.querySelector('.notice-info')?.textContent).toBe(t('fileWaits'));
    expect(read).toEqual([]);
    answers['unlock-with-computer'] = { kind: 'opened', missed: null };
    answers['list-phone'] = empty;
    await act(async () => {
      submit();
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(read).toEqual(['mine']);
    expect(root.querySelector('.notice-info')).toBeNull();
  });

  it('gives the focus back to where files are chosen when a file is left', async () => {
    const { page } = await open({ 'list-phone': empty }, 'phone', {
      readPicture: async () => err('no-picture'),
      readForeign: async () => ({ kind: 'refused', app: 'Aegis', error: { kind: 'passphrase-needed' } }),
    });
    await act(() => page.readPictures([new File(['{}'], 'aegis.json')]));
    expect(document.activeElement).toBe(control(t('filePassphrase')));
    click(button(t('cancel')));
    expect(document.activeElement?.textContent).toBe(t('phonePictures'));
    expect(page.current().file).toBeNull();
  });

  it('leads from a saved copy of ours to the screen that restores it', async () => {
    const opened: string[] = [];
    const { page } = await open({ 'list-phone': empty }, 'phone', {
      readPicture: async () => err('no-picture'),
      readForeign: async () => ({ kind: 'refused', app: '', error: { kind: 'unsupported', why: 'doorcode' } }),
      openOwnPage: async (path) => void opened.push(path),
    });
    await act(() => page.readPictures([new File(['{}'], 'copy.json')]));
    click(button(t('restoreTitle')));
    expect(opened).toEqual(['/popup.html?tab=1#restore']);
  });

  it('leads to the choice of a passphrase where there is no vault', async () => {
    const { root } = await open({ 'vault-state': state({ kind: 'absent' }) });
    expect(root.textContent).toContain(t('phoneAbsent'));
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/first-run.html');
    expect(root.querySelector('input')).toBeNull();
  });

  it('says where the vault cannot be read, and offers nothing over it', async () => {
    const { root } = await open({ 'vault-state': state({ kind: 'unreadable', reason: 'damaged' }) });
    expect(root.textContent).toContain(t('unreadableNothingDeleted'));
    expect(root.querySelector('input, a')).toBeNull();
  });

  it('says where an act failed', async () => {
    const { root, page } = await open({ 'list-phone': phone });
    await act(() => page.addAll());
    expect(root.querySelector('.notice-error')?.textContent).toBe(t('problemTryAgain'));
  });

  it('says how many were added, and that the pictures are to be deleted', async () => {
    const { root, page } = await open({
      'list-phone': empty,
      'add-all-phone': { kind: 'moved', added: 3, skipped: 1, undo: 'u1' },
    });
    await act(() => page.addAll());
    const said = root.querySelector('.notice-success')?.textContent;
    expect(said).toContain(t('movedDone', ['3', '1']));
    expect(said).toContain(t('phoneDelete'));
    expect(root.textContent).not.toContain(t('phoneFoundTitle'));
  });

  it('takes what was added together back on a press, and says where it went', async () => {
    const { root, page } = await open({
      'list-phone': empty,
      'add-all-phone': { kind: 'moved', added: 3, skipped: 1, undo: 'u1' },
      'undo-restore': { kind: 'undone', removed: 2, stayed: [{ issuer: 'Acme', account: 'ada' }] },
    });
    await act(() => page.addAll());
    await act(async () => {
      click(button(t('importUndo')));
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(root.textContent).not.toContain(t('phoneDelete'));
    expect(root.querySelector('.notice-success')?.textContent).toContain(t('importUndoneOther', ['2']));
    expect(root.querySelector('.notice-success li')?.textContent).toBe('Acme – ada');
  });

  it('speaks of the picture of a page as long as it has one', async () => {
    const { root, page } = await open(
      {
        'list-phone': empty,
        'phone-texts': phone,
        'give-area': { kind: 'area', picture: 'data:image/png;base64,AAAA', fromTabId: 9 },
      },
      'area',
    );
    expect(root.textContent).toContain(t('areaLead'));
    await act(() => page.readArea(firstBox));
    expect(root.textContent).toContain(t('pictureFound'));
    expect(root.textContent).not.toContain(t('areaLead'));
  });

  it('says why there is no camera', async () => {
    const { root } = await open({ 'list-phone': empty });
    await act(async () => click(button(t('phoneCameraStart'))));
    expect(root.textContent).toContain(t('phoneCameraRefused'));
  });

  it('says that more was read than fits, and that nothing was lost', async () => {
    const { root, page } = await open({
      'list-phone': phone,
      'phone-texts': { kind: 'failed', reason: 'too-many' },
    });
    await act(() => page.readPictures([new File([], 'a.png')]));
    expect(root.querySelector('.notice-error')?.textContent).toBe(t('phoneTooMany'));
    expect(root.textContent).toContain(t('phoneFoundTitle'));
  });
});
