import { err, ok, type Result } from '../result.ts';
import { KEY_LENGTH, NONCE_LENGTH } from '../vault/aead.ts';
import { toBase64 } from '../vault/base64.ts';
import { emptyContent } from '../vault/content.ts';
import type { Header2 } from '../vault/header.ts';
import { readClear } from './clear-settings.ts';
import type { CreateError, Taken } from './vault-answers.ts';
import { setFirstAside } from './vault-aside.ts';
import { DAYS, STORED } from './vault-copies.ts';
import type { VaultCore } from './vault-core.ts';
import { changeLocks, dropsPassphrase, isAcceptable, type KeyChange, kindsOf, planKinds } from './vault-keys.ts';
import { allHeld } from './vault-places.ts';
import { lockForAll } from './vault-rotation.ts';
import { storeCopy } from './vault-writing.ts';

/**
 * Makes a vault without accounts, and opens it.
 * @param replacing the customer begins anew though there is one: whatever lies there is set aside, and nothing of it deleted
 */
export async function createVault(
  core: VaultCore,
  keys: KeyChange,
  replacing: boolean,
): Promise<Result<Taken, CreateError>> {
  const { storage, mirror, computerKeys, clock, random, policies } = core.ports;
  const kinds = planKinds(kindsOf([]), keys);
  if (!kinds.ok) return kinds;
  const isBound = (await policies.now()).passphraseRequired;
  if (isBound && dropsPassphrase(kindsOf([]), kinds.value, keys)) return err('passphrase-required');
  if (!isAcceptable(keys)) return err('unacceptable');
  const before = await core.survey();
  if (before.kind !== 'absent' && !replacing) return err('not-absent');
  const old = before.kind === 'absent' ? ok([]) : await allHeld({ storage, mirror });
  if (!old.ok) return old;
  // The newest last, as a list of copies ends.
  const aside = await setFirstAside(storage, old.value.toReversed());
  if (!aside.ok) return aside;

  const [dataKey, id, nowUnixMs] = [random.bytes(KEY_LENGTH), core.newId(), clock.nowUnixMs()];
  const locks = await changeLocks([], kinds.value, keys, { newId: core.newId, newComputerKey: computerKeys.create });
  const header: Header2 = {
    version: 2,
    id,
    generation: 1,
    slots: await lockForAll(locks, dataKey, id, random),
    nonce: toBase64(random.bytes(NONCE_LENGTH)),
    createdUnixMs: nowUnixMs,
    writtenUnixMs: nowUnixMs,
  };
  const age = { writtenUnixMs: nowUnixMs, passedMs: 0 };
  const reminder = { on: false, provenUnixMs: nowUnixMs };
  const inClear = await readClear(storage);
  // A site that was chosen for what was there before is chosen anew.
  const settings = inClear && { ...inClear, automaticSites: [], submitSites: [] };
  const strength = keys.passphrase?.strength ?? null;
  const content = { ...emptyContent, age, reminder, locks, settings, strength };
  const gone =
    old.value.length === 0
      ? {}
      : Object.fromEntries(['b' as const, 'missed' as const, ...DAYS].map((name) => [STORED[name], null]));
  const beside = { ...gone, ...(aside.value.length > 0 ? { [STORED.setAside]: aside.value } : {}) };
  const { openText } = core.latest;
  const write = { name: 'a', header, content, dataKey, days: [], beside } as const;
  const stored = await storeCopy({ storage, mirror, openText }, write);
  if (!stored.ok) return stored;
  core.latest.forget();
  await core.begin(dataKey, content);
  return ok({ copy: 'a', generation: 1, expectedGeneration: 1, writtenUnixMs: nowUnixMs });
}
