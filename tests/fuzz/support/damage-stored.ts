import { createHash } from 'node:crypto';
import { isRecord } from '../../../lib/vault/shape.ts';
import type { Chance } from '../../support/chance.ts';
import type { Stored } from './background.ts';
import { damage, damagedBytes, damagedValue } from './damage.ts';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A sealed text with a damaged header, and the checksum that anybody can make; the text as it is where it is none. */
function forged(text: string, chance: Chance): string {
  const outer = parsed(text);
  if (!isRecord(outer) || typeof outer.header !== 'string') return text;
  const header = damagedValue(parsed(Buffer.from(outer.header, 'base64').toString()), chance);
  const inner = { ...outer, header: Buffer.from(JSON.stringify(header) ?? '').toString('base64') };
  const sha256 = createHash('sha256').update(['doorcode-vault', inner.header, outer.data].join('\n')).digest('hex');
  return JSON.stringify({ ...inner, sha256 });
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
