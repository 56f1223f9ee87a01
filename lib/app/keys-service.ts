import type { PageRequest } from '../messages/protocol.ts';
import type { Bytes } from '../otp/parameters.ts';
import { fromBase64 } from '../vault/base64.ts';
import type { BackupService } from './backup-service.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import type { VaultRepository } from './vault-repository.ts';

type Request<K extends PageRequest['kind']> = Extract<PageRequest, { kind: K }>;

/** Everything that takes a key: the vault's life, and encrypted backups. Passphrases themselves never come here. */
export function createKeysService(vault: VaultRepository, backups: BackupService) {
  const withKek = async (
    kekBase64: string,
    refusal: string,
    act: (kek: Bytes) => Promise<PageAnswer>,
  ): Promise<PageAnswer> => {
    const kek = fromBase64(kekBase64);
    return kek === null ? failed(refusal) : act(kek);
  };
  return {
    createWithPassphrase: ({ kdf, kekBase64 }: Request<'create-vault-with-passphrase'>) =>
      withKek(kekBase64, 'unacceptable', async (kek) => doneOr(await vault.create({ kind: 'passphrase', kdf, kek }))),
    createWithComputer: async () => doneOr(await vault.create({ kind: 'computer' })),
    unlock: ({ slotId, kekBase64 }: Request<'unlock-with-passphrase'>) =>
      withKek(kekBase64, 'wrong-passphrase', async (kek) => doneOr(await vault.unlock({ slotId, kek }))),
    unlockWithComputer: async () => doneOr(await vault.unlockWithComputer()),
    lock: async (): Promise<PageAnswer> => {
      await vault.lock();
      return { kind: 'done' };
    },
    setAutoLock: async ({ minutes }: Request<'set-auto-lock'>) => doneOr(await vault.setAutoLock(minutes)),
    exportBackup: ({ kdf, kekBase64 }: Request<'export-backup'>) =>
      withKek(kekBase64, 'unacceptable', async (kek) => {
        const sealed = await backups.seal(kdf, kek);
        return sealed.ok ? { kind: 'backup', text: sealed.value } : failed(sealed.error);
      }),
    restoreBackup: ({ text, kekBase64 }: Request<'restore-backup'>) =>
      withKek(kekBase64, 'wrong-passphrase', async (kek) => {
        const restored = await backups.restore(text, kek);
        return restored.ok ? { kind: 'restored', ...restored.value } : failed(restored.error);
      }),
  };
}
