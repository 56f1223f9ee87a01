import { describe, expect, it } from 'vitest';
import { type FillOrder, type FillPorts, fillCode } from '../../../lib/app/fill-code.ts';
import type { FrameLook, PageNote, WriteOrder, WriteOutcome } from '../../../lib/app/page-ports.ts';
import type { Entry } from '../../../lib/vault/entry.ts';

const ORIGIN = 'https://a.example';
const EVIL = 'https://evil.example';
const entry: Entry = {
  id: 'e',
  issuer: 'A',
  account: 'a',
  parameters: { type: 'totp', secret: new Uint8Array(20), algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  origins: [ORIGIN],
  state: 'confirmed',
  backupCodes: [],
  replaces: null,
  createdUnixMs: 0,
  updatedUnixMs: 0,
};
const top: FrameLook = { documentId: 'T', frameId: 0, origin: ORIGIN, visible: true, box: 'challenge' };
const order: FillOrder = {
  entry,
  tabId: 1,
  trigger: 'request',
  mode: 'request',
  automaticOrigins: [],
  allowedPortals: null,
  refusedHere: false,
  lastFilled: null,
  besideCode: false,
  onlyDocument: null,
};

/** A browser whose documents are given, at a moment that stands still. */
function fakePorts(looks: readonly FrameLook[], outcome: WriteOutcome = 'filled', startUnixMs = 0) {
  const written: (WriteOrder & { documentId: string })[] = [];
  const done: string[] = [];
  const notes: PageNote[] = [];
  const nowUnixMs = startUnixMs;
  const ports: FillPorts = {
    pages: {
      topOrigin: async () => looks[0]?.origin ?? null,
      topDocument: async () => null,
      look: async () => looks,
      write: async (_tabId, documentId, writeOrder) => {
        written.push({ ...writeOrder, documentId });
        done.push('write');
        return outcome;
      },
      note: async (_tabId, note) => void notes.push(note),
      outcome: async () => null,
      follow: async () => void done.push('follow'),
      writeBackup: async () => 'no-box',
    },
    codeNow: () => {
      const step = Math.floor(nowUnixMs / 30_000);
      return { code: `00000${step}`, endsUnixMs: (step + 1) * 30_000 };
    },
    nowUnixMs: () => nowUnixMs,
    noteReleased: async () => {
      done.push('note');
      return async () => void done.push('take back');
    },
  };
  return { ports, written, done, notes };
}

describe('filling a code', () => {
  it('writes into the exact document that was looked at', async () => {
    const { ports, written } = fakePorts([top]);
    expect(await fillCode(order, ports)).toMatchObject({ kind: 'written', origin: ORIGIN, purpose: 'challenge' });
    expect(written).toEqual([
      { documentId: 'T', origin: ORIGIN, code: '000000', mode: 'request', enrolledHere: true, besideCode: false },
    ]);
  });

  it('watches the page before the code is in, as a site that sends it by itself may answer at once', async () => {
    const { ports, done } = fakePorts([top]);
    await fillCode(order, ports);
    expect(done).toEqual(['follow', 'note', 'write']);
  });

  it('notes a code before the page has it, and takes back that an answer to it is waited for where the page kept nothing', async () => {
    const pressed = fakePorts([top], 'reverted');
    await fillCode(order, pressed.ports);
    expect(pressed.done).toEqual(['follow', 'note', 'write', 'take back']);
    const itself = fakePorts([top], 'reverted');
    const automatic = {
      trigger: 'automatic',
      mode: 'automatic',
      automaticOrigins: [ORIGIN],
      onlyDocument: 'T',
    } as const;
    await fillCode({ ...order, ...automatic }, itself.ports);
    expect(itself.done).toEqual(['follow', 'note', 'write', 'take back']);
  });

  it('chooses the code after the page was prepared, which may take seconds', async () => {
    const { ports, written } = fakePorts([top], 'filled', 0);
    let nowUnixMs = 25_000;
    const follow = async () => {
      nowUnixMs = 28_000;
    };
    const late = {
      ...ports,
      pages: { ...ports.pages, follow },
      nowUnixMs: () => nowUnixMs,
    };
    expect(await fillCode(order, late)).toMatchObject({ kind: 'wait', why: 'ending' });
    expect(written).toEqual([]);
  });

  it('asks to wait where the code has under three seconds to live, and writes nothing', async () => {
    const { ports, written } = fakePorts([top], 'filled', 27_001);
    expect(await fillCode(order, ports)).toEqual({ kind: 'wait', why: 'ending', untilUnixMs: 30_000 });
    expect(written).toEqual([]);
  });

  it('asks to wait where the code went into another document before, and fills it again in the same one', async () => {
    const { ports, written } = fakePorts([top], 'filled', 1_000);
    const used = { code: '000000', documentId: 'earlier' };
    expect(await fillCode({ ...order, lastFilled: used }, ports)).toEqual({
      kind: 'wait',
      why: 'used',
      untilUnixMs: 30_000,
    });
    expect(written).toEqual([]);
    expect((await fillCode({ ...order, lastFilled: { ...used, documentId: 'T' } }, ports)).kind).toBe('written');
  });

  it('asks to wait in the same document too where the code written there was refused', async () => {
    const { ports, written } = fakePorts([top], 'filled', 1_000);
    const lastFilled = { code: '000000', documentId: 'T' };
    expect(await fillCode({ ...order, lastFilled, next: true }, ports)).toMatchObject({ kind: 'wait', why: 'used' });
    const later = fakePorts([top], 'filled', 31_000);
    expect((await fillCode({ ...order, lastFilled, next: true }, later.ports)).kind).toBe('written');
    expect([written.length, later.written.length]).toEqual([0, 1]);
  });

  it('fills the right page and never the frame of another origin inside it', async () => {
    const evil: FrameLook = { ...top, documentId: 'F', frameId: 3, origin: EVIL };
    const { ports, written } = fakePorts([evil, top]);
    await fillCode(order, ports);
    expect(written.map((write) => write.documentId)).toEqual(['T']);
  });

  it('gives nothing to the right site framed by another one', async () => {
    const { ports, written } = fakePorts([
      { ...top, origin: EVIL, box: 'none' },
      { ...top, documentId: 'F', frameId: 3 },
    ]);
    expect(await fillCode(order, ports)).toEqual({ kind: 'withheld', reason: 'cross-origin-frame' });
    expect(written).toEqual([]);
  });

  it('gives nothing to an opaque document', async () => {
    const { ports, written } = fakePorts([
      { ...top, box: 'none' },
      { ...top, documentId: 'F', frameId: 3, origin: 'null' },
    ]);
    expect(await fillCode(order, ports)).toEqual({ kind: 'withheld', reason: 'origin-not-fillable' });
    expect(written).toEqual([]);
  });

  it('leaves boxes for SMS codes alone by itself, and fills them on request with a word of warning', async () => {
    const sms: FrameLook = { ...top, box: 'message-code' };
    const automatic = {
      ...order,
      trigger: 'automatic' as const,
      mode: 'automatic' as const,
      automaticOrigins: [ORIGIN],
    };
    expect(await fillCode(automatic, fakePorts([sms]).ports)).toEqual({ kind: 'not-written', outcome: 'no-box' });
    const pressed = fakePorts([sms]);
    expect((await fillCode(order, pressed.ports)).kind).toBe('written');
    expect(pressed.notes).toEqual(['sent-code']);
    const reverted = fakePorts([sms], 'reverted');
    await fillCode(order, reverted.ports);
    const plain = fakePorts([top]);
    await fillCode(order, plain.ports);
    expect([...reverted.notes, ...plain.notes]).toEqual([]);
  });

  it('says when the page is out of reach, has no box, or takes no text', async () => {
    expect(await fillCode(order, fakePorts([]).ports)).toEqual({ kind: 'not-written', outcome: 'page-gone' });
    expect(await fillCode(order, fakePorts([{ ...top, box: 'none' }]).ports)).toEqual({
      kind: 'not-written',
      outcome: 'no-box',
    });
    expect(await fillCode(order, fakePorts([top], 'reverted').ports)).toEqual({
      kind: 'not-written',
      outcome: 'reverted',
    });
  });
});
