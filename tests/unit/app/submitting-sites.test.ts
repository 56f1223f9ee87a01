import { describe, expect, it } from 'vitest';
import { mendSettings } from '../../../lib/app/mend-settings.ts';
import { createSubmittingSites } from '../../../lib/app/submitting-sites.ts';
import type { VaultPorts } from '../../../lib/app/vault-core.ts';
import { createVaultRepository, type VaultRepository } from '../../../lib/app/vault-repository.ts';
import { sampleEntry } from '../vault/samples.ts';
import { atEachCall, type Made } from './at-each-call.ts';
import { makeSites } from './fake-sites.ts';
import { makeWorld, onThisComputer } from './fake-world.ts';
import { allFaults } from './faulty-ports.ts';

const [ONE, TWO] = ['https://one.example', 'https://two.example'];

/** Sites over the ports of a world, all of which the browser grants. */
function grantedSites(ports: VaultPorts) {
  const made = makeSites(ports);
  for (const origin of [ONE, TWO]) made.browser.granted.add(origin);
  return made;
}

/** An open vault of one account, filled by itself at two sites, where the button of the first is pressed too. */
async function makeChosen(): Promise<Made> {
  const made = makeWorld();
  await made.vault.create(onThisComputer);
  await made.vault.mutate((content) => ({ ...content, entries: [sampleEntry('one')] }));
  const { sites } = grantedSites(made.ports);
  for (const origin of [ONE, TWO]) expect((await sites.want(origin, 7)).ok).toBe(true);
  expect(await createSubmittingSites(made.vault).set(ONE, true)).toEqual({ ok: true, value: null });
  return made;
}

const broken = () => Promise.reject(new Error('IO error'));
const mend = (ports: VaultPorts) => mendSettings({ ...ports, vault: createVaultRepository(ports) });

/** Where a code is filled by itself and the button pressed, once the vault is opened anew. */
async function pressedAt(ports: VaultPorts): Promise<readonly string[]> {
  const vault = createVaultRepository(ports);
  await vault.lock();
  expect((await vault.unlockWithComputer()).ok).toBe(true);
  const { sites } = grantedSites(ports);
  const submitting = createSubmittingSites(vault);
  const isPressed = async (origin: string) => (await sites.allows(origin)) && (await submitting.has(origin));
  const pressed = await Promise.all([ONE, TWO].map(async (origin) => ((await isPressed(origin)) ? [origin] : [])));
  return pressed.flat();
}

describe('the sites where the button is pressed', () => {
  it('are those that were chosen, of an open vault', async () => {
    const made = await makeChosen();
    const submitting = createSubmittingSites(made.vault);
    expect(await pressedAt(made.ports)).toEqual([ONE]);
    await made.vault.lock();
    expect(await submitting.has(ONE)).toBe(false);
    expect(await submitting.set(TWO, true)).toEqual({ ok: false, error: 'not-saved' });
    expect(await pressedAt(made.ports)).toEqual([ONE]);
    expect((await submitting.set(ONE, false)).ok).toBe(true);
    expect(await pressedAt(made.ports)).toEqual([]);
  });

  it('lie sealed alone, so that nothing that is written into storage adds one', async () => {
    const made = await makeChosen();
    expect(JSON.stringify([...made.world.disk].filter(([name]) => name !== 'sites.automatic'))).not.toContain(ONE);
    made.world.disk.set('sites.submit', [TWO]);
    await mend(made.ports);
    expect(await pressedAt(made.ports)).toEqual([ONE]);
  });

  it('are the latest thousand', async () => {
    const made = await makeChosen();
    const submitSites = Array.from({ length: 1_000 }, (_, number) => `https://${number}.example`);
    await made.vault.mutate((content) => ({
      ...content,
      settings: content.settings && { ...content.settings, submitSites },
    }));
    const submitting = createSubmittingSites(made.vault);
    expect((await submitting.set(TWO, true)).ok).toBe(true);
    expect(await submitting.has('https://0.example')).toBe(false);
    expect(await submitting.has('https://1.example')).toBe(true);
    expect(await submitting.has(TWO)).toBe(true);
  });

  it('are none in a vault whose settings are not sealed yet, which says that it saved none', async () => {
    const made = await makeChosen();
    await made.vault.mutate((content) => ({ ...content, settings: null }));
    const submitting = createSubmittingSites(made.vault);
    expect(await submitting.set(TWO, true)).toEqual({ ok: false, error: 'not-saved' });
    expect((await submitting.set(TWO, false)).ok).toBe(true);
    await mend(made.ports);
    expect(await pressedAt(made.ports)).toEqual([]);
    expect((await submitting.set(TWO, true)).ok).toBe(true);
  });
});

describe('a site that is filled by itself again', () => {
  const ends: readonly (readonly [string, (made: Made) => Promise<unknown>])[] = [
    ['it was stopped', (made) => grantedSites(made.ports).sites.stop(ONE)],
    [
      'it was stopped at a locked vault',
      async (made) => {
        await made.vault.lock();
        await grantedSites(made.ports).sites.stop(ONE);
        await made.vault.unlockWithComputer();
      },
    ],
    [
      'the browser took its grant back',
      async (made) => {
        const { sites, browser } = grantedSites(made.ports);
        browser.granted.delete(ONE);
        await sites.reconcile();
      },
    ],
  ];

  it.each(ends)('begins without its button after %s', async (_how, end) => {
    for (const mended of [true, false]) {
      const made = await makeChosen();
      await end(made);
      if (mended) {
        await mend(made.ports);
        expect(await createSubmittingSites(made.vault).has(ONE)).toBe(false);
      }
      const { sites } = grantedSites(made.ports);
      expect((await sites.want(ONE, 7)).ok).toBe(true);
      expect(await sites.allows(ONE)).toBe(true);
      expect(await pressedAt(made.ports)).toEqual([]);
    }
  });

  it('keeps its button where it was allowed all the time', async () => {
    const made = await makeChosen();
    const { sites } = grantedSites(made.ports);
    expect((await sites.want(ONE, 7)).ok).toBe(true);
    await sites.setShared(true);
    await mend(made.ports);
    await sites.setShared(false);
    expect(await pressedAt(made.ports)).toEqual([ONE]);
  });
});

const writes: readonly (readonly [
  string,
  (vault: VaultRepository, ports: VaultPorts) => Promise<boolean>,
  readonly string[],
])[] = [
  ['one more button', async (vault) => (await createSubmittingSites(vault).set(TWO, true)).ok, [ONE, TWO]],
  ['one button less', async (vault) => (await createSubmittingSites(vault).set(ONE, false)).ok, []],
  ['a stopped site', async (_vault, ports) => (await grantedSites(ports).sites.stop(ONE)).ok, []],
];

describe.each(writes)('%s', (_what, act, after) => {
  it.each(allFaults)('is in force or is not, and costs no account, when any call %s', async (fault) => {
    const check = async (made: Made, outcome: unknown, where: string) => {
      const now = await pressedAt(made.ports);
      expect([[ONE], after], where).toContainEqual(now);
      if (outcome === true) expect(now, where).toEqual(after);
      const read = await createVaultRepository(made.ports).read();
      expect(read.ok && read.value.entries.map(({ id }) => id), where).toEqual(['one']);
    };
    expect(await atEachCall(fault, makeChosen, act, check)).toBeGreaterThan(3);
  });
});

it.each<[string, (ports: VaultPorts) => Partial<VaultPorts>]>([
  ['the vault cannot be written', ({ storage }) => ({ storage: { ...storage, write: broken } })],
  ['its key cannot be had', ({ session }) => ({ session: { ...session, get: broken } })],
])('a button is said to be not saved where %s', async (_what, breaking) => {
  const made = await makeChosen();
  const submitting = createSubmittingSites(createVaultRepository({ ...made.ports, ...breaking(made.ports) }));
  expect(await submitting.set(TWO, true)).toEqual({ ok: false, error: 'not-saved' });
  expect(await submitting.set(ONE, false)).toEqual({ ok: false, error: 'not-saved' });
  expect(await pressedAt(made.ports)).toEqual([ONE]);
});
