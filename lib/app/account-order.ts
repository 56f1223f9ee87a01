/** An account as far as its place goes. */
export type Placed = { readonly id: string; readonly pinned: boolean };

/** The accounts that stand in one part with this one, all of which are pinned or none: one moves among its like alone. */
function partOf(accounts: readonly Placed[], id: string): readonly string[] {
  const pinned = accounts.find((one) => one.id === id)?.pinned;
  return accounts.filter((one) => one.pinned === pinned).map((one) => one.id);
}

function moved(part: readonly string[], id: string, to: number): readonly string[] | null {
  const from = part.indexOf(id);
  if (from < 0 || to < 0 || to >= part.length || to === from) return null;
  return part.filter((one) => one !== id).toSpliced(to, 0, id);
}

/** A change of order: the names in their order before and after it, and the new place of the one that moved, counted from 1. */
export type Move = { readonly before: readonly string[]; readonly after: readonly string[]; readonly place: number };

function moveOf(part: readonly string[], id: string, to: number): Move | null {
  const after = moved(part, id, to);
  return after === null ? null : { before: part, after, place: to + 1 };
}

/** Moves an account one place up (-1) or down (1) among those shown; null at the end of its part. */
export function moveBy(shown: readonly Placed[], id: string, by: -1 | 1): Move | null {
  const part = partOf(shown, id);
  return moveOf(part, id, part.indexOf(id) + by);
}

/** Moves an account to the place of another one; null where that one is itself, or of the other part. */
export function moveTo(shown: readonly Placed[], id: string, targetId: string): Move | null {
  const part = partOf(shown, id);
  return moveOf(part, id, part.indexOf(targetId));
}
