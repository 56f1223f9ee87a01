import { expect, it } from 'vitest';
import type { FilledCode } from '../../../lib/app/filled-record.ts';
import type { PageOutcome } from '../../../lib/app/page-ports.ts';
import { createUnconfirmedService, ENROLMENT_PATIENCE_MS } from '../../../lib/app/unconfirmed-service.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

const tabId = 1;
const [ORIGIN = ''] = sampleEntry('').origins;
const id = 'a'.repeat(32);
const filledInto = (documentId: string): FilledCode => ({
  code: '123456',
  origin: ORIGIN,
  documentId,
  purpose: 'enrolment',
  isTop: true,
  life: null,
});
const nobody = { kind: 'unconfirmed', entry: null };
const ada = { kind: 'unconfirmed', entry: { id, issuer: 'Example', account: 'jane@example.org' } };

/** The service over a vault with one account, five minutes old unless `part` says otherwise. */
async function openService(part: Partial<Entry> = {}) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const createdUnixMs = world.now - ENROLMENT_PATIENCE_MS;
  const entry: Entry = { ...sampleEntry(id), state: 'pending', createdUnixMs, ...part };
  await vault.mutate((content) => ({ ...content, entries: [entry] }));
  const page: { origin: string | null; outcome: PageOutcome; last: FilledCode | null } = {
    origin: ORIGIN,
    outcome: {
      origin: ORIGIN,
      documentId: 'D2',
      said: null,
      backupCodes: [],
      backupQuote: '',
      asks: false,
      proofAsked: false,
    },
    last: null,
  };
  const service = createUnconfirmedService({
    vault,
    pages: { topOrigin: async () => page.origin, outcome: async () => page.outcome },
    memory: { lastOf: async () => page.last },
    clock: ports.clock,
  });
  const list = () => service.list({ kind: 'list-unconfirmed', tabId });
  const stored = async () => {
    const content = await vault.read();
    return content.ok ? content.value.entries[0] : undefined;
  };
  return { vault, page, service, list, stored };
}

it('asks about an account that its site has not confirmed for five minutes', async () => {
  const { list } = await openService();
  expect(await list()).toEqual(ada);
});

it.each([
  ['confirmed', { state: 'confirmed' }],
  ['no longer in force', { state: 'stale' }],
  ['kept already', { keptUnconfirmed: true }],
  ['of another site', { origins: ['https://other.example'] }],
] as const)('does not ask about an account that is %s', async (_what, part) => {
  const { list } = await openService(part);
  expect(await list()).toEqual(nobody);
});

it('does not ask while a box of the page waits for a code, nor while the vault is locked, nor on another site', async () => {
  const { list, page, vault } = await openService();
  page.outcome = { ...page.outcome, asks: true };
  expect(await list()).toEqual(nobody);
  page.outcome = { ...page.outcome, asks: false, origin: 'https://other.example' };
  expect(await list()).toEqual(nobody);
  page.outcome = { ...page.outcome, origin: ORIGIN };
  page.origin = null;
  expect(await list()).toEqual(nobody);
  page.origin = ORIGIN;
  await vault.lock();
  expect(await list()).toEqual(nobody);
});

it('asks at once where the page that took the code has given way to another', async () => {
  const { list, page } = await openService({ createdUnixMs: makeWorld().world.now - ENROLMENT_PATIENCE_MS + 1 });
  expect(await list()).toEqual(nobody);
  page.last = filledInto('D2');
  expect(await list()).toEqual(nobody);
  page.last = filledInto('D1');
  expect(await list()).toEqual(ada);
});

it('asks no more about what is kept, and goes on waiting for the site', async () => {
  const { service, list, stored } = await openService();
  expect(await service.keep({ kind: 'keep-unconfirmed', entryId: id })).toEqual({ kind: 'done' });
  expect(await stored()).toMatchObject({ state: 'pending', keptUnconfirmed: true });
  expect(await list()).toEqual(nobody);
});

it('puts what is discarded out of force, and deletes nothing', async () => {
  const { service, stored } = await openService();
  const before = await stored();
  expect(await service.discard({ kind: 'discard-unconfirmed', entryId: id })).toEqual({ kind: 'done' });
  expect(await stored()).toMatchObject({ id, state: 'stale', parameters: before?.parameters });
});

it('discards nothing that the site confirmed meanwhile, and no account that is not there', async () => {
  const { service, stored } = await openService({ state: 'confirmed' });
  const failed = { kind: 'failed', reason: 'no-entry' };
  expect(await service.discard({ kind: 'discard-unconfirmed', entryId: id })).toEqual(failed);
  expect(await service.keep({ kind: 'keep-unconfirmed', entryId: 'b' })).toEqual(failed);
  expect(await stored()).toMatchObject({ state: 'confirmed' });
});
