import { expect, it } from 'vitest';
import type { AddPress } from '../../../lib/app/add-intents.ts';
import type { FillResult } from '../../../lib/app/fill-code.ts';
import type { Pages } from '../../../lib/app/page-ports.ts';
import { createPressService } from '../../../lib/app/press-service.ts';
import type { VaultState } from '../../../lib/app/vault-answers.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { entryAt } from './sample-entry.ts';

const ORIGIN = 'https://example.org';
const tabId = 3;
const pointed = { address: 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ', frameId: 2 };
const written: FillResult = { kind: 'written', origin: ORIGIN, purpose: 'challenge', counterKept: true };

const pages: Pages = {
  outcome: async () => null,
  follow: async () => {},
  topOrigin: async () => ORIGIN,
  topDocument: async () => ({ origin: ORIGIN, documentId: 'D1' }),
  look: async () => [],
  write: async () => 'no-box',
  writeBackup: async () => 'no-box',
  note: async () => {},
};

/** A tab of a site with one account; `opens`: whether the browser opens a popup without a press of the button. */
async function openPresses({ known = 'unlocked' as VaultState['kind'] | 'unknown', opens = true } = {}) {
  const { vault } = makeWorld();
  await vault.create(onThisComputer);
  await vault.mutate((content) => ({ ...content, entries: [entryAt(ORIGIN, 'ada')] }));
  const acts: string[] = [];
  const noted: Promise<AddPress>[] = [];
  const state = { known };
  const press = createPressService({
    vault,
    pages,
    names: { shown: async () => [], typed: async () => null },
    memory: { lastInTab: async () => null },
    followUp: { look: async () => 'unknown' },
    offers: { at: async () => null },
    filler: {
      onRequest: async () => {
        acts.push('fill');
        return written;
      },
    },
    intents: {
      note: async (_tabId, _document, asked) => {
        acts.push('note');
        noted.push(asked);
      },
    },
    signs: { show: async (_tabId, badge) => void acts.push(`show ${badge}`) },
    watch: {
      known: () => state.known,
      learn: async () => {
        const learnt = await vault.state();
        state.known = learnt.kind;
        acts.push(`learn ${learnt.kind}`);
      },
    },
    openPopup: async (_tabId, ask) => {
      acts.push('open');
      if (!opens) await ask(tabId);
    },
    pointAtPicture: async () => void acts.push('point'),
    originAround: async () => ORIGIN,
  });
  return { vault, press, acts, noted };
}

it('opens the popup in the turn of a press that adds, and has noted what the press is about', async () => {
  const { press, acts, noted } = await openPresses();
  void press('add-link', tabId, pointed);
  expect(acts).toEqual(['note', 'open']);
  expect(await noted[0]).toEqual({ what: 'link', text: pointed.address, origin: ORIGIN });
});

it('asks no document for its origin where the link is none of an account', async () => {
  const { press, noted } = await openPresses();
  await press('add-link', tabId, { ...pointed, address: 'https://elsewhere.example' });
  expect(await noted[0]).toEqual({ what: 'link', text: 'https://elsewhere.example', origin: null });
});

it('points the scanner at a picture before its popup reads the page', async () => {
  const { press, acts, noted } = await openPresses();
  await press('add-picture', tabId, pointed);
  expect(acts).toEqual(['point', 'note', 'open']);
  expect(await noted[0]).toEqual({ what: 'picture' });
});

it('fills at once while Doorcode is open, also in a background that this press woke', async () => {
  const { press, acts } = await openPresses({ known: 'unknown' });
  await press('fill-code', tabId, null);
  expect(acts).toEqual(['learn unlocked', 'fill', 'show none']);
});

it('opens the popup in place of filling while Doorcode is locked, and says so on the button where none opens', async () => {
  const { press, acts } = await openPresses({ known: 'locked', opens: false });
  await press('fill-code', tabId, null);
  expect(acts).toEqual(['open', 'show locked']);
});

it('locks, and learns of it', async () => {
  const { press, acts, vault } = await openPresses();
  await press('lock-vault', undefined, null);
  expect((await vault.state()).kind).toBe('locked');
  expect(acts).toEqual(['learn locked']);
});
