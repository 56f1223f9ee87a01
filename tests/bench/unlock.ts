import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bundle } from '../score/fields/bundle.ts';
import { type BrowserName, browsers, type Driver } from '../support/e2e/driver.ts';
import { fieldOf } from '../support/faults/answer.ts';
import { type OpenProfile, openProfile } from '../support/faults/open-profile.ts';
import { passphraseSlot } from '../support/faults/vault-acts.ts';
import { rounds } from './amount.ts';
import { type Sample, summarise } from './measure.ts';
import { scryptPart } from './scrypt.ts';
import { kdf } from './seeded-browser.ts';
import { type Line, type Topic, timesTable, verdictsOf } from './topic.ts';
import { derive, unlockWatched } from './unlock-watched.ts';

/** What opening the vault by its passphrase took in one browser, in ms, and what went on meanwhile. */
type UnlockResult = {
  readonly name: BrowserName;
  /** From the passphrase to the background's word that the vault is open. */
  readonly whole: Sample;
  /** The part of it that the Worker derived the key. */
  readonly derivation: Sample;
  /** The longest time between two frames of the page that waits, and of the same page before. */
  readonly gap: Sample;
  readonly idleGap: Sample;
  /** hash-wasm's scrypt of the same cost in a plain page (Chromium), which has no such policy as the extension's. */
  readonly peer: Sample | null;
  /** The slowest of the background's answers to a question asked every 20 ms. */
  readonly ping: Sample;
};

const REPEATS = rounds(30);

/** Derives by hash-wasm in a plain page that goes again, as the page that is measured must stand in front; gives how long it takes, in ms. */
async function derivePeer(driver: Driver, script: string): Promise<number> {
  const page = await driver.newPage();
  await page.goto('about:blank');
  const { N, r, p } = kdf;
  const sizes = JSON.stringify({ costFactor: N, blockSize: r, parallelism: p, hashLength: 32 });
  const taken: unknown = await page.evaluate(`(async () => {
    ${script}
    const startMs = performance.now();
    await peer.scrypt({ password: 'four random words here', salt: new Uint8Array(16).fill(5), ...${sizes} });
    return performance.now() - startMs;
  })()`);
  await page.close();
  return Number(taken);
}

async function measureIn(name: BrowserName, { ask, evaluate, driver }: OpenProfile): Promise<UnlockResult> {
  const script = name === 'chromium' ? await bundle(resolve(import.meta.dirname, 'hash-wasm-room.ts'), 'peer') : null;
  const peer: number[] = [];
  const passphrase = 'four random words here';
  const kekBase64 = String(await evaluate(derive(passphrase)));
  const keys = { passphrase: { kdf, kekBase64 }, recovery: 'remove', computer: 'remove' };
  const created = await ask({ kind: 'create-vault', keys, replacing: false });
  if (created.kind !== 'done') throw new Error(`no vault was made: ${created.kind}`);
  const slotId = await passphraseSlot(ask);
  await ask({ kind: 'lock' });
  const runs: unknown[] = [];
  for (let run = 0; run <= REPEATS; run += 1) {
    const one = await evaluate(unlockWatched(slotId, passphrase));
    if (fieldOf(one, 'kind') !== 'opened') throw new Error(`not opened: ${String(fieldOf(one, 'kind'))}`);
    // The first one starts what the others find running.
    if (run > 0) runs.push(one);
    if (Number(fieldOf(one, 'idleGap')) === 0) throw new Error('the page that waits was not in front');
    if (script !== null) peer.push(await derivePeer(driver, script));
  }
  const sample = (field: string): Sample => summarise(runs.map((one) => Number(fieldOf(one, field))));
  const [whole, derivation] = [sample('whole'), sample('derivation')];
  return {
    name,
    whole,
    derivation,
    peer: peer.length > 0 ? summarise(peer.slice(1)) : null,
    gap: sample('gap'),
    idleGap: sample('idleGap'),
    ping: sample('ping'),
  };
}

/** Measures opening the vault in each real browser, one after the other, as they do not share a computer well. */
async function measureUnlocking(): Promise<readonly UnlockResult[]> {
  const results: UnlockResult[] = [];
  for (const name of browsers) {
    const profile = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
    const open = await openProfile(profile, name);
    try {
      results.push(await measureIn(name, open));
    } finally {
      await open.driver.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
  return results;
}

function linesOf({ name, whole, derivation, peer, gap, idleGap, ping }: UnlockResult): readonly Line[] {
  // Firefox without a window draws 20 frames a second.
  const mostGapMs = Math.max(50, Math.round(idleGap.p95) + 17);
  return [
    {
      what: `${name}: from the passphrase to the open vault`,
      sample: whole,
      mostMs: name === 'chromium' ? 1500 : 4000,
    },
    { what: `${name}: of it the key derived in the Worker (scrypt, N = 2^17)`, sample: derivation },
    ...(peer === null ? [] : [{ what: `${name}: the same key by hash-wasm in a plain page`, sample: peer }]),
    { what: `${name}: longest gap between frames before`, sample: idleGap },
    { what: `${name}: longest gap between frames meanwhile`, sample: gap, mostMs: mostGapMs },
    { what: `${name}: slowest answer of the background meanwhile`, sample: ping, mostMs: 100 },
  ];
}

/** Opening the vault by its passphrase in both browsers, and the key alone beside other implementations. */
export async function unlockTopic(): Promise<Topic> {
  const lines = (await measureUnlocking()).flatMap(linesOf);
  return {
    title: 'Opening the vault by its passphrase',
    text: `In a page of the extension's own, the browser without a window. The background is asked something else every 20 ms
meanwhile. Firefox without a window draws 20 frames a second, so that its gap may be 17 ms, a usual frame, longer than before.`,
    parts: [timesTable(lines), await scryptPart()],
    verdicts: verdictsOf(lines),
    charts: [],
  };
}
