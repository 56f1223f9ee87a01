import { describe, expect, it } from 'vitest';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { createFiller } from '../../../lib/app/filler.ts';
import { FOUND_LIFE_MS } from '../../../lib/app/found-codes.ts';
import type { FrameLook, LookOrder, Pages, WriteOrder } from '../../../lib/app/page-ports.ts';
import { createPageService } from '../../../lib/app/page-service.ts';
import { hotp } from '../../../lib/otp/hotp.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld } from './fake-world.ts';

const ORIGIN = 'https://portal.example';
const SECRET = 'JBSWY3DPEHPK3PXP';
const TOTP = `otpauth://totp/Acme:ada?secret=${SECRET}&issuer=Acme`;
const HOTP = `otpauth://hotp/Acme:ada?secret=${SECRET}&issuer=Acme&counter=7`;
const tabId = 1;

/** The service over an open vault of fakes, on a page with one box. */
async function openService(origin: string | null = ORIGIN) {
  const { world, ports, vault } = makeWorld();
  await vault.create({ kind: 'computer' });
  const page = { origin, looks: [] as LookOrder[], written: [] as WriteOrder[] };
  const frame: Omit<FrameLook, 'origin'> = { documentId: 'D', frameId: 0, visible: true, box: 'challenge' };
  const pages: Pages = {
    topOrigin: async () => page.origin,
    look: async (_tabId, order) => {
      page.looks.push(order);
      return page.origin === null ? [] : [{ ...frame, origin: page.origin }];
    },
    write: async (_tabId, _documentId, order) => {
      page.written.push(order);
      return 'filled';
    },
    note: async () => {},
  };
  const { session, clock, random } = ports;
  const filler = createFiller({
    vault,
    pages,
    clock,
    memory: createFillMemory(session, clock),
    waitUntil: async (unixMs) => {
      world.now = unixMs;
    },
  });
  const { sites } = makeSites(ports);
  const ask = createPageService({ vault, pages, session, clock, random, filler, sites });
  const add = async (text: string) => {
    await ask({ kind: 'found-texts', tabId, texts: [text] });
    return ask({ kind: 'add-found', tabId, index: 0, choice: 'new' });
  };
  const listed = async () => {
    const answer = await ask({ kind: 'list-entries', tabId });
    return answer.kind === 'entries' ? answer.entries : [];
  };
  return { world, vault, page, ask, add, listed };
}

describe('what was found on a page', () => {
  it('is shown without its secret, and only accounts are', async () => {
    const { ask } = await openService();
    const answer = await ask({ kind: 'found-texts', tabId, texts: ['https://apps.example', TOTP, TOTP] });
    expect(answer).toMatchObject({ kind: 'found', codes: [{ index: 0, issuer: 'Acme', site: ORIGIN, status: 'new' }] });
    expect(JSON.stringify(answer)).not.toContain(SECRET);
  });

  it('still waits when the popup opens again, and for ten minutes only', async () => {
    const { ask, world } = await openService();
    await ask({ kind: 'found-texts', tabId, texts: [TOTP] });
    world.now += FOUND_LIFE_MS - 1;
    expect(await ask({ kind: 'found-texts', tabId, texts: [] })).toMatchObject({ codes: [{ issuer: 'Acme' }] });
    world.now += 1;
    expect(await ask({ kind: 'found-texts', tabId, texts: [] })).toMatchObject({ codes: [] });
  });

  it('is never added on another origin than the one that showed it', async () => {
    const { ask, page, listed } = await openService();
    await ask({ kind: 'found-texts', tabId, texts: [TOTP] });
    page.origin = 'https://evil.example';
    expect((await ask({ kind: 'add-found', tabId, index: 0, choice: 'new' })).kind).toBe('failed');
    expect(await listed()).toEqual([]);
  });

  it('is saved for its origin and filled beside its code', async () => {
    const { add, page, listed } = await openService();
    expect(await add(TOTP)).toMatchObject({ kind: 'added', saved: 'saved', fill: { kind: 'written' } });
    expect(await listed()).toMatchObject([{ issuer: 'Acme', belongsHere: true, state: 'pending' }]);
    expect(page.looks).toMatchObject([{ besideCode: true }]);
  });

  it('is not added while the vault is locked, and waits', async () => {
    const { ask, vault } = await openService();
    await ask({ kind: 'found-texts', tabId, texts: [TOTP] });
    await vault.lock();
    expect(await ask({ kind: 'add-found', tabId, index: 0, choice: 'new' })).toEqual({
      kind: 'failed',
      reason: 'locked',
    });
    expect((await ask({ kind: 'list-entries', tabId })).kind).toBe('failed');
    await vault.unlockWithComputer();
    expect((await ask({ kind: 'add-found', tabId, index: 0, choice: 'new' })).kind).toBe('added');
  });
});

describe('a stored code', () => {
  it('is filled later without taking a picture of the page for a code', async () => {
    const { add, ask, page, listed } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    expect(page.looks.at(-1)).toMatchObject({ besideCode: false });
  });

  it('goes to another origin only after the customer chose it', async () => {
    const { add, ask, page, listed } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    page.origin = 'https://second.example';
    const request = { tabId, entryId: entry?.id ?? '' };
    expect(await ask({ kind: 'fill', ...request })).toMatchObject({
      result: { kind: 'withheld', reason: 'other-origin' },
    });
    expect(await ask({ kind: 'use-here', ...request })).toMatchObject({ result: { kind: 'written' } });
    expect(await listed()).toMatchObject([{ belongsHere: true }]);
  });

  it.each(['http://plain.example', 'null'])('is never bound to %s', async (origin) => {
    const { add, ask, page, listed } = await openService();
    await add(TOTP);
    const [entry] = await listed();
    page.origin = origin;
    expect((await ask({ kind: 'use-here', tabId, entryId: entry?.id ?? '' })).kind).toBe('failed');
  });

  it('by counter is used once: the next one is stored as soon as it was written', async () => {
    const { add, ask, page, listed } = await openService();
    await add(HOTP);
    const [entry] = await listed();
    await ask({ kind: 'fill', tabId, entryId: entry?.id ?? '' });
    const secret = new Uint8Array([72, 101, 108, 108, 111, 33, 222, 173, 190, 239]);
    expect(page.written.map(({ code }) => code)).toEqual([7, 8].map((counter) => hotp(secret, 'SHA1', 6, counter)));
    await ask({ kind: 'advance-counter', entryId: entry?.id ?? '' });
    expect(await listed()).toMatchObject([{ code: hotp(secret, 'SHA1', 6, 10), endsUnixMs: 0 }]);
  });

  it('is named as missing when there is none', async () => {
    const { ask } = await openService();
    expect(await ask({ kind: 'fill', tabId, entryId: 'none' })).toEqual({ kind: 'failed', reason: 'no-entry' });
    expect(await ask({ kind: 'advance-counter', entryId: 'none' })).toEqual({ kind: 'failed', reason: 'not-saved' });
  });
});
