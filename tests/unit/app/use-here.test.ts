import { describe, expect, it } from 'vitest';
import { changeEntry } from '../../../lib/app/entry-changes.ts';
import { ORIGIN, openService, SECRET, tabId } from './page-world.ts';

describe('an account used at a site whose code has to be waited for', () => {
  const form = { issuer: 'Acme', account: 'ada', secretText: SECRET, algorithm: 'SHA1', digits: 6 } as const;
  const EVIL = 'https://evil.example';

  async function openUsing(shown = ORIGIN) {
    const open = await openService(shown);
    const { ask, page, world, vault } = open;
    await ask({ kind: 'add-manual', form: { ...form, kind: 'totp', periodSeconds: 30, counter: 0 } });
    const stored = async () => {
      const content = await vault.read();
      return content.ok ? content.value.entries.map(({ origins }) => origins) : null;
    };
    const content = await vault.read();
    const entryId = (content.ok && content.value.entries[0]?.id) || '';
    const press = (asSecondSite = false) => {
      const sure = { despiteLookAlike: false, asSecondSite };
      return ask({ kind: 'use-here', tabId, entryId, shown: page.origin ?? '', ...sure });
    };
    const useHere = (asSecondSite = false) => {
      world.now = Math.ceil(world.now / 30_000) * 30_000 + 29_000;
      return press(asSecondSite);
    };
    return { ...open, stored, press, useHere, entryId };
  }

  it('belongs there from then on', async () => {
    const { stored, useHere } = await openUsing();
    expect(await useHere()).toMatchObject({ result: { kind: 'written' } });
    expect(await stored()).toEqual([[ORIGIN]]);
  });

  it('gets no code where the vault was locked meanwhile, and goes on from there once it is open again', async () => {
    const { page, vault, stored, useHere } = await openUsing();
    page.meanwhile = () => vault.lock();
    expect(await useHere()).toMatchObject({ result: { kind: 'withheld', reason: 'locked' } });
    expect(page.written).toEqual([]);
    await vault.unlockWithComputer();
    page.meanwhile = async () => {};
    expect(await useHere()).toMatchObject({ result: { kind: 'written' } });
    expect(await stored()).toEqual([[ORIGIN]]);
  });

  it('does not where the code went to another site of its own meanwhile', async () => {
    const { page, stored, useHere } = await openUsing();
    await useHere();
    page.origin = EVIL;
    page.meanwhile = async () => {
      page.origin = ORIGIN;
    };
    expect(await useHere(true)).toMatchObject({ result: { kind: 'written', origin: ORIGIN } });
    expect(await stored()).toEqual([[ORIGIN]]);
  });

  it('gets no code there where the site was taken from it meanwhile', async () => {
    const { page, vault, stored, useHere, entryId } = await openUsing();
    await useHere();
    page.meanwhile = async () => {
      await vault.mutate((content) => changeEntry(content, entryId, (entry) => ({ ...entry, origins: [EVIL] })));
    };
    expect(await useHere(true)).toMatchObject({ result: { kind: 'withheld', reason: 'other-origin' } });
    expect(await stored()).toEqual([[EVIL]]);
    expect(page.written).toHaveLength(1);
  });

  it('asks for the second press in a second tab too, whatever the first one waits for', async () => {
    const { page, stored, press, useHere } = await openUsing();
    let second: unknown = null;
    page.meanwhile = async () => {
      page.origin = EVIL;
      second = await press();
      page.origin = ORIGIN;
    };
    expect(await useHere()).toMatchObject({ result: { kind: 'written', origin: ORIGIN } });
    expect(second).toEqual({ kind: 'failed', reason: 'other-site' });
    expect(await stored()).toEqual([[ORIGIN]]);
  });
});
