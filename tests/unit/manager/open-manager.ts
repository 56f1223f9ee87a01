import { createManagerPage } from '../../../entrypoints/manager/manager-page.ts';
import { createArrangeService } from '../../../lib/app/arrange-service.ts';
import { codeTimeOf } from '../../../lib/app/code-clock.ts';
import { createEditService } from '../../../lib/app/edit-service.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { usualHabits } from '../../../lib/app/habits.ts';
import { failed } from '../../../lib/app/page-answers.ts';
import { noPolicies } from '../../../lib/app/policies.ts';
import { createPrintService } from '../../../lib/app/print-service.ts';
import { createRescueService } from '../../../lib/app/rescue-service.ts';
import { createSitesService } from '../../../lib/app/sites-service.ts';
import { createTrashService } from '../../../lib/app/trash-service.ts';
import { type Ask, createClient } from '../../../lib/messages/client.ts';
import { makeSites } from '../app/fake-sites.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { entryAt, idOf } from '../app/sample-entry.ts';
import { scriptedBackground } from '../messages/scripted-background.ts';
import { randomBytes } from '../vault/samples.ts';

/** The page over a vault of these accounts, with the real services behind the decoder. */
export async function openManager(...names: readonly string[]) {
  const { world, ports, vault } = makeWorld();
  await vault.create(onThisComputer);
  const entries = names.map((name) => entryAt(`https://${name}.example`, name));
  await vault.mutate((content) => ({ ...content, entries }));
  const memory = createFillMemory(ports.session, ports.clock);
  const codes = { now: async () => codeTimeOf(ports.clock, 0) };
  const arranging = createArrangeService({ vault, memory, codes, clock: ports.clock });
  const trash = createTrashService({ vault, clock: ports.clock });
  const sites = createSitesService({ vault, sites: makeSites(ports).sites, clock: ports.clock });
  const edits = createEditService({ ...ports, vault, memory });
  const policies = { now: async () => noPolicies };
  const print = createPrintService({ ...ports, vault, policies });
  const rescue = createRescueService({
    pages: { look: async () => [], writeBackup: async () => 'no-box', follow: async () => {} },
    underWay: { during: (_, run) => run() },
    ...{ vault, memory, policies, clock: ports.clock },
  });
  const answer = scriptedBackground({
    'vault-state': async () => ({ kind: 'vault-state', state: await vault.state() }),
    'list-accounts': arranging.list,
    'arrange-accounts': arranging.arrange,
    'remove-accounts': arranging.remove,
    'put-back-accounts': arranging.putBack,
    'list-removed': trash.list,
    'put-back': trash.putBack,
    'show-editable': edits.show,
    'edit-entry': edits.edit,
    'undo-edit': edits.undo,
    'reveal-backup-codes': rescue.reveal,
    'print-codes': print.prepare,
    'take-print': print.take,
    'list-automatic': sites.list,
    'stop-site': sites.stop,
    policies: async () => ({ kind: 'policies', policies: noPolicies, lacksPassphrase: false }),
    'unlock-with-computer': async () => {
      const opened = await vault.unlockWithComputer();
      return opened.ok ? { kind: 'opened', missed: null } : failed(opened.error);
    },
    lock: async () => {
      await vault.lock();
      return { kind: 'done' };
    },
  });
  let broken: string | null = null;
  const asked: string[] = [];
  const held = new Map<string, { readonly answered: () => void; readonly until: Promise<void> }>();
  /** Keeps back what the background answers to the next request of a kind, from when `answered` until `letGo` is called. */
  function hold(kind: string) {
    const [answered, until] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    held.set(kind, { answered: answered.resolve, until: until.promise });
    return { answered: answered.promise, letGo: until.resolve };
  }
  const send: Ask = async (message) => {
    const { kind } = message;
    asked.push(kind);
    const given = kind === broken ? failed('storage-failed') : await answer(message);
    const back = held.get(kind);
    held.delete(kind);
    back?.answered();
    await back?.until;
    return given;
  };
  const copied: string[] = [];
  const page = createManagerPage({
    ask: createClient(send),
    derive: async () => null,
    random: randomBytes,
    nowUnixMs: () => world.now,
    habits: { read: async () => usualHabits, keep: async () => undefined },
    copyCode: async (code) => void copied.push(code),
    saveFile: () => undefined,
    openSheet: async () => undefined,
  });
  await page.start();
  const shown = () => page.current().accounts.map(({ account }) => account);
  const breakKind = (kind: string | null) => (broken = kind);
  return { world, vault, page, shown, asked, copied, idOf, hold, breakKind, background: answer };
}
