import { setTimeout as rest } from 'node:timers/promises';
import { rounds } from './amount.ts';
import { interleave, type Sample } from './measure.ts';
import { ask, expectKind, type Seeded } from './seeded-browser.ts';

// A browser goes on writing after it saved 10,000 accounts, in the time of the contender whose turn is next.
const REST_MS = 300;

let typed = 0;

/** Adds one account as somebody who types its key; gives how long the background took to answer, in ms. */
async function save({ page }: Seeded): Promise<number> {
  typed += 1;
  const secretText = `ABCDEFGHIJKLMNOP${typed.toString(2).replaceAll('0', 'A').replaceAll('1', 'B').padStart(16, 'C')}`;
  const form = { issuer: 'Typed', account: `${typed}`, secretText, kind: 'totp', algorithm: 'SHA1', digits: 6 };
  return timedMessage(page, { kind: 'add-manual', form: { ...form, periodSeconds: 30, counter: 0 } }, 'done');
}

async function timedMessage(page: Seeded['page'], message: object, kind: string): Promise<number> {
  await rest(REST_MS);
  const outcome: unknown = await page.evaluate(`(async () => {
    const startMs = performance.now();
    const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
    return answer?.kind === '${kind}' ? performance.now() - startMs : JSON.stringify(answer);
  })()`);
  if (typeof outcome !== 'number') throw new Error(`the background did not answer ${kind}: ${String(outcome)}`);
  return outcome;
}

/** Opens the vault by the key that lies on this computer, so that no derivation is in it. */
async function open({ page }: Seeded): Promise<number> {
  expectKind(await ask(page, { kind: 'lock' }), 'done');
  return timedMessage(page, { kind: 'unlock-with-computer' }, 'opened');
}

/** How long saving one more account and opening the vault take in Chromium, by the number of accounts. */
export async function measureVaults(seeded: ReadonlyMap<number, Seeded>) {
  const contenders = (act: (one: Seeded) => Promise<number>) =>
    [...seeded].map(([count, one]) => ({ name: String(count), run: () => act(one) }));
  for (const { page } of seeded.values()) await page.bringToFront();
  const bySize = (samples: ReadonlyMap<string, Sample>): ReadonlyMap<number, Sample> =>
    new Map([...samples].map(([count, sample]) => [Number(count), sample]));
  return {
    save: bySize(await interleave(contenders(save), rounds(40), 120_000)),
    open: bySize(await interleave(contenders(open), rounds(20), 60_000)),
  };
}
