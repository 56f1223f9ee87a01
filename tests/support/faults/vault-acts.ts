import { randomBytes } from 'node:crypto';
import { type Answer, fieldOf, listOf } from './answer.ts';
import type { OpenProfile } from './open-profile.ts';

type Ask = OpenProfile['ask'];

/** A passphrase's key. Any 32 bytes will do, as the background never sees a passphrase: nothing has to be derived. */
export type Key = { readonly kekBase64: string };

const salt = randomBytes(16).toString('base64');
/** The cost that goes with a key. */
export const kdf = { name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt } as const;

/** A new key. */
export const newKey = (): Key => ({ kekBase64: randomBytes(32).toString('base64') });

const withPassphrase = ({ kekBase64 }: Key) =>
  ({ passphrase: { kdf, kekBase64 }, recovery: 'keep', computer: 'keep' }) as const;

const slotsOf = (answer: Answer) => listOf(fieldOf(answer.state, 'slots'));

/** The id of the vault's slot of a kind; empty where it has none. */
export async function slotOf(ask: Ask, kind: 'passphrase' | 'recovery'): Promise<string> {
  const slot = slotsOf(await ask({ kind: 'vault-state' })).find((one) => fieldOf(one, 'kind') === kind);
  return String(fieldOf(slot, 'id') ?? '');
}

/** The id of the vault's passphrase slot; empty where it has none. */
export const passphraseSlot = (ask: Ask): Promise<string> => slotOf(ask, 'passphrase');

/** Where the vault stands, by its kind alone, or why it cannot be told. */
export async function stateOf(ask: Ask): Promise<string> {
  const answer = await ask({ kind: 'vault-state' });
  return String(fieldOf(answer.state, 'kind') ?? answer.kind);
}

/** Makes a vault with a passphrase. */
export const createVault = (ask: Ask, key: Key): Promise<Answer> =>
  ask({
    kind: 'create-vault',
    keys: { ...withPassphrase(key), recovery: 'remove', computer: 'remove' },
    replacing: false,
  });

/** The request that opens the vault. */
export const unlocking = (slotId: string, { kekBase64 }: Key) =>
  ({ kind: 'unlock-with-key', slotId, kekBase64, better: null }) as const;

/** Opens the vault. */
export const unlock = async (ask: Ask, key: Key): Promise<Answer> => ask(unlocking(await passphraseSlot(ask), key));

/** The request that gives the vault another passphrase. */
export const changingKey = (slotId: string, from: Key, to: Key) =>
  ({ kind: 'change-keys', keys: withPassphrase(to), proof: { slotId, kekBase64: from.kekBase64 } }) as const;

/** Gives the vault another passphrase. */
export const changeKey = async (ask: Ask, from: Key, to: Key): Promise<Answer> =>
  ask(changingKey(await passphraseSlot(ask), from, to));

/** The request that adds an account of this name. */
export const adding = (issuer: string, secretText = 'JBSWY3DPEHPK3PXP') => ({
  kind: 'add-manual',
  form: {
    issuer,
    account: 'fault@example.com',
    secretText,
    kind: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    periodSeconds: 30,
    counter: 0,
  },
});

async function listed(ask: Ask, field: string): Promise<readonly string[] | null> {
  const answer = await ask({ kind: 'list-entries', tabId: 0, most: 10_000 });
  return answer.kind === 'entries' ? listOf(answer.entries).map((entry) => String(fieldOf(entry, field))) : null;
}

/** The names of all accounts; null where the vault does not give them. */
export const accountNames = (ask: Ask): Promise<readonly string[] | null> => listed(ask, 'issuer');

/** The ids of all accounts; none where the vault does not give them. */
export const accountIds = async (ask: Ask): Promise<readonly string[]> => (await listed(ask, 'id')) ?? [];

/** The copies of the vault that do not read, by their places. */
export async function tornCopies(ask: Ask): Promise<readonly string[]> {
  const { copies } = await ask({ kind: 'list-copies' });
  return listOf(copies).flatMap((copy) => (fieldOf(copy, 'fault') === null ? [] : [String(fieldOf(copy, 'place'))]));
}
