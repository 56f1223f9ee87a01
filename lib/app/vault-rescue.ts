import type { Bytes } from '../otp/parameters.ts';
import { err, ok, type Result } from '../result.ts';
import { NONCE_LENGTH } from '../vault/aead.ts';
import type { VaultContent } from '../vault/entry.ts';
import { openVault, readHeader } from '../vault/envelope.ts';
import { type Header, writtenUnixMsOf } from '../vault/header.ts';
import type { Taken, UnlockError } from './vault-answers.ts';
import { openAside, plainJson, setTornAside } from './vault-aside.ts';
import { nextGeneration, nextHeader } from './vault-change.ts';
import { DAYS, type Place, readValue, STORED } from './vault-copies.ts';
import type { VaultCore } from './vault-core.ts';
import { computerKeyName } from './vault-key-change.ts';
import { noteMissed } from './vault-missed.ts';
import { allTexts, heldAt, listCopies, markerOf, textAt } from './vault-places.ts';
import { openAnySlot } from './vault-proof.ts';
import { storeCopy } from './vault-writing.ts';

/** A try to open one copy of a vault that does not open by itself; without a `kek` by the key that lies on this computer. */
export type RescueAttempt = { readonly place: Place; readonly slotId: string; readonly kek: Bytes | null };

/** A copy that opened: its header as it lies there, the key of its data, and what it holds. */
type OpenedCopy = {
  readonly header: Header;
  readonly dataKey: Bytes;
  readonly opened: { readonly header: Header; readonly content: VaultContent };
};

/** Opens one copy by the key that was typed for it, or lies on this computer; nothing is changed. */
async function openOne(
  { ports }: VaultCore,
  { place, slotId, kek }: RescueAttempt,
): Promise<Result<OpenedCopy, UnlockError>> {
  const text = await textAt(ports, place);
  if (text === undefined) return err('missing');
  const header = readHeader(text);
  if (!header.ok) return err(header.error.kind);
  const slot = header.value.slots.find(({ id }) => id === slotId);
  if (slot === undefined || (kek === null && slot.kind !== 'computer')) return err('unknown-slot');
  const key = kek ?? (await ports.computerKeys.get(computerKeyName(header.value, slotId)));
  if (key === null) return err('no-computer-key');
  const dataKey = await openAnySlot(slot, key, header.value.id);
  if (!dataKey.ok) return err(dataKey.error === 'altered' ? 'damaged' : 'wrong-passphrase');
  const opened = await openVault(text, dataKey.value);
  return opened.ok ? ok({ header: header.value, dataKey: dataKey.value, opened: opened.value }) : opened;
}

/**
 * Opens one copy, and goes on from it: it becomes the newest generation, what it takes the place of is set aside, and the vault is
 * open. What a newer version of Doorcode wrote, or claims to have written, is set aside too, wherever it lies.
 */
export async function openCopy(core: VaultCore, attempt: RescueAttempt): Promise<Result<Taken, UnlockError>> {
  const { storage, mirror, clock, random } = core.ports;
  const { place } = attempt;
  const one = await openOne(core, attempt);
  if (!one.ok) return one;
  const { header, dataKey, opened } = one.value;
  const reports = await listCopies(core.ports);
  const { generation } = opened.header;
  const known = [generation, (await markerOf(mirror))?.generation ?? 0, ...reports.map((one) => one.generation ?? 0)];
  const expectedGeneration = Math.max(...known);
  const days = DAYS.flatMap((name) => {
    const day = reports.find((one) => one.place === name);
    return day?.generation == null ? [] : [{ name, generation: day.generation }];
  });
  const name = place === 'a' ? 'b' : 'a';
  // A day's place that is not known of is taken for a free one by the next day.
  const newerDays = DAYS.filter((day) => reports.some((one) => one.place === day && one.fault === 'newer-version'));
  const replaced: unknown[] = (await Promise.all(newerDays.map((day) => textAt(core.ports, day)))).filter(
    (value) => value !== undefined,
  );
  let isNewerMissed = false;
  for (const copy of ['mirror', 'b', 'a'] as const) {
    const held = await heldAt(core.ports, copy);
    // What storage never gives cannot be kept, and must not keep anybody from the copy that opens.
    const value = held.ok ? held.value : undefined;
    if (value === undefined) continue;
    const other = await openVault(value, dataKey);
    // What can be read is kept too where it is newer than what was chosen.
    if (!other.ok || other.value.header.generation > generation) replaced.push(value);
    if (!other.ok && other.error === 'newer-version') isNewerMissed = true;
  }
  const aside = await setTornAside({ storage, random }, replaced, dataKey);
  if (aside === null) return err('storage-failed');
  const following = nextGeneration(generation, expectedGeneration);
  const next = nextHeader(header, following, random.bytes(NONCE_LENGTH), clock.nowUnixMs());
  const write = { name, header: next, content: opened.content, dataKey: dataKey, days } as const;
  const beside = {
    ...(aside.length > 0 ? { [STORED.setAside]: aside } : {}),
    ...(place === 'a' ? {} : { [STORED.b]: null }),
    ...Object.fromEntries(newerDays.map((day) => [STORED[day], null])),
  };
  const stored = await storeCopy({ storage, mirror, openText: core.latest.openText }, { ...write, beside });
  core.latest.forget();
  if (!stored.ok) return err('not-saved');
  // What a newer version wrote last is missing here, whatever number it has.
  const missed = isNewerMissed ? following : expectedGeneration;
  if (generation < missed) await noteMissed(storage, header, missed, null);
  await core.begin(dataKey, opened.content);
  return ok({ copy: place, generation, expectedGeneration, writtenUnixMs: writtenUnixMsOf(header) });
}

/**
 * Everything that lies anywhere of the vault, as one JSON text to keep, so that it tells nobody anything: the copies sealed as they are,
 * and what was set aside as it lies there.
 * @param opened whether what was set aside is given as it was before that, where the vault is open; only for who has proven to know the passphrase
 */
export async function rawCopies(core: VaultCore, { opened }: { readonly opened: boolean }): Promise<string> {
  const stored = await allTexts(core.ports);
  const copies = stored.map(({ place, text }) => ({ place, text: plainJson(text) }));
  const kept = await readValue(core.ports.storage, STORED.setAside);
  const held = opened ? await core.holding(false) : null;
  const aside = kept.kind === 'present' && Array.isArray(kept.value) ? kept.value : [];
  const texts = await Promise.all(aside.map((value) => (held === null ? value : openAside(value, held.dataKey))));
  const values = texts.map(plainJson);
  return `${JSON.stringify({ format: 'doorcode-rescue', version: 1, copies, setAside: values }, null, 1)}\n`;
}
