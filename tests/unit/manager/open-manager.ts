import { createManagerPage } from '../../../entrypoints/manager/manager-page.ts';
import { createArrangeService } from '../../../lib/app/arrange-service.ts';
import { codeTimeOf } from '../../../lib/app/code-clock.ts';
import { createFillMemory } from '../../../lib/app/fill-memory.ts';
import { failed } from '../../../lib/app/page-answers.ts';
import { createTrashService } from '../../../lib/app/trash-service.ts';
import { type Ask, createClient } from '../../../lib/messages/client.ts';
import { decodePageRequest } from '../../../lib/messages/decode.ts';
import { makeWorld, onThisComputer } from '../app/fake-world.ts';
import { entryAt, idOf } from '../app/sample-entry.ts';
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
  const answer: Ask = async (message) => {
    const decoded = decodePageRequest(JSON.parse(JSON.stringify(message)));
    if (!decoded.ok) return failed(decoded.error);
    const request = decoded.value;
    switch (request.kind) {
      case 'vault-state':
        return { kind: 'vault-state', state: await vault.state() };
      case 'list-accounts':
        return arranging.list();
      case 'arrange-accounts':
        return arranging.arrange(request);
      case 'remove-accounts':
        return arranging.remove(request);
      case 'put-back-accounts':
        return arranging.putBack(request);
      case 'list-removed':
        return trash.list();
      case 'put-back':
        return trash.putBack(request);
      case 'unlock-with-computer': {
        const opened = await vault.unlockWithComputer();
        return opened.ok ? { kind: 'opened', missed: null } : failed(opened.error);
      }
      case 'lock':
        await vault.lock();
        return { kind: 'done' };
      default:
        return failed('not-scripted');
    }
  };
  let broken: string | null = null;
  const copied: string[] = [];
  const page = createManagerPage({
    ask: createClient(async (message) => (message.kind === broken ? failed('storage-failed') : answer(message))),
    derive: async () => null,
    random: randomBytes,
    nowUnixMs: () => world.now,
    copyText: async (text) => void copied.push(text),
  });
  await page.start();
  const shown = () => page.current().accounts.map(({ account }) => account);
  return { world, vault, page, shown, copied, idOf, breakKind: (kind: string | null) => (broken = kind) };
}
