import type { RequestOf } from '../messages/protocol.ts';
import type { Bytes } from '../otp/parameters.ts';
import { fromBase64, toHex } from '../vault/base64.ts';
import type { VaultContent } from '../vault/entry.ts';
import { createLock, type SlotLock } from '../vault/key-slots.ts';
import { type AutomaticCopies, MOST_KEPT_COPIES } from '../vault/saved-copies.ts';
import { isCopyWanted } from './automatic-copy.ts';
import { healthOf } from './backup-health.ts';
import { createCopiesLater } from './copies-later.ts';
import { createCopyNotes } from './copy-notes.ts';
import type { FillsUnderWay } from './fills-under-way.ts';
import { doneOr, failed, type PageAnswer } from './page-answers.ts';
import { readProven } from './read-proven.ts';
import { sealCopy } from './seal-copy.ts';
import type { Clock, Random, SessionStore, VaultStorage } from './vault-ports.ts';
import { isProofError } from './vault-proof.ts';
import type { VaultRepository } from './vault-repository.ts';

/** How many copies are kept in the folder until the customer says otherwise. */
const USUAL_KEEP = 5;
/** An account that its site has not confirmed after this long is one whose enrolment is over, however it ended. */
const ENROLMENT_MS = 10 * 60_000;

/** Nobody is asked for a copy in the middle of an enrolment, whose first account may not last. */
const hasSettled = ({ entries }: VaultContent, nowUnixMs: number): boolean =>
  entries.some(
    ({ state, createdUnixMs }) =>
      state === 'confirmed' || (state === 'pending' && nowUnixMs - createdUnixMs >= ENROLMENT_MS),
  );

const saltOf = ({ slot }: SlotLock): string => (slot.kind === 'passphrase' ? slot.kdf.salt : '');

/** What copies that are written by themselves are locked for, and how many are kept. */
function automaticOf({ saved, locks }: VaultContent): Extract<PageAnswer, { kind: 'copy-health' }>['automatic'] {
  if (saved.automatic === null) return null;
  const emergency = locks.map(({ slot }) => slot).find(({ kind }) => kind === 'recovery');
  const emergencySalt = emergency?.kind === 'recovery' ? emergency.salt : null;
  return { keep: saved.automatic.keep, salt: saltOf(saved.automatic.lock), emergencySalt };
}

/** Saved copies of the open vault: made, remembered, and asked for. */
export function createCopiesService(ports: {
  readonly vault: VaultRepository;
  readonly storage: VaultStorage;
  readonly session: SessionStore;
  readonly clock: Clock;
  readonly random: Random;
  readonly underWay: Pick<FillsUnderWay, 'isAny'>;
}) {
  const { vault, clock, random } = ports;
  const notes = createCopyNotes(ports);
  const later = createCopiesLater(ports);

  async function lockFor(kdf: RequestOf<'copies-on'>['key']['kdf'], kek: Bytes): Promise<SlotLock> {
    return createLock({ kind: 'passphrase', id: toHex(random.bytes(16)), kdf }, kek);
  }

  async function seal(content: VaultContent, key: { lock: SlotLock; kek: Bytes | null }): Promise<PageAnswer> {
    const unixMs = clock.nowUnixMs();
    const sealed = await sealCopy(content, key, { nowUnixMs: unixMs, randomBytes: random.bytes });
    if (!sealed.ok) return failed(sealed.error);
    return { kind: 'backup', text: sealed.value, unixMs, copyId: await notes.sealed(content.entries, unixMs) };
  }

  /** Changes how copies are written by themselves; recording what is there is no use of the vault. */
  async function change(to: (now: AutomaticCopies | null) => AutomaticCopies | null): Promise<PageAnswer> {
    const changed = await vault.mutate((content) => {
      const automatic = to(content.saved.automatic);
      return automatic === content.saved.automatic ? content : { ...content, saved: { ...content.saved, automatic } };
    });
    return doneOr(changed);
  }

  return {
    /** Seals a copy for a passphrase that was just chosen; only for who has just proven to know the vault's own. */
    async exportBackup({ kdf, kekBase64, proof }: RequestOf<'export-backup'>): Promise<PageAnswer> {
      const kek = fromBase64(kekBase64);
      const content = await readProven(vault, proof);
      if (!content.ok) return failed(content.error);
      return kek === null ? failed('unacceptable') : seal(content.value, { lock: await lockFor(kdf, kek), kek });
    },
    /** Seals a copy for the folder, where one is missing there; `done` where none is. */
    async sealByItself({ newestUnixMs }: RequestOf<'seal-copy'>): Promise<PageAnswer> {
      const content = await vault.read({ use: false });
      if (!content.ok) return failed(content.error);
      const { automatic } = content.value.saved;
      // Somebody waits for the code; the copy can wait.
      if (automatic === null || ports.underWay.isAny()) return { kind: 'done' };
      if (!isCopyWanted(content.value, newestUnixMs, clock.nowUnixMs())) return { kind: 'done' };
      return seal(content.value, { lock: automatic.lock, kek: null });
    },
    /** Notes that a sealed copy was handed over: what it holds counts as saved from now on. */
    async kept({ copyId }: RequestOf<'backup-kept'>): Promise<PageAnswer> {
      const last = await notes.take(copyId);
      if (last === null) return failed('unknown-copy');
      return doneOr(
        await vault.mutate((content) => ({ ...content, saved: { ...content.saved, last } }), { use: false }),
      );
    },
    async health(): Promise<PageAnswer> {
      const content = await vault.read({ use: false });
      if (!content.ok) return failed(content.error);
      const nowUnixMs = clock.nowUnixMs();
      const health = healthOf(content.value, nowUnixMs);
      return {
        kind: 'copy-health',
        health,
        ask: health.due && hasSettled(content.value, nowUnixMs) && !(await later.isPutOff()),
        automatic: automaticOf(content.value),
      };
    },
    async putOff(): Promise<PageAnswer> {
      return (await later.putOff()) ? { kind: 'done' } : failed('not-saved');
    },
    /** Copies are written by themselves from now on, for this passphrase, with no proof any more; its key is forgotten again. */
    async switchOn({ key, proof }: RequestOf<'copies-on'>): Promise<PageAnswer> {
      const kek = fromBase64(key.kekBase64);
      if (kek === null) return failed('unacceptable');
      const proven = await readProven(vault, proof);
      if (!proven.ok) return failed(proven.error);
      const lock = await lockFor(key.kdf, kek);
      return change((now) => ({ lock, keep: now?.keep ?? USUAL_KEEP }));
    },
    async keep({ keep }: RequestOf<'copies-keep'>): Promise<PageAnswer> {
      if (keep < 1 || keep > MOST_KEPT_COPIES) return failed('out-of-range');
      return change((now) => (now === null || now.keep === keep ? now : { ...now, keep }));
    },
    /**
     * All that lies on this computer, sealed as it is. Whoever has an open vault gets what was set aside opened with it, and is asked
     * first; where nothing opens there is nobody to ask, and nothing that is not sealed.
     */
    async raw({ proof }: RequestOf<'raw-copies'>): Promise<PageAnswer> {
      const proven = await readProven(vault, proof);
      if (!proven.ok && isProofError(proven.error)) return failed(proven.error);
      return { kind: 'raw-copies', text: await vault.rawCopies({ opened: proven.ok }) };
    },
    switchOff: (): Promise<PageAnswer> => change(() => null),
  };
}
