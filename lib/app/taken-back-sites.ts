import { isRecord } from '../vault/shape.ts';
import { changeEntry, withoutOrigin } from './entry-changes.ts';
import type { SessionStore } from './vault-ports.ts';
import type { VaultRepository } from './vault-repository.ts';

const KEY = 'sites.taken-back';

/** A site that an account was given for a code that did not get there. */
type TriedSite = { readonly entryId: string; readonly origin: string };

type Ports = { readonly vault: Pick<VaultRepository, 'mutate'>; readonly session: SessionStore };

const decodeTried = (value: unknown): readonly TriedSite[] =>
  Array.isArray(value)
    ? value.flatMap((one) =>
        isRecord(one) && typeof one.entryId === 'string' && typeof one.origin === 'string'
          ? [{ entryId: one.entryId, origin: one.origin }]
          : [],
      )
    : [];

const without = ({ vault }: Ports, { entryId, origin }: TriedSite) =>
  vault.mutate((content) => changeEntry(content, entryId, (stored) => withoutOrigin(stored, origin)), { use: false });

/** Takes a site from an account again; where the vault was locked meanwhile, or could not be written, with its next opening. */
export async function takeBackSite(ports: Ports, tried: TriedSite): Promise<void> {
  if ((await without(ports, tried)).ok) return;
  const waiting = decodeTried(await ports.session.get(KEY));
  await ports.session.set({ [KEY]: [...waiting, tried] });
}

/** The account has got its code at the site by now: it is not taken back. */
export async function keepSite({ session }: Pick<Ports, 'session'>, kept: TriedSite): Promise<void> {
  const waiting = decodeTried(await session.get(KEY));
  const others = waiting.filter(({ entryId, origin }) => entryId !== kept.entryId || origin !== kept.origin);
  if (others.length < waiting.length) await session.set({ [KEY]: others });
}

/** Takes the sites back that could not be when the vault was open last. */
export async function takeBackSites(ports: Ports): Promise<void> {
  const waiting = decodeTried(await ports.session.get(KEY));
  if (waiting.length === 0) return;
  const left: TriedSite[] = [];
  for (const tried of waiting) if (!(await without(ports, tried)).ok) left.push(tried);
  await (left.length === 0 ? ports.session.remove([KEY]) : ports.session.set({ [KEY]: left }));
}
