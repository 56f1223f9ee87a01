import { describe, expect, it } from 'vitest';
import { createPopup } from '../../../entrypoints/popup/model.ts';
import type { ListedEntry } from '../../../lib/app/entry-listing.ts';
import type { PageAnswer } from '../../../lib/app/page-service.ts';
import type { VaultState } from '../../../lib/app/vault-repository.ts';
import type { PageRequest } from '../../../lib/messages/protocol.ts';

const entry = (code: string, endsUnixMs: number): ListedEntry => ({
  id: 'e',
  issuer: 'Acme',
  account: 'ada',
  code,
  nextCode: '',
  endsUnixMs,
  periodSeconds: 30,
  state: 'confirmed',
  belongsHere: true,
  kind: 'totp',
});
const reading = { texts: [], looked: { pictures: 0, links: 0, frames: 1, screenshot: false } };

/** A popup over a background that answers from a script. */
async function openPopup() {
  const background = {
    state: { kind: 'unlocked', deadlineUnixMs: 1e15 } as VaultState,
    entries: [entry('111111', 30_000)],
  };
  const asked: PageRequest['kind'][] = [];
  const popup = createPopup({
    tabId: 1,
    ask: async ({ kind }): Promise<PageAnswer> => {
      asked.push(kind);
      if (kind === 'vault-state') return { kind: 'vault-state', state: background.state };
      if (kind === 'list-entries')
        return { kind: 'entries', origin: 'https://a.example', automatic: 'off', entries: background.entries };
      if (kind === 'found-texts') return { kind: 'found', origin: 'https://a.example', codes: [] };
      return { kind: 'failed', reason: 'wrong-passphrase' };
    },
    derive: async () => 'AAAA',
    newKdf: () => ({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' }),
    readDom: async () => reading,
    readScreenshot: async () => reading,
    requestSite: async () => true,
    copyText: async () => {},
  });
  await popup.start();
  return { background, asked, popup };
}

describe('the open popup', () => {
  it('never shows a code past its end', async () => {
    const { background, popup } = await openPopup();
    background.entries = [entry('222222', 60_000)];
    await popup.tick(29_999);
    expect(popup.current().entries[0]?.code).toBe('111111');
    await popup.tick(30_000);
    expect(popup.current().entries[0]?.code).toBe('222222');
  });

  it('shows no code once the vault has locked', async () => {
    const { background, popup } = await openPopup();
    background.state = { kind: 'locked', slots: [] };
    await popup.tick(30_000);
    expect(popup.current()).toMatchObject({ vault: { kind: 'locked' }, entries: [], found: [] });
  });

  it('tells a wrong passphrase from another failure', async () => {
    const { background, popup } = await openPopup();
    const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: 'AAAA' } as const;
    background.state = { kind: 'locked', slots: [{ kind: 'passphrase', id: 's', kdf }] };
    await popup.retry();
    await popup.unlock('wrong');
    expect(popup.current()).toMatchObject({ wrongPassphrase: true, failed: false });
    await popup.fill('e');
    expect(popup.current()).toMatchObject({ wrongPassphrase: false, failed: true });
  });
});
