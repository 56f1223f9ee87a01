import { createHash } from 'node:crypto';
import { createBackupService } from '../../../lib/app/backup-service.ts';
import { createCopiesService } from '../../../lib/app/copies-service.ts';
import { createKeysService } from '../../../lib/app/keys-service.ts';
import { doneOr, failed } from '../../../lib/app/page-answers.ts';
import { createReminderService } from '../../../lib/app/reminder-service.ts';
import type { VaultRepository } from '../../../lib/app/vault-repository.ts';
import type { Ask } from '../../../lib/messages/client.ts';
import type { FileKdf } from '../../../lib/vault/kdf.ts';
import { makeSites } from '../app/fake-sites.ts';
import { makeWorld } from '../app/fake-world.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { randomBytes } from '../vault/samples.ts';

/** The part of the background that pages about keys talk to: the real services over a world of fakes, through the decoder. */
export function makeBackground() {
  const { world, ports, vault } = makeWorld();
  const reminder = createReminderService({ vault, clock: ports.clock });
  const keys = createKeysService(vault, createBackupService({ vault, ...ports }), reminder);
  const copies = createCopiesService({ vault, ...ports, underWay: { isAny: () => false } });
  const { sites } = makeSites(ports);
  const messages: string[] = [];
  // A bug is caught once, in the server of messages.
  const ask: Ask = (message) => {
    messages.push(JSON.stringify(message));
    return answer(message).catch(() => failed('bug'));
  };
  const answer = scriptedBackground({
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    policies: async () => ({ kind: 'policies', policies: world.policies, lacksPassphrase: false }),
    'create-vault': keys.create,
    'change-keys': keys.change,
    'check-proof': keys.check,
    'unlock-with-key': keys.unlock,
    'unlock-with-computer': keys.unlockWithComputer,
    'set-auto-lock': keys.setAutoLock,
    'set-shared-computer': async ({ shared }) => doneOr(await sites.setShared(shared)),
    'set-reminder': reminder.set,
    'export-backup': copies.exportBackup,
    'backup-kept': copies.kept,
  });
  // A derivation that costs nothing: a passphrase and a salt give one key.
  const derive = async (passphrase: string, { salt }: FileKdf): Promise<string> =>
    createHash('sha256').update(`${passphrase} ${salt}`).digest('base64');
  const making = { ask, derive, random: randomBytes, nowUnixMs: () => world.now };
  return { world, vault, sites, messages, making };
}

/** The cost N of every passphrase that opens a vault, locked or not. */
export async function costsOf(vault: VaultRepository): Promise<readonly number[]> {
  const state = await vault.state();
  const slots = state.kind === 'locked' || state.kind === 'unlocked' ? state.slots : [];
  return slots.flatMap((slot) => (slot.kind === 'passphrase' ? [slot.kdf.N] : []));
}

/** Opens a locked vault by a passphrase, as the popup does. */
export async function opensBy({ making: { ask, derive } }: ReturnType<typeof makeBackground>, passphrase: string) {
  const answer = await ask({ kind: 'vault-state' });
  const state = answer.kind === 'vault-state' ? answer.state : null;
  const slot = state?.kind === 'locked' ? state.slots.find((one) => one.kind === 'passphrase') : undefined;
  if (slot?.kind !== 'passphrase') return false;
  const kekBase64 = await derive(passphrase, slot.kdf);
  return (await ask({ kind: 'unlock-with-key', slotId: slot.id, kekBase64, better: null })).kind === 'opened';
}
