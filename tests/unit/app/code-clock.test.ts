import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeTimeOf, correctionFor, createCodeClock } from '../../../lib/app/code-clock.ts';
import { listEntries } from '../../../lib/app/entry-listing.ts';
import { codeAt } from '../../../lib/otp/code.ts';
import type { Entry } from '../../../lib/vault/entry.ts';
import { sampleEntry } from '../vault/samples.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';

async function openClock(made = makeWorld()) {
  const { world, ports, vault } = made;
  if ((await vault.state()).kind === 'absent') await vault.create(onThisComputer);
  else await vault.unlockWithComputer();
  const steady = { ms: 0 };
  const codes = createCodeClock({ ...ports, vault, steadyMs: () => steady.ms });
  /** Time goes by on both clocks. */
  const pass = (ms: number) => {
    world.now += ms;
    steady.ms += ms;
  };
  return { world, vault, codes, steady, pass, seconds: async () => (await codes.now()).correctionSeconds };
}
const corrections = fc.oneof(fc.integer({ min: 6, max: 86_400 }), fc.integer({ min: -86_400, max: -6 }));
const secret = new Uint8Array(20).fill(7);
const parameters: readonly Entry['parameters'][] = [
  { type: 'totp', secret, algorithm: 'SHA1', digits: 6, periodSeconds: 30 },
  { type: 'totp', secret, algorithm: 'SHA256', digits: 8, periodSeconds: 60 },
  { type: 'steam', secret },
];

describe('corrected codes', () => {
  it('are those of the corrected time, and are counted down by this computer’s clock', () => {
    fc.assert(
      fc.property(
        corrections,
        fc.integer({ min: 1e12, max: 2e12 }),
        fc.constantFrom(...parameters),
        (seconds, now, kind) => {
          const entry = { ...sampleEntry('e'), parameters: kind };
          const time = codeTimeOf({ nowUnixMs: () => now }, seconds);
          const [listed] = listEntries([entry], { origin: null, time, used: new Map(), most: 1 });
          const there = codeAt(kind, now + seconds * 1000);
          expect(listed?.code).toBe(there.code);
          expect((listed?.endsUnixMs ?? 0) - now).toBe(there.endsUnixMs - (now + seconds * 1000));
        },
      ),
    );
  });

  it('leave counters and the vault’s lock alone', async () => {
    const { world, vault, codes, pass } = await openClock();
    expect(await codes.correct(86_400)).toEqual({ ok: true, value: null });
    const minutes = await vault.autoLockMinutes();
    pass(minutes * 60_000 - 1);
    expect((await vault.state()).kind).toBe('unlocked');
    pass(1);
    expect((await vault.state()).kind).toBe('locked');
    const counter: Entry['parameters'] = { type: 'hotp', secret, algorithm: 'SHA1', digits: 6, counter: 7 };
    const context = { origin: null, used: new Map(), most: 1 };
    const list = async (seconds: number) =>
      listEntries([{ ...sampleEntry('e'), parameters: counter }], {
        ...context,
        time: codeTimeOf({ nowUnixMs: () => world.now }, seconds),
      });
    expect(await list(86_400)).toEqual(await list(0));
  });
});

describe('a correction', () => {
  it('is offered for what a check measured, and not for what is corrected already or is off by more than a day', () => {
    fc.assert(
      fc.property(corrections, (seconds) => {
        const check = { kind: 'off', bySeconds: -seconds } as const;
        expect(correctionFor(check, 0)).toBe(seconds);
        expect(correctionFor(check, seconds)).toBe(null);
        expect(correctionFor(check, seconds + 5)).toBe(null);
        expect(correctionFor(check, seconds + 6)).toBe(seconds);
      }),
    );
    expect(correctionFor({ kind: 'off', bySeconds: 86_401 }, 0)).toBe(null);
    expect(correctionFor({ kind: 'right' }, 42)).toBe(null);
    expect(correctionFor({ kind: 'unknown', why: 'no-date' }, 0)).toBe(null);
  });

  it.each([0, 5, -5, 86_401, -86_401, 6.5, Number.NaN])('of %s s is none', async (bad) => {
    const { codes, seconds } = await openClock();
    expect(await codes.correct(bad)).toEqual({ ok: false, error: 'out-of-range' });
    expect(await seconds()).toBe(0);
  });

  it('outlives the browser, and ends when the customer says so', async () => {
    const made = makeWorld();
    await (await openClock(made)).codes.correct(42);
    made.world.memory.clear();
    const later = await openClock(made);
    expect(await later.seconds()).toBe(42);
    await later.codes.stop();
    await later.codes.stop();
    expect(await (await openClock(made)).seconds()).toBe(0);
  });

  it('is in the sealed vault alone: whatever else a page’s process writes beside it is none', async () => {
    const made = makeWorld();
    const { codes, seconds, world } = await openClock(made);
    const before = new Map(world.disk);
    const forged = { seconds: 42, seenUnixMs: world.now };
    for (const key of ['codes.correction', 'codes.seen', 'vault.correction']) world.disk.set(key, forged);
    expect(await seconds()).toBe(0);
    await codes.correct(600);
    expect(await seconds()).toBe(600);
    const added = [...world.disk].filter(([key, value]) => before.get(key) !== value && !key.startsWith('vault.'));
    expect(added.map(([, value]) => value)).toEqual([forged, forged]);
  });

  it('is neither made, ended nor used while the vault is locked, and stands again with it', async () => {
    const made = makeWorld();
    const { codes, seconds, vault } = await openClock(made);
    await codes.correct(42);
    await vault.lock();
    const locked = { ok: false, error: 'locked' };
    expect([await codes.correct(60), await codes.stop(), await seconds()]).toEqual([locked, locked, 0]);
    await vault.unlockWithComputer();
    expect(await seconds()).toBe(42);
  });

  it('that ends with a clock that was set while the vault was locked ends when it is open again', async () => {
    const { codes, seconds, vault, pass, world } = await openClock();
    await codes.correct(42);
    await vault.lock();
    world.now += 42_000;
    expect(await seconds()).toBe(0);
    pass(1_000);
    await vault.unlockWithComputer();
    expect(await seconds()).toBe(0);
    const content = await vault.read();
    expect(content).toMatchObject({ ok: true, value: { correction: null } });
  });

  it('whose end could not be written down is judged again', async () => {
    const { codes, seconds, world } = await openClock();
    await codes.correct(42);
    world.now += 42_000;
    world.fault = () => 'lost';
    expect(await seconds()).toBe(0);
    world.fault = () => null;
    expect(await seconds()).toBe(0);
  });

  it('goes on while time passes, and after a sleep', async () => {
    const { codes, seconds, pass, world, vault } = await openClock();
    await codes.correct(42);
    for (const ms of [1_000, 59_000, 3_600_000]) {
      pass(ms);
      await vault.unlockWithComputer();
      expect(await seconds()).toBe(42);
    }
    world.now += 8 * 3_600_000;
    await vault.unlockWithComputer();
    expect(await seconds()).toBe(42);
  });

  it.each([
    ['set right', 42, 42_000],
    ['set right from ahead', -600, -600_000],
    ['set back', 42, -5_000],
  ])('ends when the clock was %s', async (_, correction, jumpMs) => {
    const { codes, seconds, pass, world } = await openClock();
    await codes.correct(correction);
    pass(1_000);
    expect(await seconds()).toBe(correction);
    world.now += jumpMs;
    expect(await seconds()).toBe(0);
    expect(await seconds()).toBe(0);
  });

  it('ends when the clock shows less than it did before the browser was closed', async () => {
    const made = makeWorld();
    await (await openClock(made)).codes.correct(600);
    made.world.memory.clear();
    made.world.now -= 60_000;
    expect(await (await openClock(made)).seconds()).toBe(0);
  });
});
