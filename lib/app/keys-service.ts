import type { RequestOf } from '../messages/protocol.ts';
import type { KeysText, PassphraseKey } from '../messages/protocol-keys.ts';
import type { Bytes } from '../otp/parameters.ts';
import type { Result } from '../result.ts';
import { fromBase64 } from '../vault/base64.ts';
import type { OpenedBy } from '../vault/openings.ts';
import type { BackupService } from './backup-service.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import { readProven } from './read-proven.ts';
import type { Taken } from './vault-answers.ts';
import type { KeyChange } from './vault-keys.ts';
import type { VaultRepository } from './vault-repository.ts';

const passphraseOf = ({ kdf, kekBase64, strength }: PassphraseKey) => {
  const kek = fromBase64(kekBase64);
  return kek === null ? null : { kdf, kek, ...(strength === undefined ? {} : { strength }) };
};

/** A change of keys as the vault takes it; null where a key is no key. */
function keyChangeOf({ passphrase, recovery, computer }: KeysText): KeyChange | null {
  const change: { -readonly [Kind in keyof KeyChange]: KeyChange[Kind] } = {};
  if (passphrase === 'remove') change.passphrase = null;
  else if (passphrase !== 'keep') {
    const made = passphraseOf(passphrase);
    if (made === null) return null;
    change.passphrase = made;
  }
  if (recovery === 'remove') change.recovery = null;
  else if (recovery !== 'keep') {
    const kek = fromBase64(recovery.kekBase64);
    if (kek === null) return null;
    change.recovery = { salt: recovery.salt, kek };
  }
  if (computer !== 'keep') change.computer = computer === 'new';
  return change;
}

/** The vault as it was opened, and whether changes were missed. */
function openedOr(taken: Result<Taken, string>): PageAnswer {
  if (!taken.ok) return failed(taken.error);
  const { generation, expectedGeneration, writtenUnixMs } = taken.value;
  return { kind: 'opened', missed: generation < expectedGeneration ? { sinceUnixMs: writtenUnixMs } : null };
}

/** Everything that takes a key: the vault's life, and encrypted backups. Passphrases themselves never come here. */
export function createKeysService(
  vault: VaultRepository,
  backups: BackupService,
  reminder: { readonly noteTyped: () => Promise<void> },
) {
  /** Whether a slot of the open vault is the recovery code's: whoever needs that has not typed the passphrase. */
  async function isRecovery(slotId: string): Promise<boolean> {
    const state = await vault.state();
    return state.kind === 'unlocked' && state.slots.some(({ id, kind }) => id === slotId && kind === 'recovery');
  }
  /**
   * As above; the opening is written down for the customer to look through, and nobody waits for that. Where changes were missed nothing is
   * written: it would take the place of a copy that somebody may still want to save as it lies there.
   */
  function opened(taken: Result<Taken, string>, by: OpenedBy): PageAnswer {
    if (taken.ok && taken.value.generation >= taken.value.expectedGeneration) void vault.noteOpening(by);
    return openedOr(taken);
  }
  const withKek = async (
    kekBase64: string,
    refusal: string,
    act: (kek: Bytes) => Promise<PageAnswer>,
  ): Promise<PageAnswer> => {
    const kek = fromBase64(kekBase64);
    return kek === null ? failed(refusal) : act(kek);
  };
  return {
    async create({ keys, replacing }: RequestOf<'create-vault'>): Promise<PageAnswer> {
      const change = keyChangeOf(keys);
      return change === null ? failed('unacceptable') : doneOr(await vault.create(change, { replacing }));
    },
    async change({ keys, proof }: RequestOf<'change-keys'>): Promise<PageAnswer> {
      const [change, kek] = [keyChangeOf(keys), proof === null ? null : fromBase64(proof.kekBase64)];
      if (change === null || (proof !== null && kek === null)) return failed('unacceptable');
      const proven = proof === null || kek === null ? null : { slotId: proof.slotId, kek };
      return doneOr(await vault.changeKeys(change, proven));
    },
    check: async ({ proof }: RequestOf<'check-proof'>) => doneOr(await readProven(vault, proof)),
    unlock: ({ slotId, kekBase64, better }: RequestOf<'unlock-with-key'>) =>
      withKek(kekBase64, 'wrong-passphrase', async (kek) => {
        const again = better === null ? null : passphraseOf(better);
        const taken = await vault.unlock({ slotId, kek, ...(again === null ? {} : { better: again }) });
        if (!taken.ok) return openedOr(taken);
        const by = (await isRecovery(slotId)) ? 'recovery' : 'passphrase';
        if (by === 'passphrase') await reminder.noteTyped();
        return opened(taken, by);
      }),
    unlockWithComputer: async () => opened(await vault.unlockWithComputer(), 'computer'),
    openCopy: async ({ place, slotId, kekBase64 }: RequestOf<'open-copy'>): Promise<PageAnswer> => {
      const open = async (kek: Bytes | null) => {
        const taken = await vault.openCopy({ place, slotId, kek });
        const typed = (await isRecovery(slotId)) ? 'recovery' : 'passphrase';
        return opened(taken, kek === null ? 'computer' : typed);
      };
      return kekBase64 === null ? open(null) : withKek(kekBase64, 'wrong-passphrase', open);
    },
    lock: async (): Promise<PageAnswer> => {
      await vault.lock();
      return { kind: 'done' };
    },
    setAutoLock: async ({ minutes }: RequestOf<'set-auto-lock'>) => doneOr(await vault.setAutoLock(minutes)),
    previewRestore: ({ text, kekBase64 }: RequestOf<'preview-restore'>) =>
      withKek(kekBase64, 'wrong-passphrase', async (kek) => {
        const preview = await backups.preview(text, kek);
        return preview.ok ? { kind: 'restore-preview', changed: false, ...preview.value } : failed(preview.error);
      }),
    acceptRestore: ({ text, kekBase64, shown, beside }: RequestOf<'accept-restore'>) =>
      withKek(kekBase64, 'wrong-passphrase', async (kek) => {
        const restored = await backups.accept(text, kek, { shown, beside: new Set(beside) });
        if (!restored.ok) return failed(restored.error);
        return restored.value.kind === 'changed-meanwhile'
          ? { kind: 'restore-preview', changed: true, intact: true, ...restored.value.preview }
          : restored.value;
      }),
  };
}
