import type { Answers } from './answer-table.ts';
import { checkUpOf } from './check-up.ts';
import { checkClock } from './clock-check.ts';
import { correctionFor } from './code-clock.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import type { ServicePorts } from './service-ports.ts';

/** Answers what is about settings, and the clock that codes are made by. */
export function settingAnswers(ports: ServicePorts) {
  const { codes, sites } = ports;

  async function settings(): Promise<PageAnswer> {
    const content = await ports.vault.read({ use: false });
    const hasPassphrase = content.ok && content.value.locks.some(({ slot }) => slot.kind === 'passphrase');
    return {
      kind: 'settings',
      autoLockMinutes: await ports.vault.autoLockMinutes(),
      reminder: hasPassphrase ? content.value.reminder.on : null,
      sharedComputer: await sites.isShared(),
    };
  }

  async function policies(): Promise<PageAnswer> {
    const set = await ports.policies.now();
    const state = set.passphraseRequired ? await ports.vault.state() : null;
    const lacksPassphrase = state?.kind === 'unlocked' && state.slots.every(({ kind }) => kind !== 'passphrase');
    return { kind: 'policies', policies: set, lacksPassphrase };
  }

  async function compareClock(tabId: number): Promise<PageAnswer> {
    // What it gives reason to change lies in the vault.
    const content = await ports.vault.read();
    if (!content.ok) return failed(content.error);
    const origin = await ports.pages.topOrigin(tabId);
    const result = checkClock(origin === null ? null : await ports.siteClock(tabId, origin));
    if (origin !== null) await ports.checked.note(result, origin);
    // A clock that is right again makes right codes by itself.
    if (result.kind === 'right') await codes.stop();
    const { correctionSeconds } = await codes.now();
    return { kind: 'clock', result, offerSeconds: correctionFor(result, correctionSeconds) };
  }

  /** Looking is no use of the vault: the page looks again now and then. */
  async function checkUp(): Promise<PageAnswer> {
    const content = await ports.vault.read({ use: false });
    if (!content.ok) return failed(content.error);
    const { correctionSeconds } = await codes.now();
    const [measured, automatic] = await Promise.all([ports.checked.latest(), sites.list()]);
    const facts = { nowUnixMs: ports.clock.nowUnixMs(), correctionSeconds, measured, automatic };
    return { kind: 'check-up', checkUp: checkUpOf(content.value, facts) };
  }

  return {
    settings,
    'check-up': () => checkUp(),
    policies,
    'set-shared-computer': async ({ shared }) => doneOr(await sites.setShared(shared)),
    'check-clock': ({ tabId }) => compareClock(tabId),
    'correct-codes': async ({ seconds }) => doneOr(await codes.correct(seconds)),
    'stop-correcting': async () => doneOr(await codes.stop()),
  } satisfies Answers;
}
