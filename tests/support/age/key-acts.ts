import { saveByItself } from '../../../lib/app/automatic-copy.ts';
import type { PageAnswer } from '../../../lib/app/page-answers.ts';
import type { Lock } from '../../../lib/app/vault-ports.ts';
import { openBackup, readBackupHeader } from '../../../lib/backup/doorcode-backup.ts';
import { toBase64 } from '../../../lib/vault/base64.ts';
import type { StrengthClass } from '../../../lib/vault/openings.ts';
import { leastScrypt, randomBytes } from '../../unit/vault/samples.ts';
import type { Act } from './attempt.ts';
import { type Known, knownOf, type Model, markOfKnown } from './model.ts';
import { count, type TypedKey, type Year } from './year.ts';

/** A passphrase's key as it may be: nothing is derived here, and the background never sees a passphrase. */
export const newTypedKey = (): TypedKey => ({
  kek: randomBytes(32),
  kdf: { ...leastScrypt, salt: toBase64(randomBytes(16)) },
});

/** What proves to the background that the passphrase is known. */
export async function proofOf({ background, passphrase }: Year) {
  const state = await background.vault.state();
  const slots = state.kind === 'unlocked' ? state.slots : [];
  const slotId = slots.find(({ kind }) => kind === 'passphrase')?.id ?? '';
  return { slotId, kekBase64: toBase64(passphrase.kek) };
}

/** Makes a vault that the passphrase opens, and says how that was answered. */
export async function makeVault({ background, passphrase: { kdf, kek } }: Year): Promise<PageAnswer['kind']> {
  const keys = { passphrase: { kdf, kekBase64: toBase64(kek) }, recovery: 'remove', computer: 'remove' } as const;
  const made = await background.ask({ kind: 'create-vault', keys, replacing: false });
  await background.settled();
  return made.kind;
}

/** Another passphrase. */
export async function changingPassphrase(year: Year): Promise<Act> {
  const [proof, passphrase] = [await proofOf(year), newTypedKey()];
  const strength = year.chance.pick([1, 2, 3, 4] as const satisfies readonly StrengthClass[]);
  const made = { kdf: passphrase.kdf, kekBase64: toBase64(passphrase.kek), strength };
  const keys = { passphrase: made, recovery: 'keep', computer: 'keep' } as const;
  return {
    name: 'passphrase changed',
    run: async ({ ask }) => (await ask({ kind: 'change-keys', keys, proof })).kind === 'done',
    apply: (model) => ({ ...model, strength }),
    passphrase,
  };
}

/** A new emergency key, in the place of the one that there is. */
export async function makingEmergencyKey(year: Year): Promise<Act> {
  const [proof, kek, salt] = [await proofOf(year), randomBytes(32), toBase64(randomBytes(16))];
  const keys = { passphrase: 'keep', recovery: { salt, kekBase64: toBase64(kek) }, computer: 'keep' } as const;
  return {
    name: 'emergency key made',
    run: async ({ ask }) => (await ask({ kind: 'change-keys', keys, proof })).kind === 'done',
    apply: (model) => ({ ...model, emergencySalt: salt }),
    known: () => {
      if (year.emergency !== null) year.old.push(year.emergency.kek);
      year.emergency = { kek, salt };
    },
  };
}

/** Another passphrase, which is set after the emergency key opened the vault. */
export async function afterEmergencyKey(year: Year): Promise<Act | null> {
  const { emergency } = year;
  const state = await year.background.vault.state();
  const slot = state.kind === 'unlocked' ? state.slots.find(({ kind }) => kind === 'recovery') : undefined;
  if (emergency === null || slot === undefined) return null;
  const passphrase = newTypedKey();
  const keys = {
    passphrase: { kdf: passphrase.kdf, kekBase64: toBase64(passphrase.kek), strength: 3 },
    recovery: 'keep',
    computer: 'keep',
  } as const;
  const proof = { slotId: slot.id, kekBase64: toBase64(emergency.kek) };
  return {
    name: 'passphrase changed by the emergency key',
    run: async ({ ask }) => (await ask({ kind: 'change-keys', keys, proof })).kind === 'done',
    apply: (model) => ({ ...model, strength: 3 }),
    passphrase,
  };
}

const savedNow = (model: Model, unixMs: number): Model => ({
  ...model,
  saved: { unixMs, marks: new Map([...model.entries].map(([issuer, known]) => [issuer, markOfKnown(known)])) },
});

/** Says what is wrong with a saved copy, which has to have every account of the model. */
async function lookInto(year: Year, text: string, kek: TypedKey['kek'], entries: ReadonlyMap<string, Known>) {
  const header = readBackupHeader(text);
  const slotIndex = header.ok ? header.value.slots.findIndex(({ kind }) => kind === 'passphrase') : -1;
  const opened = await openBackup(text, { slotIndex, kek });
  const items = opened.ok ? opened.value.items.flatMap((item) => (item.kind === 'entry' ? [item.entry] : [])) : [];
  const [there, wanted] = [knownOf({ entries: items }), [...entries.values()]].map((all) =>
    all
      .map((one) => `${one.issuer} ${markOfKnown(one)} ${one.counter}`)
      .toSorted()
      .join(' '),
  );
  if (there !== wanted) year.faults.push('a saved copy has not got what was in the vault');
  count(year, 'saved copies opened');
}

/** A copy that is saved by hand. */
export async function savingByHand(year: Year): Promise<Act> {
  const [proof, key] = [await proofOf(year), newTypedKey()];
  const unixMs = year.world.now;
  const { entries } = year.model;
  return {
    name: 'copy saved',
    async run({ ask }) {
      const copy = await ask({ kind: 'export-backup', kdf: key.kdf, kekBase64: toBase64(key.kek), proof });
      if (copy.kind !== 'backup') return false;
      await lookInto(year, copy.text, key.kek, entries);
      return (await ask({ kind: 'backup-kept', copyId: copy.copyId })).kind === 'done';
    },
    apply: (model) => savedNow(model, unixMs),
  };
}

/** Copies are written into the folder by themselves from now on. */
export async function switchingCopiesOn(year: Year): Promise<Act> {
  const [proof, key] = [await proofOf(year), newTypedKey()];
  return {
    name: 'copies switched on',
    run: async ({ ask }) =>
      (await ask({ kind: 'copies-on', key: { kdf: key.kdf, kekBase64: toBase64(key.kek) }, proof })).kind === 'done',
    apply: (model) => ({ ...model, folderSalt: key.kdf.salt }),
    known: () => {
      year.folderKey = key;
    },
  };
}

// One page at a time; a lock of the computer's would be held for good by one whose background ended.
const ownLock: Lock = { run: (_name, act) => act() };

/** A copy that a page of ours writes into the folder; null where none are written, or none is missing. */
export async function savingByItself(year: Year): Promise<Act | null> {
  const { folder, folderKey } = year;
  if (folderKey === null || year.model.entries.size === 0) return null;
  const unixMs = year.world.now;
  const { entries } = year.model;
  return {
    name: 'copy written by itself',
    async run({ ask }) {
      const outcome = await saveByItself({ folder: folder.folder, lock: ownLock, ask }, true);
      if (outcome !== 'saved') return false;
      const newest = [...folder.world.files.values()].findLast((text) => {
        const header = readBackupHeader(text);
        return header.ok && header.value.createdUnixMs === unixMs;
      });
      if (newest !== undefined) await lookInto(year, newest, folderKey.kek, entries);
      const health = await ask({ kind: 'copy-health' });
      // The page does not say whether the background noted the copy; what it says of it does.
      return health.kind === 'copy-health' && health.health.last?.unixMs === unixMs;
    },
    apply: (model) => savedNow(model, unixMs),
  };
}
