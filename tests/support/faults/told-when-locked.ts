import { randomBytes } from 'node:crypto';
import { decodePageRequest, pageDecoders } from '../../../lib/messages/decode.ts';
import { everyField } from '../every-field.ts';
import type { OpenProfile } from './open-profile.ts';
import { type Secret, secretsIn } from './scan-profile.ts';
import { kdf } from './vault-acts.ts';

const kekBase64 = randomBytes(32).toString('base64');
/** Nobody holds the key. */
const fields = { ...everyField, kdf, kekBase64, key: { kdf, kekBase64 } };

/** A request of every kind about an account, without a proof and with one of a key that nobody has. */
function requestsAbout(entryId: string, slotId: string): readonly object[] {
  const about = { ...fields, entryId, entryIds: [entryId], slotId };
  const proofs = [null, { slotId, kekBase64 }];
  return Object.keys(pageDecoders).flatMap((kind) => proofs.map((proof) => ({ ...about, kind, proof })));
}

/** The kinds of request that this does not know how to ask. */
export const unaskedKinds = (): readonly string[] =>
  Object.keys(pageDecoders).filter(
    (kind) => !requestsAbout('e', 's').some((one) => 'kind' in one && one.kind === kind && decodePageRequest(one).ok),
  );

/** Everything that an own page can read of storage and databases, as text; bytes as lists of numbers and as base64. */
const everythingStored = `(async () => {
  const plain = (_, value) =>
    value instanceof Uint8Array || value instanceof ArrayBuffer
      ? [[...new Uint8Array(value)].join(), new Uint8Array(value).toBase64()]
      : value instanceof CryptoKey ? 'a key' : value;
  const all = { local: await chrome.storage.local.get(null), session: await chrome.storage.session.get(null) };
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await settled(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      all[name + ' ' + store] = await settled(database.transaction(store).objectStore(store).getAll());
    database.close();
  }
  return JSON.stringify(all, plain);
})()`;

/** Where secrets lie in what an own page can read of storage and databases. */
export const secretsStored = async (
  { evaluate }: OpenProfile,
  secrets: readonly Secret[],
): Promise<readonly string[]> =>
  [...secretsIn(Buffer.from(String(await evaluate(everythingStored))), secrets)].map((named) => `stored: ${named}`);

/** Sends every request there is; says which answers had secrets in them, and how many were sent. */
export async function secretsTold(
  { ask }: OpenProfile,
  secrets: readonly Secret[],
  { entryId, slotId }: { readonly entryId: string; readonly slotId: string },
): Promise<{ readonly asked: number; readonly found: readonly string[] }> {
  const requests = requestsAbout(entryId, slotId);
  const found: string[] = [];
  for (const request of requests) {
    const answer = await ask(request);
    const kind = 'kind' in request ? String(request.kind) : '';
    if (answer.kind === 'lost') found.push(`${kind} had no answer`);
    for (const named of secretsIn(Buffer.from(JSON.stringify(answer)), secrets)) found.push(`${kind}: ${named}`);
  }
  return { asked: requests.length, found };
}
