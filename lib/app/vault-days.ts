import type { VaultAge } from '../vault/entry.ts';
import { DAYS, type DayCopy, type DayName, type Opened, STORED } from './vault-copies.ts';

const DAY_MS = 24 * 3_600_000;

// By the vault's own age: a clock that is set back and forth would otherwise use up all five days in a minute.
const dayOf = ({ passedMs }: VaultAge): number => Math.floor(passedMs / DAY_MS);

function placeFor(days: readonly DayCopy[]): DayName {
  const free = DAYS.find((name) => !days.some((day) => day.name === name));
  const [oldest] = days.toSorted((one, other) => one.generation - other.generation);
  return free ?? oldest?.name ?? DAYS[0];
}

/**
 * What a write keeps of the day before: where it is the first of a new day, the copy that was the last of another takes the place of
 * the oldest of five.
 * @returns the days as the record knows them after the write, and what is written beside it
 */
export function keepDay(
  days: readonly DayCopy[],
  opened: Opened,
  age: VaultAge,
): { readonly days: readonly DayCopy[]; readonly beside: Record<string, unknown> } {
  if (dayOf(age) <= dayOf(opened.content.age)) return { days, beside: {} };
  const name = placeFor(days);
  const kept = { name, generation: opened.header.generation };
  return { days: [...days.filter((day) => day.name !== name), kept], beside: { [STORED[name]]: opened.text } };
}
