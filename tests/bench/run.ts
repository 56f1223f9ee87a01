import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isQuick, only } from './amount.ts';
import { fillTopic } from './automatic-fill.ts';
import { measureVaults } from './extension-vault.ts';
import { describeMachine } from './machine.ts';
import { memoryTopic } from './memory.ts';
import { packageTopic } from './package-size.ts';
import { pageTopic } from './page-cost.ts';
import { cardTopic } from './popup-card.ts';
import { popupTopic } from './popup-opening.ts';
import { qrTopic } from './qr.ts';
import { benchmarkPage, waits } from './report.ts';
import { closeAll, openSeeded, type Seeded, seededEntries } from './seeded-browser.ts';
import type { Topic } from './topic.ts';
import { totpTopic } from './totp.ts';
import { unlockTopic } from './unlock.ts';
import { vaultSizes, vaultTopic } from './vault-sizes.ts';

const docs = resolve(import.meta.dirname, '../../docs');
const MOST_ENTRIES = 10_000;
const ROOM = 100;

/** The topics that need browsers with vaults of several sizes. */
async function seededTopics(
  wanted: (name: string) => boolean,
): Promise<{ readonly version: string; readonly topics: readonly Topic[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'doorcode-bench-'));
  const seeded = new Map<number, Seeded>();
  try {
    for (const count of vaultSizes.keys()) {
      if (count === MOST_ENTRIES && !wanted('vault')) continue;
      // A vault has room for 10,000 and no more, and each save is one more.
      const entries = seededEntries(Math.min(count, MOST_ENTRIES - ROOM));
      seeded.set(count, await openSeeded(join(folder, String(count)), entries));
    }
    const [few, many] = [seeded.get(10), seeded.get(1000)];
    if (few === undefined || many === undefined) throw new Error('two browsers are needed');
    const version = await few.browser.version();
    const topics: Topic[] = [];
    if (wanted('card')) topics.push(await cardTopic(few));
    if (wanted('vault')) topics.push(await vaultTopic(await measureVaults(seeded)));
    if (wanted('popup') || wanted('memory')) topics.push(await popupTopic(few, many));
    if (wanted('memory')) topics.push(await memoryTopic(many, 1000));
    return { version, topics };
  } finally {
    await closeAll(
      [...seeded.values()].map(({ browser }) => browser),
      folder,
    );
  }
}

const others: Readonly<Record<string, () => Promise<Topic> | Topic>> = {
  fill: fillTopic,
  unlock: unlockTopic,
  page: pageTopic,
  qr: qrTopic,
  codes: totpTopic,
  package: packageTopic,
};

const wanted = (name: string): boolean => only?.includes(name) ?? true;
const startMs = performance.now();
let machine = describeMachine();
const topics: Topic[] = [];
if (['card', 'vault', 'popup', 'memory'].some(wanted)) {
  const seeded = await seededTopics(wanted);
  machine = `${machine}; ${seeded.version}, headless`;
  topics.push(...seeded.topics);
}
for (const [name, make] of Object.entries(others)) {
  if (!wanted(name)) continue;
  console.log(`${name} …`);
  topics.push(await make());
}
const seconds = Math.round((performance.now() - startMs) / 1000);
const profile = readFileSync(join(import.meta.dirname, 'profile.md'), 'utf8');
const page = benchmarkPage({ machine, seconds, topics, profile });
if (!isQuick && only === null) {
  writeFileSync(join(docs, 'benchmarks.md'), page);
  for (const { name, svg } of [waits(topics), ...topics.flatMap(({ charts }) => charts)])
    writeFileSync(join(docs, `${name}.svg`), svg);
}
console.log(page);
