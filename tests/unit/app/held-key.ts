import type { Bytes } from '../../../lib/otp/parameters.ts';
import { fromBase64 } from '../../../lib/vault/base64.ts';
import { isRecord } from '../../../lib/vault/shape.ts';
import type { Made } from './at-each-call.ts';

/** The data key that the open vault of a world is held by. */
export function heldKey({ world }: Made): Bytes {
  const held = world.memory.get('vault.session');
  const key = isRecord(held) && typeof held.dataKey === 'string' ? fromBase64(held.dataKey) : null;
  if (key === null) throw new Error('no vault is open');
  return key;
}
