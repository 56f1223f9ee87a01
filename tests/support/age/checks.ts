import { CLEAR } from '../../../lib/app/clear-settings.ts';
import { DAYS, STORED } from '../../../lib/app/vault-copies.ts';
import { SESSION_KEY } from '../../../lib/app/vault-session.ts';
import { encodeBase32 } from '../../../lib/otp/base32.ts';
import { fromBase64, toBase64, toHex } from '../../../lib/vault/base64.ts';
import { openVault } from '../../../lib/vault/envelope.ts';
import { bytesOf, isRecord } from '../../../lib/vault/shape.ts';
import { isOpenedBy } from '../opened-by.ts';
import { RELEASED } from './act-parts.ts';
import { differences, knownOf, markOfKnown } from './model.ts';
import { count, type Year } from './year.ts';

const DAY_MS = 24 * 3_600_000;
const MOST_COPIES_IN_FOLDER = 5;
const names: readonly string[] = [...Object.values(STORED), ...Object.values(CLEAR)];

const sizeOf = (value: unknown): number => JSON.stringify(value)?.length ?? 0;

/** All sealed texts of the vault, wherever they lie. */
function textsOf({ world: { disk, mirror } }: Year): readonly string[] {
  const all = [disk.get(STORED.a), disk.get(STORED.b), ...DAYS.map((day) => disk.get(STORED[day])), mirror.sealed];
  return all.filter((one) => typeof one === 'string');
}

/** What lies in storage is known by its names, and no more of it than the copies that are kept. */
function checkRoom(year: Year): void {
  const { disk, mirror } = year.world;
  for (const name of disk.keys()) if (!names.includes(name)) year.faults.push(`storage holds ${name}`);
  const aside = disk.get(STORED.setAside);
  if (aside !== undefined && sizeOf(aside) > 2) year.faults.push('something was set aside, and nothing was damaged');
  const largest = Math.max(...textsOf(year).map((text) => text.length));
  const bytes = [...disk.values()].reduce<number>((sum, value) => sum + sizeOf(value), sizeOf(mirror.sealed));
  // Two copies, five days, the one outside, and a little beside them; the quotes in each text are written twice.
  if (bytes > 8 * 1.05 * largest + 16_384)
    year.faults.push(`${bytes} bytes are stored, the largest copy has ${largest}`);
  year.counts.set('most bytes stored', Math.max(bytes, year.counts.get('most bytes stored') ?? 0));
  const files = [...year.folder.world.files.keys()];
  if (files.length > MOST_COPIES_IN_FOLDER) year.faults.push(`the folder has ${files.length} copies`);
}

/** The days' copies open, each of another day, and hold what the vault held at that generation. */
async function checkDays(year: Year): Promise<void> {
  const held = year.world.memory.get(SESSION_KEY);
  const dataKey = isRecord(held) ? bytesOf(held.dataKey, 32, 32) : null;
  if (dataKey === null) return void year.faults.push('the open vault has no key in memory');
  const seen = new Set<number>();
  const kept: number[] = [];
  for (const day of DAYS) {
    const text = year.world.disk.get(STORED[day]);
    if (text === undefined || text === null) continue;
    const opened = await openVault(text, dataKey);
    if (!opened.ok) {
      year.faults.push(`${day} does not open`);
      continue;
    }
    kept.push(opened.value.header.generation);
    seen.add(Math.floor(opened.value.content.age.passedMs / DAY_MS));
    const then = year.at.get(opened.value.header.generation);
    if (then !== undefined) count(year, 'copies of a day compared');
    if (then !== undefined && then !== JSON.stringify(knownOf(opened.value.content)))
      year.faults.push(`${day} is not as the vault was at its generation`);
  }
  if (seen.size !== kept.length) year.faults.push('two copies are of one day');
  const gone = Math.max(year.days.gone, ...year.days.kept.filter((one) => !kept.includes(one)));
  if (kept.some((one) => one < gone)) year.faults.push('a later day made room before an earlier one');
  year.days = { kept, gone };
  year.counts.set('copies of days', kept.length);
}

/** The page *Is all well?* says what is. */
async function checkHealth(year: Year): Promise<void> {
  const { model, world } = year;
  const answer = await year.background.ask({ kind: 'check-up' });
  if (answer.kind !== 'check-up') return void year.faults.push(`the check-up says ${answer.kind}`);
  const { checkUp } = answer;
  const entries = [...model.entries.values()];
  const marks = model.saved?.marks;
  const added = entries.filter(({ issuer }) => marks?.has(issuer) !== true);
  const changed = entries.filter((one) => marks?.has(one.issuer) && marks.get(one.issuer) !== markOfKnown(one));
  const removed = [...(marks?.keys() ?? [])].filter((issuer) => !model.entries.has(issuer));
  const ageMs = model.saved === null ? null : world.now - model.saved.unixMs;
  const isOld = ageMs === null || ageMs >= 7 * DAY_MS || ageMs < -DAY_MS;
  const due = added.length + changed.length > 0 && isOld;
  const weak = model.strength !== null && model.strength <= 1;
  const pending = entries.filter(({ state }) => state === 'pending');
  const needs = [
    ...(due ? ['copies'] : []),
    ...(model.emergencySalt !== null ? [] : ['emergency-key']),
    ...(weak ? ['passphrase'] : []),
    ...(pending.some(({ keptUnconfirmed }) => !keptUnconfirmed) ? ['accounts'] : []),
  ];
  const namesOf = (all: readonly { readonly issuer: string; readonly account: string }[]): string =>
    all
      .map(({ issuer, account }) => `${issuer} ${account}`)
      .toSorted()
      .join();
  const said = {
    ...{ accounts: checkUp.copies.accounts, removed: checkUp.copies.removed, days: checkUp.copies.last?.days ?? null },
    ...{
      added: namesOf(checkUp.since.added),
      changed: namesOf(checkUp.since.changed),
      pending: namesOf(checkUp.pending),
    },
    ...{ emergencyKey: checkUp.emergencyKey, strength: checkUp.passphrase?.strength ?? null },
    ...{
      openings: checkUp.openings.toReversed(),
      needs: checkUp.needs,
      counts: [checkUp.copies.added, checkUp.copies.changed],
    },
  };
  const wanted = {
    ...{
      accounts: entries.length,
      removed: removed.length,
      days: ageMs === null ? null : Math.max(0, Math.floor(ageMs / DAY_MS)),
    },
    ...{ added: namesOf(added), changed: namesOf(changed), pending: namesOf(pending) },
    ...{ emergencyKey: model.emergencySalt !== null, strength: model.strength },
    ...{ openings: model.openings, needs, counts: [added.length, changed.length] },
  };
  if (JSON.stringify(said) !== JSON.stringify(wanted))
    year.faults.push(`the check-up says ${JSON.stringify(said)} and not ${JSON.stringify(wanted)}`);
}

/** No secret lies in storage in the clear, in any of the ways in which we ever write one. */
function checkSecrets(year: Year): void {
  const { model, world } = year;
  const stored = JSON.stringify([[...world.disk], world.mirror.sealed, [...year.folder.world.files.values()]]);
  const known = [...model.entries.values(), ...model.removed.map((one) => one.known)];
  const secrets = known.flatMap(({ secret }) => fromBase64(secret) ?? []);
  for (const bytes of [...secrets, year.passphrase.kek, ...(year.emergency === null ? [] : [year.emergency.kek])])
    for (const text of [encodeBase32(bytes), toHex(bytes), toBase64(bytes).replace(/=+$/u, '').slice(0, -1)])
      if (stored.includes(text)) year.faults.push('a secret lies in storage in the clear');
  for (const { issuer, account } of model.entries.values())
    if (issuer !== RELEASED && (stored.includes(`"${issuer}"`) || stored.includes(account)))
      year.faults.push(`the name of ${issuer} lies in storage in the clear`);
}

/** No key that was taken away opens anything that lies anywhere. */
async function checkOldKeys(year: Year): Promise<void> {
  for (const kek of year.old.slice(-2))
    for (const text of textsOf(year))
      if (await isOpenedBy(text, kek)) year.faults.push('a key that was taken away opens a copy');
}

/** Everything that must be true of an open vault at the end of a day; `thoroughly` also what takes long. */
export async function checkDay(year: Year, thoroughly: boolean): Promise<void> {
  const content = await year.background.vault.read({ use: false });
  if (!content.ok) return void year.faults.push(`at the end of the day the vault is ${content.error}`);
  year.faults.push(...differences(year.model, content.value, year));
  if ((await year.background.vault.missed()) !== null) year.faults.push('changes are said to be missed');
  checkRoom(year);
  await checkHealth(year);
  await checkDays(year);
  if (!thoroughly) return;
  checkSecrets(year);
  await checkOldKeys(year);
}

/** Lets the deadline of the automatic lock pass: open just before it, locked at it, and nothing is told any more. */
export async function passDeadline(year: Year, passMs: (ms: number) => void): Promise<void> {
  const { background, world } = year;
  await background.vault.read();
  const minutes = await background.vault.autoLockMinutes();
  passMs(minutes * 60_000 - 1);
  if ((await background.vault.state()).kind !== 'unlocked') year.faults.push('locked before the deadline');
  passMs(1);
  const answer = await background.ask({ kind: 'list-accounts' });
  if (answer.kind !== 'failed' || answer.reason !== 'locked') year.faults.push(`after the deadline: ${answer.kind}`);
  if (world.memory.has(SESSION_KEY)) year.faults.push('after the deadline the key is still held');
  count(year, 'locked by the deadline');
}
