import { isRecord } from '../../../lib/vault/shape.ts';
import type { Chance } from '../../support/chance.ts';
import { forge } from '../../unit/vault/forged.ts';
import type { Stored } from './background.ts';
import { damage, damagedBytes, damagedValue } from './damage.ts';
import { damagedJsonBase64, recordOf } from './json-damage.ts';

/** A sealed text with a damaged header, and the checksum that anybody can make; the text as it is where it is none. */
function forged(text: string, chance: Chance): string {
  const outer = recordOf(text);
  if (typeof outer?.header !== 'string') return text;
  const header = damagedJsonBase64(outer.header, chance);
  return forge(text, (sealed) => {
    sealed.header = header;
  });
}

function damagedOne(value: unknown, others: readonly unknown[], chance: Chance): unknown {
  const turn = chance.below(6);
  // What lay elsewhere, as where a file was put back.
  if (turn === 0) return chance.pick([...others, null]);
  if (typeof value === 'string') return turn < 3 ? forged(value, chance) : damage(value, chance);
  if (value instanceof Uint8Array) return damagedBytes(value, chance);
  const damaged = damagedValue({ of: value }, chance);
  // As storage keeps it: JSON, or nothing.
  const kept: unknown = JSON.parse(JSON.stringify(damaged) ?? 'null');
  return isRecord(kept) ? kept.of : kept;
}

/** The values of one place with some of them damaged, exchanged or missing. */
function damagedValues(values: Readonly<Record<string, unknown>>, faults: number, chance: Chance) {
  const damaged: Record<string, unknown> = { ...values };
  const names = Object.keys(values);
  for (let fault = 0; fault < faults && names.length > 0; fault += 1) {
    const name = chance.pick(names);
    if (chance.below(4) === 0) delete damaged[name];
    else damaged[name] = damagedOne(values[name], Object.values(values), chance);
  }
  return damaged;
}

/** Storage that lost what was written last, and the record of it. */
const withoutLatest = (local: Stored['local']): Stored['local'] =>
  Object.fromEntries(Object.entries(local).filter(([key]) => !/^vault\.(?:a|b|meta)$/.test(key)));

/** What is stored with one to six faults, in storage, in the session's memory, and in the databases. */
export function damagedStored({ local, session, databases }: Stored, chance: Chance): Stored {
  const isLost = chance.below(8) === 0;
  const kept = isLost ? withoutLatest(local) : local;
  const copy = isLost && chance.below(2) === 0 ? {} : (databases['doorcode-copy'] ?? {});
  const sealed = damagedValues(copy, chance.below(3) === 0 ? 1 : 0, chance);
  return {
    local: damagedValues(kept, chance.below(4), chance),
    session: damagedValues(session, chance.below(3), chance),
    databases: {
      'doorcode-copy': sealed,
      'doorcode-keys': damagedValues(databases['doorcode-keys'] ?? {}, chance.below(8) === 0 ? 1 : 0, chance),
    },
  };
}
